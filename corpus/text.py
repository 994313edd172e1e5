"""Text as it is stored: NFC, single blanks, nothing invisible; and the markup that exports leave in it taken out."""

import html
import re
import unicodedata

# Controls, soft hyphens, zero-width and direction marks, and halves of surrogate pairs; white space is not among them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# What may stand in a tag behind its name. In "a<b and c>d" no attribute follows, and so there is no tag.
_REST = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?>"
_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|sub|sup|p|br|span|div|tt|sc|scp|small|italic|bold|jats:[a-z-]+|mml:[a-z]+)" + _REST,
    re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:p|br|div|jats:(?:p|title|sec))" + _REST, re.IGNORECASE)


def clean(text: str) -> str:
    """NFC, white space collapsed to single blanks, control and zero-width characters removed, stripped."""
    visible = _UNWANTED.sub("", text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def without_markup(text: str) -> str:
    """`text` with character references resolved and the tags that bibliographic exports use removed."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return text
