"""Titles compared and named: the key under which two spellings of one title meet, and the readable id made from it."""

import hashlib
import re
import unicodedata

from corpus.remembered import SENTENCE, remembered

LONGEST_SLUG = 80  # characters; longer titles are cut at a word and told apart by a few digits of their hash

_WORD = re.compile(r"[^\W_]+[+#]*")


@remembered(most=8192, longest=SENTENCE)
def title_key(title: str) -> str:
    """The words of a title without case, accents and punctuation; "" for a title of symbols alone.

    `+` and `#` stay where they end a word, so that C, C++ and C# differ.
    """
    if title.isascii():
        return " ".join(_WORD.findall(title.casefold()))
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return unicodedata.normalize("NFC", " ".join(_WORD.findall(letters)))


def title_id(title: str) -> str:
    """The value of the `local` id of a paper known by its title alone; equal exactly for titles with equal keys."""
    key = title_key(title) or title.strip()
    name = "-".join(title_key(title).split())
    if name and len(name) <= LONGEST_SLUG:
        return name
    digits = hashlib.sha256(key.encode()).hexdigest()[:10]
    short = name[:LONGEST_SLUG].rpartition("-")[0] or name[:LONGEST_SLUG]
    return f"{short}-{digits}" if short else f"untitled-{digits}"
