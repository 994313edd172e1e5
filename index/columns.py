"""Files of an index: where they are, and how they are opened without reading more than it takes."""

import mmap
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


def contents(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file, memory-mapped unless they are few; readable even when the file's name is removed."""
    size = path.stat().st_size
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) if size > SMALL else file.read()
