"""Every figure equals the value worked out by hand, and a plain reference where one is quickly written."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import (
    Ranking,
    calibration_error,
    calibration_row,
    ndcg_of_pool,
    ranking_figures,
    set_figures,
)

GRADES = {"a": 2, "b": 0, "c": 1, "d": 2}


def ranked(*paper_ids: str) -> Ranking:
    return Ranking(paper_ids, (0.5,) * len(paper_ids), frozenset())


def figures(ranking: Ranking, grades: dict[str, int], squarely: int = 2) -> dict[str, float]:
    measured = ranking_figures({"q": ranking}, {"q": grades}, squarely)
    return {name: values["q"] for name, values in measured.items() if values}


def test_ndcg_takes_grades_as_gains_and_divides_by_log2_of_rank_plus_1() -> None:
    got = figures(ranked("b", "a", "c"), GRADES)["nDCG@10"]
    ideal = 2 + 2 / math.log2(3) + 1 / 2
    assert got == pytest.approx((2 / math.log2(3) + 1 / 2) / ideal, abs=1e-9)


def test_recall_counts_squarely_relevant_papers_within_the_cut() -> None:
    others = [f"x{n}" for n in range(9)]
    got = figures(ranked(*others, "a", "d"), GRADES)
    assert (got["recall@10"], got["recall@100"]) == (0.5, 1.0)


def test_reciprocal_rank_is_nothing_after_the_tenth_place() -> None:
    others = [f"x{n}" for n in range(10)]
    assert figures(ranked("c", "b", "a"), GRADES)["MRR@10"] == pytest.approx(1 / 3)
    assert figures(ranked(*others, "a"), GRADES)["MRR@10"] == 0.0


def test_average_precision_is_the_mean_precision_at_each_relevant_paper() -> None:
    assert figures(ranked("a", "b", "d"), GRADES)["MAP"] == pytest.approx((1 + 2 / 3) / 2)


def test_a_query_that_found_nothing_has_zeros_and_one_without_relevant_papers_has_no_figure() -> None:
    rankings = {"empty": ranked(), "aimless": ranked("a"), "touching": ranked("a")}
    grades = {"empty": {"a": 2}, "aimless": {"a": 0}, "touching": {"a": 1}}
    measured = ranking_figures(rankings, grades, 2)
    assert measured["nDCG@10"] == {"empty": 0.0, "touching": 1.0}
    assert measured["MRR@10"] == measured["MAP"] == measured["recall@10"] == {"empty": 0.0}


def test_the_order_given_is_kept_whatever_the_papers_are_called() -> None:
    assert figures(ranked("z", "a"), {"z": 1, "a": 0}, 1)["MRR@10"] == 1.0
    assert figures(ranked("a", "z"), {"z": 1, "a": 0}, 1)["MRR@10"] == 0.5


def reference(order: list[str], grades: dict[str, int], squarely: int) -> dict[str, float]:
    def dcg(gains: list[int]) -> float:
        return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains[:10]))

    square = {paper_id for paper_id, grade in grades.items() if grade >= squarely}
    places = [place for place, paper_id in enumerate(order, start=1) if paper_id in square]
    return {
        "nDCG@10": dcg([grades.get(paper_id, 0) for paper_id in order]) / dcg(sorted(grades.values(), reverse=True)),
        "recall@1": sum(place <= 1 for place in places) / len(square),
        "recall@10": sum(place <= 10 for place in places) / len(square),
        "recall@100": sum(place <= 100 for place in places) / len(square),
        "MRR@10": 1 / places[0] if places and places[0] <= 10 else 0.0,
        "MAP": sum(n / place for n, place in enumerate(places, start=1)) / len(square),
    }


@given(
    order=st.permutations([f"p{n}" for n in range(25)]),
    kept=st.integers(0, 25),
    grades=st.dictionaries(st.sampled_from([f"p{n}" for n in range(30)]), st.integers(0, 3), min_size=1),
    squarely=st.integers(1, 2),
)
def test_the_library_and_a_plain_reference_agree(
    order: list[str], kept: int, grades: dict[str, int], squarely: int
) -> None:
    grades["p0"] = 3
    got = figures(ranked(*order[:kept]), grades, squarely)
    assert got == pytest.approx(reference(order[:kept], grades, squarely), abs=1e-6)


def test_the_pool_figure_leaves_the_first_grade_whole_and_cuts_at_a_fifth() -> None:
    grades = {f"p{n}": 0 for n in range(20)} | {"p0": 3, "p1": 2, "p2": 1}
    order = ["p2", "p5", "p0", "p1"]  # the cut is after 4 of 20
    ideal = 3 + 2 / 1 + 1 / math.log2(3)
    assert ndcg_of_pool(order, grades) == pytest.approx((1 + 3 / math.log2(3) + 2 / 2) / ideal)
    assert ndcg_of_pool(["p5", "p6", "p7", "p8", "p0"], grades) == 0.0
    assert ndcg_of_pool(["p5"], {"p5": 0}) is None


def test_a_set_may_hold_papers_that_touch_the_subject_and_must_hold_those_squarely_about_it() -> None:
    assert set_figures(frozenset("abc"), GRADES, 2) == {
        "set precision": 2 / 3,
        "set precision, squarely": 1 / 3,
        "set recall, squarely": 1 / 2,
        "set F1, squarely": pytest.approx(2 / 5),
    }


def test_an_empty_set_has_precision_0_unless_it_should_be_empty() -> None:
    assert set_figures(frozenset(), {"a": 2}, 2)["set precision"] == 0.0
    assert set_figures(frozenset(), {"a": 2}, 2)["set F1, squarely"] == 0.0
    assert set_figures(frozenset(), {"a": 0}, 2) == {"empty set when nothing is relevant": 1.0}
    assert set_figures(frozenset("b"), {}, 2) == {"empty set when nothing is relevant": 0.0}


def test_papers_that_only_touch_the_subject_have_no_recall() -> None:
    assert set_figures(frozenset("a"), {"a": 1}, 2) == {"set precision": 1.0}


def test_calibration_error_weighs_each_bin_by_its_papers() -> None:
    ranking = Ranking(tuple("abcd"), (0.95, 0.91, 0.35, 1.0), frozenset())
    row = np.array(calibration_row(ranking, {"a": 1, "c": 2, "d": 0}, 1))
    top = abs((0.95 + 0.91 + 1.0) - 1)
    assert calibration_error(row) == pytest.approx((top + abs(0.35 - 1)) / 4)


def test_calibration_of_a_perfect_and_of_no_prediction_is_0() -> None:
    perfect = np.array(calibration_row(Ranking(("a", "b"), (1.0, 0.0), frozenset()), {"a": 2}, 2))
    nothing = np.array(calibration_row(Ranking((), (), frozenset()), {}, 1))
    assert (calibration_error(perfect), calibration_error(nothing)) == (0.0, 0.0)


def test_calibration_bins_are_summed_over_queries_before_they_are_compared() -> None:
    high = np.array(calibration_row(Ranking(("a",), (0.55,), frozenset()), {"a": 1}, 1))
    low = np.array(calibration_row(Ranking(("a",), (0.55,), frozenset()), {}, 1))
    assert calibration_error(high + low) == pytest.approx(abs(1.1 - 1) / 2)
