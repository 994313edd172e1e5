"""Files written so that the system keeps them in large pages: what is mapped or read of them is then read faster."""

from pathlib import Path
from types import TracebackType

import numpy as np

# Linux keeps a file in memory in pages as large as the pieces it is written in, and maps them by as much as 2 MiB at a
# time, so pieces end where these do. A scan of vectors takes half as long so, and a read of sentences three quarters.
PIECE = 8 << 20


class Pieces:
    """A new file, whose bytes are held back until they fill a piece, or until it is closed."""

    def __init__(self, path: Path) -> None:
        self._file, self._held = path.open("wb", buffering=0), bytearray()

    def __enter__(self) -> "Pieces":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            self._put(len(self._held))

    def write(self, data: bytes) -> None:
        self._held += data
        if len(self._held) >= PIECE:
            self._put(len(self._held) // PIECE * PIECE)

    def _put(self, size: int) -> None:
        while size:
            put = self._file.write(memoryview(self._held)[:size])  # less than all at the limits of a file system
            del self._held[:put]
            size -= put


def begin_array(file: Pieces, shape: tuple[int, ...]) -> None:
    """Writes how an .npy file begins that holds an array of float32; its numbers are to follow, row by row."""
    header = {"descr": np.dtype(np.float32).str, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, header)
