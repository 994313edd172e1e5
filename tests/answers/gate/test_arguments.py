"""Two names that changed places around the same words are found, and paraphrases are not."""

import pytest

from answers.gate.arguments import rearranged


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("VarroA1 infected Nosema2 in hives.", "Nosema2 infected VarroA1 in hives.", ("infect",)),
        ("VarroA1 was infected by Nosema2.", "Nosema2 infected VarroA1 in hives.", ()),
        ("VarroA1 correlated with Nosema2.", "Nosema2 correlated with VarroA1.", ()),
        ("Bees moved from straw to wood.", "Bees moved from wood to straw.", ("straw",)),
        ("It was bred on clover and sold on heather.", "It was bred on heather and sold on clover.", ("clover",)),
        ("Wax melts while honey sets.", "Honey melts while wax sets.", ("set",)),
        ("We search the hive's brood for good queens.", "We search for a good queen in the brood of the hive.", ()),
        ("Swarming results in crowding.", "Swarming results from crowding.", ("in",)),
        ("Straw is the best hive.", "Straw is the second best hive.", ("best",)),
        ("Drones are fed first, then workers.", "Workers are fed first, then drones.", ("then",)),
    ],
)
def test_names_that_changed_places_are_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert rearranged(claim, [quote]) == found
