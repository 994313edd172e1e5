"""An acronym that no paper holds is read as what it stands for where a title has that in full: BBI of "brood break
index"."""

import re
from collections.abc import Callable, Iterable, Sequence

from answers.text.words import WORD
from index.text.tokens import STOP_WORDS, stems

ACRONYM = re.compile(r"[A-Z]{3,6}")
PARTS = re.compile(r"[^\W_]+")
RUN = re.compile(r"[^\W_]+(?:[ -][^\W_]+)*")  # no formula, nor what stands on both sides of a colon


def strange_acronyms(text: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """Those of a text of which nobody `knows` a stem; none of a text in capitals."""
    if text.isupper():
        return ()
    found = dict.fromkeys(word for word in WORD.findall(text) if ACRONYM.fullmatch(word))
    return tuple(word for word in found if not any(map(knows, stems(word))))


def in_full(text: str, acronyms: Iterable[str], titles: Sequence[str]) -> str:
    """The text with each acronym in the words of the first of the titles that spells it out."""
    for acronym in acronyms:
        if long := next((found for title in titles if (found := _spelt_out(acronym.lower(), title))), None):
            text = re.sub(rf"(?<![\w-]){acronym}(?![\w-])", long, text)
    return text


def _spelt_out(acronym: str, title: str) -> str | None:
    """The words of the title that begin with its letters, one behind the other, none of them a mere function word."""
    words = list(PARTS.finditer(title))
    for at in range(len(words) - len(acronym) + 1):
        run = words[at : at + len(acronym)]
        begun = "".join(found.group()[0].lower() for found in run)
        long = title[run[0].start() : run[-1].end()].lower()  # a title's capitals would make names of them
        if begun == acronym and RUN.fullmatch(long) and STOP_WORDS.isdisjoint(PARTS.findall(long)):
            return long
    return None
