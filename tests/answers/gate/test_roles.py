"""What a quote says of one of two, no claim says of the other."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.gate.roles import MOST, misassigned

WORDS = st.lists(st.sampled_from(["straw", "syrup", "hive", "feeder", "frame"]), max_size=12)


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        (
            "Carnica swarms in May while Buckfast stays in the hive.",
            "In warm years Buckfast swarms in May, while Carnica stays in its hive.",
            ("buckfast",),
        ),
        (
            "Carnica swarms in May while Buckfast stays in the hive.",
            "Buckfast stays in the hive, whereas Carnica swarms in May.",
            (),
        ),
        (
            "Under smoke, QX gets calm in cold hives while QY robs them.",
            "QY seems to get calm as soon as hives are cold, while QX robs those.",
            ("qx",),
        ),
        (
            "The scale weighs frames rather than whole hives.",
            "Instead of frames that are full, the scale weighs whole hives.",
            ("frame",),
        ),
        ("The scale weighs frames rather than whole hives.", "The scale weighs frames instead of hives.", ()),
        ("Syrup feeders serve straw hives.", "Straw feeders are put into syrup hives.", ("straw",)),
        ("Good feeders serve new hives.", "New feeders are put into good hives.", ()),
    ],
)
def test_two_that_have_changed_places_are_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert misassigned(claim, [quote]) == found


@given(claim=WORDS, quote=WORDS)
def test_nouns_are_compared_as_if_each_pair_were_compared_with_each(claim: list[str], quote: list[str]) -> None:
    theirs = set(pairwise(quote))
    own = sorted(set(pairwise(claim)) - theirs)
    found = [
        one
        for (one, noun), (other, last) in permutations(own, 2)
        if one < other and len({one, noun, other, last}) == 4 and {(other, noun), (one, last)} <= theirs
    ]
    assert misassigned(" ".join(claim), [" ".join(quote)]) == tuple(dict.fromkeys(found))


@pytest.mark.parametrize(("before", "found"), [(MOST - 1, ("qx",)), (MOST, ())])
def test_of_a_list_only_the_first_are_set_against_each_other(before: int, found: tuple[str, ...]) -> None:
    claim = f"{'some lamps burn; ' * before}under smoke, QX gets calm in cold hives while QY robs them."
    quote = "QY seems to get calm as soon as hives are cold, while QX robs those."
    assert misassigned(claim, [quote]) == found
