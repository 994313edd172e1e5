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
# UTF-8 that was read as Latin-1 or Windows-1252: the first byte of two or three, and one that may follow it.
_MISREAD = re.compile("[\xc2\xc3\xc5\xce\xcf\xe2\xe3][\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_TAG = re.compile(rf"</?(?:{_INLINE})" + _REST, re.IGNORECASE)
_BREAK = re.compile(rf"</?(?:{_BREAKS})" + _REST, re.IGNORECASE)


def clean(text: str) -> str:
    """NFC, white space collapsed to single blanks, control and zero-width characters removed, stripped."""
    visible = _UNWANTED.sub("", text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def without_markup(text: str) -> str:
    """`text` with character references resolved, the tags that bibliographic exports use removed, and letters that were
    read in the wrong encoding put right: "naÃ¯ve" is naïve."""
    if "&" in text:
        text = html.unescape(text)
    if _MISREAD.search(text):
        import ftfy  # most files have none

        text = ftfy.fix_encoding(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return text
