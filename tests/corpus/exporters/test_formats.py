"""What every format keeps: one entry a record in order, nothing made well-formed, large blocks, no look ahead."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest

from corpus.exporters.formats import BLOCK_BYTES, KINDS, Format, open_writer, written
from corpus.values import Paper, Record

Write = Callable[..., str]
EMPTY = {"jsonl": "", "bibtex": "", "ris": "", "csl": "[]\n"}


def numbered(count: int) -> Iterator[Record]:
    return (Record(Paper(f"local:n{n}", f"Paper {n}", abstract="word " * 200)) for n in range(count))


def test_every_format_has_a_name_outside() -> None:
    assert tuple(KINDS) == get_args(Format)
    assert len({kind.suffix for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("named", EMPTY)
def test_no_records_are_a_text_too(write: Write, named: Format) -> None:
    assert write(named, []) == EMPTY[named]


@pytest.mark.parametrize("named", KINDS)
def test_every_record_is_written_once_and_in_order(named: Format) -> None:
    text = b"".join(written(numbered(300), named)).decode()
    places = [text.index(f"Paper {n}" + {"jsonl": '"', "csl": '"', "csv": ",", "bibtex": "}", "ris": "\n"}[named])
              for n in range(300)]  # fmt: skip
    assert places == sorted(places)


@pytest.mark.parametrize("named", KINDS)
def test_blocks_are_large_and_few(named: Format) -> None:
    sizes = [len(block) for block in written(numbered(300), named)]
    assert all(BLOCK_BYTES <= size < BLOCK_BYTES + 2000 for size in sizes[:-1])
    assert len(sizes) == sum(sizes) // BLOCK_BYTES + 1


@pytest.mark.parametrize("named", KINDS)
def test_a_record_is_not_read_before_its_piece_is_asked_for(named: Format) -> None:
    read = []

    def watched() -> Iterator[Record]:
        for record in numbered(5):
            read.append(record)
            yield record

    pieces = open_writer(named)(watched())
    next(pieces)
    assert len(read) <= 1
    next(pieces)
    assert len(read) <= 2
