"""A grown corpus is real vectors and noise around them; its figures are read back and shown as they were measured."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import Vectors
from eval.bench.flat import nearest, scan, scan_rows
from eval.bench.growing import SHARES, grow
from eval.bench.grown import Filtered, Growth, HubScan, Size, as_json, growth_tables, read_growth
from eval.bench.plots import draw_growth
from eval.bench.timing import Latency
from eval.bench.vectors import held_out, write_grown
from eval.tables import placed
from index.faiss.plan import Plan
from index.nearest.exact import ExactIndex
from index.nearest.tuning import recall

PAGE = Path(__file__).resolve().parents[3] / "docs" / "bench.md"


def unit_rows(n: int, dim: int = 24) -> Vectors:
    rows = np.random.default_rng(5).standard_normal((n, dim)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def growth() -> Growth:
    fast, slow = Latency(200, 2.0, 4.0), Latency(50, 24.0, 30.0)
    small = Size(1000, 0, 0.0, 1000 * 1536, 0, 0, fast, 500.0, fast, 1.0, (), ())
    filters = (Filtered(0.5, fast, 0.9951), Filtered(0.001, fast, 1.0))
    hubs = (HubScan(50_000, Latency(200, 6.0, 9.0), Latency(200, 5.0, 7.0), Latency(200, 3.0, 4.0), 1.0),)
    stored = 200_000 * 1600
    large = Size(200_000, 256, 41.6, stored, stored // 25, 2 * stored, fast, 900.0, slow, 0.9955, filters, hubs)
    return Growth(real=1000, dim=384, queries=200, cores=2, sizes=(small, large))


def test_real_vectors_come_first_and_the_others_are_near_them(tmp_path: Path) -> None:
    asked, kept = held_out(np.concatenate([unit_rows(400), np.zeros((3, 24), dtype=np.float32)]))
    write_grown(tmp_path / "vectors.npy", kept, 1000)
    grown = np.load(tmp_path / "vectors.npy")
    assert (len(asked), len(kept), grown.shape) == (100, 300, (1000, 24))
    np.testing.assert_array_equal(grown[:300], kept)
    np.testing.assert_allclose(np.linalg.norm(grown, axis=1), 1, atol=1e-6)
    assert (grown[300:] @ kept.T).max(axis=1).min() > 0.4
    assert not (grown @ asked.T > 0.9999).any()


def test_the_true_nearest_are_those_of_brute_force_under_every_filter() -> None:
    vectors, queries = unit_rows(3000), unit_rows(3005)[-5:]
    some, none = np.arange(3000) % 7 == 0, np.zeros(3000, dtype=bool)
    none[4] = True
    found = nearest(vectors, queries, [None, some, none])
    for rows, allowed in zip(found, (None, some, none), strict=True):
        want = ExactIndex(vectors).search(queries, 10, allowed)[0]
        assert recall(rows, want) == 1.0
    assert (found[2] == -1).sum(axis=1).tolist() == [9] * 5
    np.testing.assert_allclose(
        scan_rows(vectors, queries[1], found[1][1]), vectors[found[1][1]] @ queries[1], atol=1e-6
    )
    assert sorted(scan(vectors, queries[0]).tolist()) == sorted(found[0][0].tolist())


def test_every_size_is_built_searched_and_removed(tmp_path: Path) -> None:
    heard: list[str] = []
    found = grow(unit_rows(1200), 2500, tmp_path, heard.append, plan=Plan(limit=2000, recall=0.9))
    small, large = found.sizes
    assert heard == ["2,500 vectors", "1,000 of 2,500", "2,500 of 2,500"]
    assert list(tmp_path.iterdir()) == []
    assert (found.real, found.dim, found.queries) == (1000, 24, 200)
    assert (small.vectors, small.candidates, small.codes, small.recall) == (1000, 0, 0, 1.0)
    assert (large.vectors, large.stored) == (2500, 2500 * 24 * 4 + large.codes)
    assert large.recall >= 0.9
    assert [each.share for each in large.filters] == list(SHARES)
    assert large.filters[-1].recall == 1.0
    assert [(hub.members, hub.recall) for hub in large.hubs] == [(30, 1.0), (1000, 1.0)]
    assert large.peak > large.stored


def test_growth_is_read_back_as_it_was(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "growth.json"
    path.write_text(as_json(growth), "utf-8")
    assert read_growth(path) == growth
    path.write_text('{"format": "citers-bench/1"}', "utf-8")
    with pytest.raises(
        ValueError, match=r"should be the --json of `citers bench --grow` \(citers-growth/1\) and is not"
    ):
        read_growth(path)


def test_every_figure_stands_beside_the_exact_scan(growth: Growth) -> None:
    tables = growth_tables(growth)
    assert "| 200,000 | 256 | 2.00 | 4.00 | 900 | 24.00 | 30.00 | 12.0 | 0.9955 |\n" in tables["growth sizes"]
    assert "| 1,000 | all | 2.00 | 4.00 | 500 | 2.00 | 4.00 | 1.0 | 1.0000 |\n" in tables["growth sizes"]
    assert tables["growth builds"].splitlines()[2:] == ["| 200,000 | 42 | 1,600 | 64 | 2.00 |"]
    assert "| 200,000 | 0.1% | 2.00 | 1.0000 |\n" in tables["growth filters"]
    assert "| 200,000 | 50,000 | 6.000 | 5.000 | 1.20 | 3.000 | 2.00 | 1.0000 |\n" in tables["growth hubs"]


def test_the_page_has_a_place_for_every_table(growth: Growth) -> None:
    written = placed(PAGE.read_text("utf-8"), growth_tables(growth))
    assert all(table in written for table in growth_tables(growth).values())


def test_the_same_numbers_are_the_same_picture(growth: Growth, tmp_path: Path) -> None:
    first, second = (draw_growth(growth, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second
