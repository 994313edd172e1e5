"""Files of an index: where they are, and how they are opened without reading more than it takes."""

import mmap
import os
import weakref
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

# A mapped file keeps a descriptor for as long as it lives, of which a process has about a thousand; reading a file of
# this many bytes costs no more than mapping it.
SMALL = 1 << 16

# NumPy reads an array's header with Python's own parser, which fails in Python 3.11 when two threads use it at once.
_parsing = Lock()


def column_path(folder: Path, table: str, name: str) -> Path:
    return folder / f"{table}.{name}.npy"


def column(path: Path) -> NDArray[Any]:
    """Memory-mapped unless it is small, and read-only; an ordinary array to those who use it."""
    with _parsing:
        held = np.asarray(np.load(path, mmap_mode="r" if path.stat().st_size > SMALL else None))
    held.flags.writeable = False
    return held


class Slices:
    """Parts of a file, each read when it is asked for; readable even when the file's name is removed. Thread-safe.

    What is mapped counts as memory in use, sixteen pages for each one looked at: for a text here and there that is most
    of a large file after a while, and to read it costs a microsecond or two more.
    """

    def __init__(self, path: Path) -> None:
        self._held = path.read_bytes() if path.stat().st_size <= SMALL else None
        if self._held is None:
            self._descriptor = os.open(path, os.O_RDONLY)
            weakref.finalize(self, os.close, self._descriptor)

    def between(self, start: int, end: int) -> bytes:
        if self._held is not None:
            return self._held[start:end]
        return os.pread(self._descriptor, end - start, start)


def contents(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file, memory-mapped unless they are few; readable even when the file's name is removed."""
    size = path.stat().st_size
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) if size > SMALL else file.read()
