"""Whether a file of JSON has a paper a line, which is told by how it begins."""

import re

from corpus.importers.lines import BLANK
from corpus.importers.objects import LISTS, OF_PAPER

# An object whose list of papers begins before anything of a paper is told: a page of a catalogue's answer.
_PAGE = re.compile(
    rb'"(' + "|".join((*OF_PAPER, *LISTS)).encode() + rb')"[ \t]{0,9}:[ \t]{0,9}(\[?)',
)
_OF_OBJECTS = re.compile(rb'"(?:' + "|".join(LISTS).encode() + rb')"[ \t]{0,9}:[ \t]{0,9}\[[ \t]{0,9}\{')
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"?')
_BRACKET = re.compile(rb"[{}\[\]]")


def keeps_to_lines(start: bytes) -> bool:
    """Not where it begins with a list, an object that goes on over the line's end, or a page in one long line."""
    text = start.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(BLANK)
    if text[:1] != b"{":
        return text[:1] != b"["
    first, ended, rest = text.partition(b"\n")
    opened, several = _brackets(first)
    if several:
        return False
    if not ended:
        opens = _PAGE.search(first)
        of_paper = opens is None or opens[1].decode() in OF_PAPER or not opens[2]
        return of_paper and _OF_OBJECTS.search(first) is None
    closed = opened <= 0 and first.rstrip(BLANK + b",")[-1:] == b"}"
    return closed or not _goes_on(first.rstrip(BLANK), rest.lstrip(b"\n"))


def _brackets(line: bytes) -> tuple[int, bool]:
    """How many brackets are open at the end of a line, and whether another object begins behind one that is whole."""
    plain, opened = _TEXT.sub(b"", line), 0
    for found in _BRACKET.finditer(plain):
        opened += 1 if found.group() in b"{[" else -1
        if opened == 0 and plain[found.end() :][:99].lstrip(BLANK)[:1] == b"{":
            return opened, True
    return opened, False


def _goes_on(first: bytes, rest: bytes) -> bool:
    """Whether the line after is more of the object begun, rather than another object after one that was cut off."""
    after = rest.lstrip(BLANK)
    if after[:1] in (b'"', b"}", b"]", b","):
        return True
    return after[:1] == b"{" and first[-1:] in (b"[", b":", b",") and rest[:1] in (b" ", b"\t")
