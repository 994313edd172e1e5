"""Everything by which a claim says what its quotes do not: each rule of the gate that needs nothing but the words."""

from collections.abc import Sequence

from answers.amounts import unstated_amounts
from answers.bounds import crossed
from answers.comparing import promoted, swapped, turned_round
from answers.contests import contested
from answers.credited import miscredited
from answers.exchanged import exchanged
from answers.labels import mislabelled
from answers.overclaims import overclaimed
from answers.polarity import reversed_in
from answers.replaced import replaced
from answers.significance import insignificant


def faults(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What is wrong, each as its kind and the claim's word for it; what quotes state is read as one text."""
    together = " ".join(quotes)
    amounts = [claim[amount.start : amount.end].strip() for amount in unstated_amounts(claim, together)]
    turned = dict.fromkeys([*reversed_in(claim, together), *contested(claim, quotes), *turned_round(claim, quotes)])
    found = {
        "amount": amounts,
        "exchanged": exchanged(claim, quotes),
        "bound": crossed(claim, quotes),
        "turned": turned,
        "swapped": (*swapped(claim, quotes), *miscredited(claim, quotes)),
        "surpassed": promoted(claim, quotes),
        "overclaimed": (*overclaimed(claim, quotes), *insignificant(claim, quotes)),
        "replaced": (*replaced(claim, quotes), *mislabelled(claim, quotes)),
    }
    return tuple(f"{kind} {word}" for kind, words in found.items() for word in words)
