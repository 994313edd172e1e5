"""The words of a text as they are written: "state-of-the-art" and "U.S" are one each."""

import re

WORD = re.compile(r"[^\W_]+(?:[-'’./+][^\W_]+)*", re.UNICODE)


def words(text: str) -> list[str]:
    """Every word, lower-cased, in order."""
    return [match.group().lower() for match in WORD.finditer(text)]
