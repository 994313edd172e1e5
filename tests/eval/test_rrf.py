"""Fusion by rank adds 1 / (60 + rank) over both rankings."""

from eval.metrics import Ranking
from eval.rrf import fused, reciprocal_rank_fusion


def test_a_paper_that_both_rankings_hold_comes_before_the_first_of_one() -> None:
    # b: 1/62 + 1/61, c: 1/63 + 1/63, a: 1/61, d: 1/62
    assert fused(("a", "b", "c"), ("b", "d", "c")) == ("b", "c", "a", "d")


def test_equal_sums_are_ordered_by_id() -> None:
    assert fused(("b", "a"), ("a", "b")) == ("a", "b")


def test_every_query_is_fused_and_publishes_nothing() -> None:
    first = {"q": Ranking(("a", "b"), (0.9, 0.1), frozenset({"a"})), "r": Ranking((), (), frozenset())}
    second = {"q": Ranking(("b",), (0.5,), frozenset()), "r": Ranking(("c",), (0.5,), frozenset())}
    assert reciprocal_rank_fusion(first, second) == {
        "q": Ranking(("b", "a"), (), frozenset()),
        "r": Ranking(("c",), (), frozenset()),
    }
