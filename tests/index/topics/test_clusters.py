"""Groups are found without chance: neither a seed, nor the order of vectors, nor a few more of them move the rest."""

import numpy as np
import pytest
from sklearn.cluster import SpectralClustering

from index.arrays import Vectors
from index.topics.clusters import FAINT, SAMPLE, _graph, centred, cluster, largest_first


def blobs(sizes: list[int], seed: int = 0) -> Vectors:
    """Vectors close about one axis for each size."""
    spread = np.random.default_rng(seed).normal(0, 0.05, (sum(sizes), 8))
    vectors = np.repeat(np.eye(8)[: len(sizes)], sizes, axis=0) + spread
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def scattered(count: int) -> Vectors:
    """Vectors without clear groups."""
    vectors = np.random.default_rng(1).normal(size=(count, 16))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_clear_groups_are_found_largest_first() -> None:
    assert cluster(blobs([9, 12, 11, 5]), 4).tolist() == [2] * 9 + [0] * 12 + [1] * 11 + [3] * 5


def test_the_order_of_the_vectors_changes_nothing() -> None:
    vectors = scattered(60)
    codes = cluster(vectors, 5)
    order = np.random.default_rng(3).permutation(60)
    moved = cluster(vectors[order], 5)
    assert {frozenset(order[moved == code].tolist()) for code in range(5)} == {
        frozenset(np.flatnonzero(codes == code).tolist()) for code in range(5)
    }


@pytest.mark.parametrize(("papers", "count"), [(12, 2), (60, 5), (300, 12)])
def test_the_groups_are_those_of_scikit_learn(papers: int, count: int) -> None:
    vectors = scattered(papers)
    known = SpectralClustering(count, affinity="precomputed", assign_labels="cluster_qr", random_state=0)
    expected = known.fit_predict(_graph(centred(vectors)).toarray() + FAINT)
    assert cluster(vectors, count).tolist() == largest_first(expected).tolist()


def test_beyond_the_sample_vectors_join_the_nearest_centre() -> None:
    sizes = [SAMPLE // 2, SAMPLE // 2, SAMPLE // 4]
    assert np.bincount(cluster(blobs(sizes), 3)).tolist() == sizes


def test_equal_vectors_stand_together() -> None:
    codes = cluster(np.repeat(blobs([1, 1]), [6, 5], axis=0), 2)
    assert codes.tolist() == [0] * 6 + [1] * 5


def test_nothing_tells_the_same_vector_apart() -> None:
    assert cluster(np.ones((9, 4), dtype=np.float32) / 2, 2).size == 9


@pytest.mark.parametrize("count", [0, 1])
def test_one_group_needs_no_graph(count: int) -> None:
    assert cluster(scattered(3), count).tolist() == [0, 0, 0]


def test_clumps_that_nothing_joins_are_kept_whole() -> None:
    """As many directions are equally steady as there are clumps, in which ARPACK finds no end."""
    dice, clump = np.random.default_rng(1), np.arange(499) % 35
    vectors = dice.normal(size=(35, 384))[clump] + 0.02 * dice.normal(size=(499, 384))
    codes = cluster((vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), 8)
    assert len(set(codes.tolist())) == 8
    assert len({*zip(clump.tolist(), codes.tolist(), strict=True)}) == 35
