"""A product is what NumPy says, and its bits are the same wherever its row stands and whoever asks beside it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.faiss.products import products
from index.vectors import Vectors

DIMS = st.sampled_from([1, 2, 3, 4, 7, 8, 9, 12, 16, 17, 31, 64, 100, 384])


def drawn(n: int, dim: int, seed: int) -> Vectors:
    """n unit vectors."""
    rows = np.random.default_rng(seed).standard_normal((n, dim)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@given(n=st.integers(0, 50), dim=DIMS, seed=st.integers(0, 9999))
def test_it_is_what_numpy_says(n: int, dim: int, seed: int) -> None:
    vectors, (query,) = drawn(n, dim, seed), drawn(1, dim, seed + 1)
    expected = np.vecdot(vectors.astype(np.float64), query.astype(np.float64))
    np.testing.assert_allclose(products(vectors, query), expected, atol=1e-6)


@given(n=st.integers(1, 50), count=st.integers(0, 70), dim=DIMS, shift=st.integers(0, 15), seed=st.integers(0, 9999))
def test_its_bits_depend_on_the_two_vectors_alone(n: int, count: int, dim: int, shift: int, seed: int) -> None:
    vectors, (query,) = drawn(n, dim, seed), drawn(1, dim, seed + 1)
    rows = np.random.default_rng(seed).integers(0, n, count)
    elsewhere = np.empty(shift + n * dim, dtype=np.float32)[shift:].reshape(n, dim)
    elsewhere[:] = vectors
    found = products(vectors, query)
    assert products(vectors, query, rows).tolist() == found[rows].tolist()
    assert products(vectors[rows], query).tolist() == found[rows].tolist()
    assert products(elsewhere, query).tolist() == found.tolist()
    assert [float(products(vectors[row : row + 1], query)[0]) for row in range(n)] == found.tolist()


def test_rows_and_vectors_are_taken_in_any_form(tmp_path: Path) -> None:
    vectors, (query,) = drawn(40, 16, 1), drawn(1, 16, 2)
    np.save(tmp_path / "vectors.npy", vectors)
    mapped = np.load(tmp_path / "vectors.npy", mmap_mode="r")
    want = products(vectors, query)[[3, 1, 3]].tolist()
    for held in (mapped, np.repeat(vectors, 2, axis=0)[::2], np.asfortranarray(vectors), vectors.astype(np.float64)):
        for rows in ([3, 1, 3], np.array([3, 1, 3], dtype=np.int32), np.array([3, 0, 1, 0, 3, 0])[::2]):
            assert products(held, query, rows).tolist() == want
    assert products(mapped, np.repeat(query, 2)[::2], [3, 1, 3]).tolist() == want


def test_threads_do_not_disturb_each_other() -> None:
    vectors, queries = drawn(500, 64, 1), drawn(64, 64, 2)
    want = [products(vectors, query).tolist() for query in queries]
    with ThreadPoolExecutor(8) as threads:
        assert [found.tolist() for found in threads.map(lambda query: products(vectors, query), queries)] == want


@pytest.mark.parametrize("rows", [[0, 5], [-1]])
def test_a_row_that_is_not_there_is_refused(rows: list[int]) -> None:
    with pytest.raises(IndexError, match="expected rows below 5"):
        products(drawn(5, 4, 1), drawn(1, 4, 2)[0], rows)


def test_a_query_of_other_dimensions_is_refused() -> None:
    with pytest.raises(ValueError, match=r"expected a query of shape \(4,\), found \(3,\)"):
        products(drawn(5, 4, 1), drawn(1, 3, 2)[0])
