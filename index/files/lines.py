"""A file of records, one JSON text a line, with an array of offsets beside it: any record is one look away."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import orjson

from index.files.columns import Slices, column

T = TypeVar("T")


def offsets_path(path: Path) -> Path:
    """Where the offsets of a file of lines are: record i starts at offset i, and the last one is the file's size."""
    return path.with_suffix(".offsets.npy")


def write_lines(path: Path, records: Iterable[object]) -> int:
    """Writes dataclasses as lines, in order and without holding them; answers how many."""
    offsets = array("q", [0])
    with path.open("wb") as file:
        for record in records:
            offsets.append(offsets[-1] + file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)))
    np.save(offsets_path(path), np.asarray(offsets, dtype=np.int64))
    return len(offsets) - 1


class Lines(Generic[T]):
    """The records of a file written by `write_lines`, each read when it is asked for. Never changed, so thread-safe.

    They stay readable for as long as this lives, even when the file's name is removed meanwhile.
    """

    def __init__(self, path: Path, parse: Callable[[bytes], T]) -> None:
        self._parse = parse
        self._offsets = column(offsets_path(path))
        self._slices = Slices(path)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, i: int) -> T:
        if not 0 <= i < len(self):
            raise IndexError(f"there are {len(self)} records, counted from 0; number {i} was asked for")
        return self._parse(self._slices.between(int(self._offsets[i]), int(self._offsets[i + 1])))

    def __iter__(self) -> Iterator[T]:
        return (self[i] for i in range(len(self)))
