"""Files of an index are mapped once however often they are opened, and read on when their names are removed."""

from pathlib import Path

import numpy as np
import pytest

from index.files.columns import SMALL, Slices, column, contents, scanned


@pytest.mark.parametrize("size", [SMALL // 8, SMALL])
def test_slices_are_the_bytes_of_the_file_when_its_name_is_removed(size: int, tmp_path: Path) -> None:
    path, held = tmp_path / "lines", np.arange(size, dtype=np.uint32).tobytes()
    path.write_bytes(held)
    slices = Slices(path)
    path.unlink()
    assert slices.between(0, 7) == held[:7]
    assert slices.between(len(held) - 9, len(held)) == held[-9:]
    assert slices.between(5, 5) == b""


def test_a_large_file_is_mapped_once(tmp_path: Path) -> None:
    np.save(tmp_path / "column.npy", np.arange(SMALL))
    first = column(tmp_path / "column.npy")
    assert column(tmp_path / "column.npy") is first
    assert contents(tmp_path / "column.npy") is contents(tmp_path / "column.npy")


def test_a_file_written_anew_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "column.npy"
    np.save(path, np.arange(SMALL))
    before = column(path)
    path.unlink()
    np.save(path, np.arange(SMALL) + 1)
    assert (int(before[0]), int(column(path)[0])) == (0, 1)


@pytest.mark.parametrize("size", [8, SMALL])
def test_what_is_scanned_is_the_column_itself(size: int, tmp_path: Path) -> None:
    np.save(tmp_path / "column.npy", np.arange(size))
    assert scanned(tmp_path / "column.npy").tolist() == list(range(size))
    held = column(tmp_path / "column.npy")
    assert (scanned(tmp_path / "column.npy") is held) == (size == SMALL)
