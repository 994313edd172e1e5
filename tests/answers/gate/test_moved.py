"""An amount that a quote has of one group, thing or time is not another's, even where the claim states no other."""

import pytest

from answers.gate.faults import faults
from answers.gate.moved import moved

TYPES = (
    "The mean depth and mean width were 6.8 cm and 58.3 mm, respectively, in the type I wooden hives; "
    "4.4 cm and 45.9 mm in the type III hives."
)
GROUPS = "Overall, 25 colonies swarmed, eight (21%) in those left on syrup and 17 (46%) in the smoked ones (P = 0.02)."
SITES = "Swarms stayed for 17.5 hours (Lower Orchard) compared to 20.5 hours (Mill Meadow)."
PAIR = "The queens lay 15.56 and 10.21 eggs in May-to-June and July-to-August counts."
MEASURES = "The scale has a sensitivity of 87.5% and a specificity of 71.4%."
APART = "Thirty-eight colonies had mites, while 20 colonies had moths."


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("The mean width was 45.9 mm in the type I hives.", TYPES, ("45.9",)),
        ("The mean width was 45.9 mm in the type III hives.", TYPES, ()),
        ("The mean depth was 6.8 cm in the type I hives.", TYPES, ()),
        ("The mean depth was 6.8 cm in the type III hives.", TYPES, ("6.8",)),
        ("Of the smoked colonies 8 swarmed.", GROUPS, ("8",)),
        ("Of the colonies left on syrup 8 swarmed.", GROUPS, ()),
        ("Of the colonies that were fed 8 swarmed.", GROUPS, ()),
        ("Swarms stayed for 17.5 hours at Mill Meadow.", SITES, ("17.5",)),
        ("Swarms stayed for 17.5 hours at Lower Orchard.", SITES, ()),
        ("Swarms stayed for 17.5 hours, less than at Mill Meadow.", SITES, ()),
        ("Swarms stayed for 17.5 hours at Lower Orchard and 20.5 at Mill Meadow.", SITES, ()),
        ("Queens lay 15.56 eggs in July-to-August counts.", PAIR, ("15.56",)),
        ("Queens lay 15.56 eggs in May-to-June counts.", PAIR, ()),
        ("Queens lay 15.56 eggs in spring counts.", PAIR, ()),
        ("The scale has a specificity of 87.5%.", MEASURES, ("87.5%",)),
        ("The scale has a sensitivity of 87.5%.", MEASURES, ()),
        ("Moths were found in 38 colonies.", APART, ("38",)),
        ("Mites were found in 38 colonies.", APART, ()),
    ],
)
def test_an_amount_stays_with_its_group(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert moved(claim, [quote]) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("At 3 months foragers of the smoked colonies slept longer.", ("3",)),
        ("At 9 months foragers of the smoked colonies slept longer.", ()),
        ("At nine months foragers of the smoked colonies slept longer.", ()),
    ],
)
def test_an_amount_of_time_stays_with_what_was_found_then(claim: str, found: tuple[str, ...]) -> None:
    quote = "Mites were counted every 3 months for 1 year. At 9 months foragers of the smoked colonies slept longer."
    assert moved(claim, [quote]) == found


def test_a_moved_amount_is_a_fault() -> None:
    assert faults("The scale has a specificity of 87.5%.", [MEASURES]) == ("exchanged 87.5%",)
