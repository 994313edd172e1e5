"""Two hubs side by side: every citer in one part, each with its citations, counted as set arithmetic counts them."""

from collections import Counter
from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from corpus.values import POLARITIES, ROLES, Citation, CitingSentence, Hub, Paper
from index.comparison import Comparison, LabelPair, Overlap, Part, SameHub, Side, compare
from index.files.snapshot import Snapshot
from index.scope import HubNotFound
from index.values import ComparedPart
from index.version import IndexVersion

Make = Callable[..., IndexVersion]

A, B, ALONE = "arxiv:2001.00001", "arxiv:2001.00002", "arxiv:2001.00003"
HUBS = (Hub(Paper(A, "Lanterns", aliases=("s2:77",))), Hub(Paper(B, "Candles")), Hub(Paper(ALONE, "Torches")))
PAPERS = (
    Paper("local:1", "Both, old", year=2019),
    Paper("local:2", "Both, new", year=2022),
    Paper("local:3", "Both, undated"),
    Paper("local:4", "One, of a", year=2021),
    Paper("local:5", "Two, of b", year=2020),
    Paper("local:6", "Three, of b", year=2020),
)
CITATIONS = (
    Citation(A, "local:1", role="method", polarity="support"),
    Citation(A, "local:2", role="method", contexts=(CitingSentence("We hang lanterns."),)),
    Citation(A, "local:3", role="background"),
    Citation(A, "local:4", role="baseline"),
    Citation(B, "local:1", role="background", polarity="contrast"),
    Citation(B, "local:2", role="background", contexts=(CitingSentence("Candles came first."),)),
    Citation(B, "local:3"),
    Citation(B, "local:5", role="result"),
    Citation(B, "local:6"),
)
WHOLE: dict[ComparedPart, slice] = {name: slice(0, 100) for name in get_args(ComparedPart)}


@pytest.fixture
def snapshot(make_version: Make) -> Snapshot:
    return make_version(PAPERS, CITATIONS, HUBS).snapshot


def ids(part: Part) -> list[str]:
    return [citing.paper.id for citing in part.items]


def parts(found: Comparison) -> list[list[str]]:
    return [ids(found.both), ids(found.only_a), ids(found.only_b)]


def test_every_citer_is_in_one_part_the_newest_first(snapshot: Snapshot) -> None:
    found = compare(snapshot, (A, B), WHOLE)
    assert parts(found) == [["local:2", "local:1", "local:3"], ["local:4"], ["local:6", "local:5"]]
    assert [part.total for part in (found.both, found.only_a, found.only_b)] == [3, 1, 2]


def test_the_overlap_is_told_of_each_hub_and_of_both(snapshot: Snapshot) -> None:
    found = compare(snapshot, (A, B), {})
    assert (found.a, found.b) == (Side(A, HUBS[0].paper, 4), Side(B, HUBS[1].paper, 5))
    assert found.overlap == Overlap(either=6, share_of_a=0.75, share_of_b=0.6, jaccard=0.5)


def test_a_paper_has_its_citation_of_each_hub(snapshot: Snapshot) -> None:
    found = compare(snapshot, (A, B), WHOLE)
    cited = [found.both.items[0].citations, found.only_a.items[0].citations, found.only_b.items[1].citations]
    assert [(each.a, each.b) for each in cited] == [
        (CITATIONS[1], CITATIONS[5]),
        (CITATIONS[3], None),
        (None, CITATIONS[7]),
    ]


def test_how_papers_cite_both_is_counted_pair_by_pair_the_most_frequent_first(snapshot: Snapshot) -> None:
    both = compare(snapshot, (A, B), {}).both
    assert both.roles == (LabelPair("method", "background", 2), LabelPair("background", None, 1))
    assert both.polarity == (LabelPair(None, None, 2), LabelPair("support", "contrast", 1))


def test_only_the_parts_asked_for_are_read_and_all_are_counted(snapshot: Snapshot) -> None:
    found = compare(snapshot, (A, B), {"only_b": slice(1, 2)})
    assert parts(found) == [[], [], ["local:5"]]
    assert [part.total for part in (found.both, found.only_a, found.only_b)] == [3, 1, 2]


def test_the_hubs_the_other_way_round_change_sides(snapshot: Snapshot) -> None:
    one, other = compare(snapshot, (A, B), WHOLE), compare(snapshot, (B, A), WHOLE)
    assert (one.a, one.only_a.total, ids(one.both)) == (other.b, other.only_b.total, ids(other.both))
    assert other.both.roles == (LabelPair("background", "method", 2), LabelPair(None, "background", 1))


def test_hubs_that_nobody_cites_share_nothing(snapshot: Snapshot) -> None:
    found = compare(snapshot, (A, ALONE), WHOLE)
    assert (found.both.total, found.only_a.total, found.only_b.total) == (0, 4, 0)
    assert found.overlap == Overlap(either=4, share_of_a=0.0, share_of_b=None, jaccard=0.0)
    assert (found.both.roles, found.both.polarity) == ((), ())


def test_a_hub_is_not_compared_with_itself_under_whatever_names(snapshot: Snapshot) -> None:
    with pytest.raises(SameHub, match=f"expected two hubs to compare, found {A} as both; name another for one of them"):
        compare(snapshot, (A, "s2:77"), WHOLE)


def test_a_hub_that_is_not_held_is_named(snapshot: Snapshot) -> None:
    with pytest.raises(HubNotFound, match=r"found 'arxiv:1901\.00009'"):
        compare(snapshot, (A, "arxiv:1901.00009"), WHOLE)


@pytest.mark.parametrize("seed", range(5))
def test_parts_are_what_sets_say(make_version: Make, seed: int) -> None:
    chance = np.random.default_rng(seed)
    papers = [Paper(f"local:{n:03}", f"Paper {n}", year=2000 + int(chance.integers(5))) for n in range(200)]
    citing = {hub: sorted(chance.choice(200, 90, replace=False).tolist()) for hub in (A, B)}
    cited = [
        Citation(hub, f"local:{n:03}", (*ROLES, None)[chance.integers(9)], (*POLARITIES, None)[chance.integers(5)])
        for hub, numbers in citing.items()
        for n in numbers
    ]
    found = compare(make_version(papers, cited, HUBS[:2]).snapshot, (A, B), {name: slice(0, 200) for name in WHOLE})
    a, b = ({one.citing: one for one in cited if one.hub == hub} for hub in (A, B))
    assert [set(part) for part in parts(found)] == [a.keys() & b.keys(), a.keys() - b.keys(), b.keys() - a.keys()]
    assert sum(map(len, parts(found))) == found.overlap.either == len(a.keys() | b.keys())
    roles, polarity = (
        Counter((getattr(a[name], label), getattr(b[name], label)) for name in a.keys() & b.keys())
        for label in ("role", "polarity")
    )
    assert {(pair.a, pair.b): pair.count for pair in found.both.roles} == roles
    assert {(pair.a, pair.b): pair.count for pair in found.both.polarity} == polarity
