"""What is held back while a file is written is in it in the end, whatever sizes it came in."""

from pathlib import Path

import numpy as np
import pytest

from index.files.large_pages import PIECE, Pieces, begin_array


@pytest.mark.parametrize("sizes", [(0,), (1,), (PIECE,), (PIECE - 1, 2), (3, 2 * PIECE, 5), (7,) * 9])
def test_a_file_holds_what_was_written_in_its_order(sizes: tuple[int, ...], tmp_path: Path) -> None:
    parts = [bytes([number + 1]) * size for number, size in enumerate(sizes)]
    with Pieces(tmp_path / "file") as file:
        for part in parts:
            file.write(part)
    assert (tmp_path / "file").read_bytes() == b"".join(parts)


def test_rows_become_the_file_that_numpy_writes(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).random((PIECE // 64, 24), dtype=np.float32)
    with Pieces(tmp_path / "rows.npy") as file:
        begin_array(file, rows.shape)
        for start in range(0, len(rows), 1000):
            file.write(rows[start : start + 1000].tobytes())
    np.save(tmp_path / "whole.npy", rows)
    assert (tmp_path / "rows.npy").read_bytes() == (tmp_path / "whole.npy").read_bytes()
