"""Claims altered by rule so that their source no longer supports them: another number, a negation, another name."""

import random
import re
from collections.abc import Sequence

from answers.text.amounts import amounts_of
from answers.text.naming import names_of
from answers.text.number_words import SPELT

# A change of direction is a negation in other words.
TURNED = {
    "outperforms": "underperforms", "outperform": "underperform", "outperforming": "underperforming",
    "improves": "worsens", "improve": "worsen", "improving": "worsening", "improved": "worsened",
    "increases": "decreases", "increase": "decrease", "increasing": "decreasing", "increased": "decreased",
    "decreases": "increases", "decrease": "increase", "decreasing": "increasing", "decreased": "increased",
    "reduces": "raises", "reduce": "raise", "reducing": "raising", "reduced": "raised",
    "better": "worse", "worse": "better", "higher": "lower", "lower": "higher", "faster": "slower",
    "slower": "faster", "more": "less", "fewer": "more", "with": "without", "without": "with",
}  # fmt: skip
DENIED = {"is": "is not", "are": "are not", "was": "was not", "were": "were not", "can": "cannot", "does": "does not",
          "do": "do not", "has": "has not", "have": "have not", "will": "will not", "should": "should not"}  # fmt: skip
DENIAL = re.compile(
    r"\b(?P<verb>is|are|was|were|does|do|has|have|will|should|can|could)\s+not\b|\b(?P<whole>cannot)\b"
    r"|\b(?P<short>is|are|was|were|does|do|has|have|should|could)n['’]t\b|\bnot\s+",
    re.IGNORECASE,
)
VERB = re.compile(r"\b(?:is|are|was|were|can|does|has|have|will|should)\b", re.IGNORECASE)
WE = re.compile(r"\b(?P<who>[Ww]e|I) (?P<verb>[a-z]+)\b")
# Verbs in the third person that a summary's subject does: "outperforms", "allows"; nouns end alike, so these alone.
THIRD = re.compile(
    r"\b(?P<verb>achiev|allow|enabl|requir|generaliz|learn|scal|us|lead|perform|provid|yield|match|exceed|reach|produc"
    r"|help|work|handl|captur|solv|depend|affect|mak|exploit|leverag|employ|prevent|avoid|obtain|demonstrat|show"
    r"|improv|outperform|reduc|increas)(?P<end>e?s)\b"
)


def another_number(claim: str, draw: random.Random) -> str | None:
    """The claim with one of its numbers changed to one that it does not hold; None where it states none."""
    stated = [amount for amount in amounts_of(claim) if amount.value]
    if not stated:
        return None
    amount = draw.choice(stated)
    written = claim[amount.start : amount.end]
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", written)
    if figure:
        at, end = amount.start + figure.start(), amount.start + figure.end()
        others = [other for other in _figures(figure.group(), draw) if other not in claim]
        return _replaced(claim, at, end, others[0]) if others else None
    word = re.search(r"[^\W\d_]+", written)
    words = [one for one, value in SPELT.items() if value not in (0, amount.value) and value < 20]
    if word is None or word.group().lower() not in SPELT:
        return None
    return _replaced(claim, amount.start, amount.start + word.end(), draw.choice(words))


def _figures(figure: str, draw: random.Random) -> list[str]:
    """Some figures of as many digits."""
    return ["".join(draw.choice("123456789") if char.isdigit() else char for char in figure) for _ in range(20)]


def _replaced(text: str, start: int, end: int, other: str) -> str:
    return text[:start] + other + text[end:]


def flipped(claim: str, draw: random.Random) -> str | None:
    """The claim denied where it affirmed, or the other way round; None where no rule applies."""
    denial = DENIAL.search(claim)
    if denial:
        kept = denial["verb"] or denial["short"] or ("can" if denial["whole"] else "")
        return _replaced(claim, denial.start(), denial.end(), kept)
    ways = [way for way in (_turned(claim, draw), _denied(claim)) if way is not None]
    return draw.choice(ways) if ways else None


def _turned(claim: str, draw: random.Random) -> str | None:
    words = [match for match in re.finditer(r"[^\W\d_]+", claim) if match.group() in TURNED]
    if not words:
        return None
    word = draw.choice(words)
    return _replaced(claim, word.start(), word.end(), TURNED[word.group()])


def _denied(claim: str) -> str | None:
    verb = VERB.search(claim)
    if verb:
        return _replaced(claim, verb.start(), verb.end(), DENIED[verb.group().lower()])
    third = THIRD.search(claim)
    if third:
        plain = third["verb"] + ("e" if third["end"] == "es" else "")
        return _replaced(claim, third.start(), third.end(), f"does not {plain}")
    we = WE.search(claim)
    return _replaced(claim, we.start("verb"), we.start("verb"), "do not ") if we else None


def another_name(claim: str, names: Sequence[str], draw: random.Random) -> str | None:
    """The claim with one of its names replaced by another of `names`; None where it has none of them."""
    own = [name for name in names_of(claim) if name in set(names)]
    if not own:
        return None
    name = draw.choice(own)
    other = draw.choice([one for one in names if one.lower() != name.lower()])
    return re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", other, claim, count=1)
