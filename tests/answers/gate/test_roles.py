"""What a quote says of one of two, no claim says of the other."""

import pytest

from answers.gate.roles import misassigned


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
