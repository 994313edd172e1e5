"""The vector cache is copied whole, and damage in it is an error and never the end of the process."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from embeddings.cache import open_cache
from embeddings.cache_look import CACHE, CacheDamaged, check_cache, copy_cache

DIM = 8
PAGE = 4096


def key(n: int) -> bytes:
    return hashlib.sha256(str(n).encode()).digest()


def vector(n: int, length: float = 1.0) -> bytes:
    row = np.zeros(DIM, dtype=np.float32)
    row[n % DIM] = length
    return row.tobytes() + row.astype(np.float16).tobytes()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a thousand vectors, some of them zeros."""
    cache = open_cache(tmp_path / "vectors")
    cache.keep({key(n): vector(n, float(n % 10 > 0)) for n in range(1000)})
    cache.close()
    return tmp_path / "vectors"


def test_every_entry_is_counted(kept: Path) -> None:
    assert check_cache(kept, DIM) == 1000


def test_a_copy_has_every_entry(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    copy_cache(kept, tmp_path / "copy")
    assert [path.name for path in (tmp_path / "copy").iterdir()] == [CACHE]
    copy = open_cache(tmp_path / "copy")
    assert copy.held([key(1), key(999), key(1000)]) == [vector(1), vector(999), None]
    copy.close()


def test_what_another_writes_meanwhile_does_no_harm(kept: Path) -> None:
    cache = open_cache(kept)
    cache.keep({key(1000): vector(1)})
    assert check_cache(kept, DIM) == 1001
    cache.close()


@pytest.mark.parametrize("length", [0.5, 2.0, float("nan"), float("inf")])
def test_a_vector_of_another_length_is_found(kept: Path, length: float) -> None:
    cache = open_cache(kept)
    cache.keep({key(1000): vector(1, length)})
    cache.close()
    with pytest.raises(CacheDamaged, match=r"found a vector that is not of length 1; remove that folder"):
        check_cache(kept, DIM)


def test_vectors_of_another_model_are_left_alone(kept: Path) -> None:
    assert check_cache(kept, 5) == 1000


def test_a_file_that_ends_too_soon_is_found(kept: Path) -> None:
    with (kept / CACHE).open("r+b") as file:
        file.truncate(4 * PAGE)
    with pytest.raises(CacheDamaged, match="ends too soon"):
        check_cache(kept, DIM)


@pytest.mark.parametrize("page", [slice(0, 2), slice(2, None)], ids=["first pages", "all others"])
def test_overwritten_pages_are_found_by_whoever_reads_or_copies(kept: Path, tmp_path: Path, page: slice) -> None:
    whole = bytearray((kept / CACHE).read_bytes())
    pages = range(len(whole) // PAGE)[page]
    for each in pages:
        whole[each * PAGE : each * PAGE + 64] = b"\xa5" * 64
    (kept / CACHE).write_bytes(bytes(whole))
    with pytest.raises(CacheDamaged, match="expected the vector cache in"):
        check_cache(kept, DIM)
    with pytest.raises(CacheDamaged, match="expected the vector cache in"):
        copy_cache(kept, tmp_path)
