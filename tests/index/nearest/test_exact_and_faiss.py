"""FAISS finds what brute force finds, by value; and brute force is what a loop over all pairs says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.nearest.exact import ExactIndex
from index.vectors import Engine, Vectors, open_vector_index

ENGINES: tuple[Engine, ...] = ("exact", "faiss")


def unit_rows(n: int, seed: int, *, distinct: int = 1000, dim: int = 8) -> Vectors:
    """n unit vectors, of which at most `distinct` differ."""
    drawn = np.random.default_rng(seed)
    rows = drawn.standard_normal((min(n, distinct), dim)).astype(np.float32)
    rows = rows[drawn.integers(0, len(rows), n)] if n > distinct else rows
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def mask(n: int, share: float, seed: int) -> NDArray[np.bool_]:
    return np.random.default_rng(seed).random(n) < share


@given(
    n=st.integers(0, 60),
    k=st.integers(0, 70),
    distinct=st.sampled_from([1, 2, 5, 1000]),
    share=st.sampled_from([0.0, 0.1, 0.5, 1.0]),
    seed=st.integers(0, 9999),
)
def test_faiss_finds_the_same_rows_and_scores_as_brute_force(
    n: int, k: int, distinct: int, share: float, seed: int
) -> None:
    vectors, queries, allowed = unit_rows(n, seed, distinct=distinct), unit_rows(3, seed + 1), mask(n, share, seed)
    for filtered in (None, allowed):
        want = open_vector_index("exact", vectors).search(queries, k, filtered)
        got = open_vector_index("faiss", vectors).search(queries, k, filtered)
        np.testing.assert_array_equal(got[0], want[0])
        np.testing.assert_array_equal(got[1], want[1])


@given(n=st.integers(1, 40), k=st.integers(1, 50), share=st.sampled_from([0.0, 0.3, 1.0]), seed=st.integers(0, 9999))
def test_brute_force_is_a_sort_by_score_and_row(n: int, k: int, share: float, seed: int) -> None:
    vectors, allowed = unit_rows(n, seed, distinct=7), mask(n, share, seed)
    (query,) = unit_rows(1, seed + 1)
    index = ExactIndex(vectors)
    scores = index.scores(query)
    expected = sorted((-float(scores[row]), row) for row in range(n) if allowed[row])[:k]
    rows, found = index.search(query[np.newaxis], k, allowed)
    padding = k - len(expected)
    assert rows[0].tolist() == [row for _, row in expected] + [-1] * padding
    assert found[0].tolist() == [-score for score, _ in expected] + [-np.inf] * padding


@pytest.mark.parametrize("engine", ENGINES)
def test_scores_are_cosines(engine: Engine) -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)
    index = open_vector_index(engine, vectors)
    east = np.array([1, 0], dtype=np.float32)
    np.testing.assert_allclose(index.scores(east), [1, 0.6, 0], atol=1e-7)
    np.testing.assert_allclose(index.scores(east, [2, 1]), [0, 0.6], atol=1e-7)
    assert index.scores(east, []).shape == (0,)


@pytest.mark.parametrize("engine", ENGINES)
def test_ties_are_broken_by_row_wherever_k_cuts_them(engine: Engine) -> None:
    vectors = np.tile(unit_rows(1, 5, dim=384), (3000, 1))
    rows, scores = open_vector_index(engine, vectors).search(vectors[:1], 7)
    assert rows.tolist() == [[0, 1, 2, 3, 4, 5, 6]]
    assert len(set(scores[0].tolist())) == 1


@pytest.mark.parametrize("engine", ENGINES)
@given(start=st.integers(0, 90), count=st.integers(1, 30), seed=st.integers(0, 9999))
def test_a_score_does_not_depend_on_the_company(engine: Engine, start: int, count: int, seed: int) -> None:
    vectors = unit_rows(120, seed, dim=384)
    (query,) = unit_rows(1, seed + 1, dim=384)
    some = range(start, start + count)
    alone = open_vector_index(engine, vectors).scores(query, some)
    moved = open_vector_index(engine, vectors[start : start + count]).scores(query)
    in_all = open_vector_index(engine, vectors).scores(query)[start : start + count]
    assert alone.tolist() == moved.tolist() == in_all.tolist()


def test_faiss_equals_brute_force_on_ten_thousand_queries_and_filters() -> None:
    vectors, queries = unit_rows(700, 1, distinct=600, dim=32), unit_rows(100, 2, dim=32)
    exact, faiss = open_vector_index("exact", vectors), open_vector_index("faiss", vectors)
    for seed in range(100):
        allowed = mask(700, [0.001, 0.02, 0.3, 0.9][seed % 4], seed)
        want, got = exact.search(queries, 10, allowed), faiss.search(queries, 10, allowed)
        np.testing.assert_array_equal(got[0], want[0])
        np.testing.assert_array_equal(got[1], want[1])


def test_an_engine_nobody_wrote_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown vector index 'magic'; choose exact or faiss"):
        open_vector_index("magic", unit_rows(1, 1))  # type: ignore[arg-type]  # what a user might write
