"""Files of an index: where they are, and how they are opened without reading more than it takes."""

import mmap
import os
import weakref
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

# A mapped file keeps a descriptor for as long as it lives, of which a process has about a thousand; reading a file of
# this many bytes costs no more than mapping it.
SMALL = 1 << 16

Which = tuple[int, int, int, int]

# A file that is mapped twice counts twice as memory in use, and versions have most of their files in common. A file
# keeps its number for as long as it is mapped, whatever becomes of its name.
_arrays: WeakValueDictionary[Which, NDArray[Any]] = WeakValueDictionary()
_bytes: WeakValueDictionary[Which, mmap.mmap] = WeakValueDictionary()

# NumPy reads an array's header with Python's own parser, which fails in Python 3.11 when two threads use it at once.
_opening = Lock()


def column_path(folder: Path, table: str, name: str) -> Path:
    return folder / f"{table}.{name}.npy"


def column(path: Path) -> NDArray[Any]:
    """Memory-mapped unless it is small, and read-only; an ordinary array to those who use it. Mapped once."""
    about = path.stat()
    with _opening:
        held = _arrays.get(_which(about))
        if held is None:
            held = np.asarray(np.load(path, mmap_mode="r" if about.st_size > SMALL else None))
            held.flags.writeable = False
            if about.st_size > SMALL:
                _arrays[_which(about)] = held
        return held


def scanned(path: Path) -> NDArray[Any]:
    """As `column`, for what is read from end to end: in large pages where the system has not read it before."""
    held = column(path)
    mapped = getattr(held.base, "base", None)  # none of a small file
    if isinstance(mapped, mmap.mmap) and hasattr(mmap, "MADV_HUGEPAGE"):
        mapped.madvise(mmap.MADV_HUGEPAGE)
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

    def joined(self, spans: Iterable[tuple[int, int]]) -> bytes:
        """What is between these starts and ends, one after another."""
        if self._held is not None:
            held = self._held
            return b"".join([held[start:end] for start, end in spans])
        read, descriptor = os.pread, self._descriptor
        return b"".join([read(descriptor, end - start, start) for start, end in spans])


def contents(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file, memory-mapped unless they are few; readable even when the file's name is removed."""
    about = path.stat()
    with _opening, path.open("rb") as file:
        if about.st_size <= SMALL:
            return file.read()
        held = _bytes.get(_which(about))
        if held is None:
            held = mmap.mmap(file.fileno(), about.st_size, access=mmap.ACCESS_READ)
            _bytes[_which(about)] = held
        return held


def _which(about: os.stat_result) -> Which:
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns
