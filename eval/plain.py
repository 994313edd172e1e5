"""A text of a data set as a query of plain words: none of its marks is read as the syntax of a search."""

import re

QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
LEADING_HYPHENS = re.compile(r"(?<!\S)-+(?=\S)")
FIELD = re.compile(r"(?<!\S)(title|author):", re.IGNORECASE)


def plain(text: str) -> str:
    """The text without quotation marks and hyphens before a word; `title:` and `author:` become the word alone."""
    unquoted = QUOTES.sub(" ", text)
    return " ".join(FIELD.sub(r"\1 ", LEADING_HYPHENS.sub("", unquoted)).split())
