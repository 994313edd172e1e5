"""Whether a file of JSON has a paper a line, which is told by how it begins."""

import re

from corpus.importers.lines import BLANK
from corpus.importers.objects import LISTS

# An object whose list of papers begins before any title is told: a page of a catalogue's answer.
_PAGE = re.compile(rb'"(title|' + b"|".join(name.encode() for name in LISTS) + rb')"[ \t]{0,9}:[ \t]{0,9}(\[?)')


def keeps_to_lines(start: bytes) -> bool:
    """Not where it begins with a list, an object that goes on over the line's end, or a page in one long line."""
    text = start.lstrip(BLANK)
    if text[:1] != b"{":
        return text[:1] != b"["
    first, ended, rest = text.partition(b"\n")
    if not ended:
        opens = _PAGE.search(first)
        return len(start) < len(text) or opens is None or opens[1] == b"title" or not opens[2]
    return first.rstrip(BLANK + b",")[-1:] == b"}" or not _goes_on(first.rstrip(BLANK), rest.lstrip(b"\r\n"))


def _goes_on(first: bytes, rest: bytes) -> bool:
    """Whether the line after is more of the object begun, rather than another object after one that was cut off."""
    after = rest.lstrip(BLANK)
    if after[:1] in (b'"', b"}", b"]"):
        return True
    return after[:1] == b"{" and first[-1:] in (b"[", b":", b",") and rest[:1] in (b" ", b"\t")
