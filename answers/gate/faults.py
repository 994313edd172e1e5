"""Everything by which a claim says what its quotes do not: each rule of the gate that needs nothing but the words."""

from collections.abc import Callable, Sequence

from answers.gate.arguments import rearranged
from answers.gate.bounds import crossed
from answers.gate.comparing import leaning, promoted, swapped, swapped_about, turned_round
from answers.gate.contests import contested
from answers.gate.costs import sacrificed
from answers.gate.credited import miscredited
from answers.gate.disclaimed import disclaimed
from answers.gate.exchanged import exchanged
from answers.gate.labels import mislabelled
from answers.gate.moved import moved
from answers.gate.nearest import nearest
from answers.gate.overclaims import overclaimed
from answers.gate.places import misplaced
from answers.gate.ranks import misranked
from answers.gate.replaced import renamed, replaced
from answers.gate.roles import misassigned
from answers.gate.scales import exaggerated
from answers.gate.significance import insignificant
from answers.gate.unstated import unstated_amounts
from answers.text.opposites import OPPOSITES
from answers.text.polarity import denied_by, reversed_in
from corpus.sentences import sentence_spans

Rule = Callable[[str, Sequence[str]], tuple[str, ...]]


def faults(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What is wrong, each as its kind and the claim's word for it; what quotes state is read as one text.

    Nothing is wrong with a claim that is whole sentences of a quote.
    """
    if any(_repeats(claim, quote) for quote in quotes):
        return ()
    together = " ".join(quotes)
    amounts = [claim[amount.start : amount.end].strip() for amount in unstated_amounts(claim, together)]
    closest = nearest(claim, quotes)
    turned = (*_denied(claim, quotes, closest), *_both(_turned, claim, quotes, closest), *sacrificed(claim, quotes))
    found = {
        "amount": amounts,
        "exchanged": dict.fromkeys([*exchanged(claim, quotes), *moved(claim, quotes)]),
        "bound": crossed(claim, quotes),
        "turned": turned or disclaimed(claim, quotes),
        "swapped": (*_both(_swapped, claim, quotes, closest), *miscredited(claim, quotes), *misassigned(claim, quotes)),
        "surpassed": _both(promoted, claim, quotes, closest),
        "overclaimed": (
            *overclaimed(claim, quotes),
            *insignificant(claim, quotes),
            *exaggerated(claim, quotes),
        ),
        "name": renamed(claim, quotes),
        "replaced": (*replaced(claim, quotes), *mislabelled(claim, quotes), *misranked(claim, quotes)),
    }
    return tuple(dict.fromkeys(f"{kind} {word}" for kind, words in found.items() for word in words))


def _repeats(claim: str, quote: str) -> bool:
    """Whether the claim is one or more whole sentences of the quote: a part of one may leave out what denies it."""
    said, held = _bare(claim), " ".join(quote.split())
    if not said or said not in held:
        return False
    spans = sentence_spans(held)
    starts = {start for start, _ in spans}
    return any(held.startswith(said, start) and _bare(held[start:end]) == said for start in starts for _, end in spans)


def _bare(text: str) -> str:
    """With single blanks, and without the final point."""
    return " ".join(text.split()).rstrip(".").rstrip()


def _both(rule: Rule, claim: str, quotes: Sequence[str], closest: Sequence[str]) -> tuple[str, ...]:
    """What a rule finds by all the quotes or by the closest one alone, whatever the others say in the same words."""
    by_closest = rule(claim, closest) if closest else ()
    return tuple(dict.fromkeys([*rule(claim, quotes), *by_closest]))


def _turned(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    without = leaning(claim, quotes)
    if without:
        return ("without",) if without < 0 else ()
    return (*contested(claim, quotes), *turned_round(claim, quotes), *misplaced(claim, quotes))


def _denied(claim: str, quotes: Sequence[str], closest: Sequence[str]) -> tuple[str, ...]:
    """By all the quotes, and by what the closest one denies."""
    if leaning(claim, quotes):
        return ()
    # The opposite word says the same where the two that are compared have changed places as well.
    twice = OPPOSITES.keys() if any(swapped_about(claim, quote) for quote in quotes) else ()
    by_all = (word for word in reversed_in(claim, " ".join(quotes)) if word not in twice)
    return (*by_all, *(word for quote in closest for word in denied_by(claim, quote)))


def _swapped(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    return (*swapped(claim, quotes), *rearranged(claim, quotes))
