"""Arrays on disk: where they are, and how they are opened without reading them."""

from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

# NumPy reads an array's header with Python's own parser, which fails in Python 3.11 when two threads use it at once.
_parsing = Lock()


def column_path(folder: Path, table: str, name: str) -> Path:
    return folder / f"{table}.{name}.npy"


def column(path: Path) -> NDArray[Any]:
    """Memory-mapped, but an ordinary array to those who use it."""
    with _parsing:
        return np.asarray(np.load(path, mmap_mode="r"))
