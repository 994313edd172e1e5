"""Files that people import by mistake, and what is to be said about each."""

import json
from dataclasses import dataclass

from tests.acceptance import hives


@dataclass(frozen=True, slots=True)
class BadFile:
    """`says` is part of what is said about it, of which `line` (None: the whole file); `used` papers are kept."""

    name: str
    content: bytes
    says: str
    line: int | None = None
    used: int = 0


def broken_lines() -> bytes:
    lines = [json.dumps({"id": f"w{n}", "title": f"Wasps of the {n}th kind"}).encode() for n in range(1, 6)]
    lines[2] = lines[2][:-4]
    return b"\n".join(lines) + b"\n"


def long_line() -> bytes:
    short = [json.dumps({"id": f"a{n}", "title": f"Ants of the {n}th kind"}).encode() for n in (1, 3)]
    long = json.dumps({"id": "a2", "title": "Ants", "abstract": "ants " * 2_000_000}).encode()
    return b"\n".join([short[0], long, short[1]]) + b"\n"


def cut_page() -> bytes:
    """It ends in the middle of what it says of the fourth of five papers."""
    page = hives.page("hornets")
    return page[: page.index("A camera at the gate counts") + len("A camera at the g")].encode()


BAD_FILES = (
    BadFile("empty.jsonl", b"", "found an empty file"),
    BadFile("blank.txt", b"\n \n\t\n", "found an empty file"),
    BadFile("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "found a PDF document"),
    BadFile("prose.txt", b"This is a letter to a friend.\nIt lists no papers.\n", "found text that is none of these"),
    BadFile("cut.txt", cut_page(), "seems to end in the middle", line=25, used=4),
    BadFile("broken.jsonl", broken_lines(), "found broken JSON", line=3, used=4),
    BadFile("long.jsonl", long_line(), "longer than 1,000,000 bytes", line=2, used=2),
)
