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
_VALUED = r"[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)"
_BARE = r"(?:hidden|inert|itemscope|nowrap|noshade|contenteditable|draggable|(?:data|aria)-[\w-]+)(?![\w:.-])"
_REST = rf"(?:\s+(?:{_VALUED}|{_BARE}))*\s*/?>"
_BREAKS = "p|br|div|section|blockquote|ul|ol|li|h[1-6]|jats:(?:p|title|sec|list|list-item)"
_INLINE = "a|b|i|u|em|strong|sub|sup|span|tt|sc|scp|small|font|italic|bold|jats:[a-z-]+|mml:[a-z]+"
_TAG = re.compile(rf"</?(?:{_INLINE})" + _REST, re.IGNORECASE)
_BREAK = re.compile(rf"</?(?:{_BREAKS})" + _REST, re.IGNORECASE)


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
