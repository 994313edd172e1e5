"""What every claim passes before it is shown, whoever wrote it: known sources, quotes that support it, plain text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answers.gate.backing import backing
from answers.gate.built_in import BuiltInChecker
from answers.gate.checking import SUPPORTED, Checker, Strictest
from answers.gate.claim_text import sentences_of
from answers.sentences import Embeds, Sentence, quotation
from answers.values import Claim, Source
from corpus.values import Citation, Paper

MOST_CLAIMS = 20
MOST_SOURCES = 8  # of one claim that are looked at


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as written, with the places, counted from 0, of the sources that it names."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Consulted:
    """A retrieved paper, and the sentences of it that a claim may rest on."""

    paper: Paper
    citation: Citation | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Backed:
    """One source that supports a claim: its place, how far, and by which of its sentences."""

    place: int
    support: float
    quotes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence that may be shown, and every source that supports it, in the order in which they were named."""

    text: str
    backed: tuple[Backed, ...]

    @property
    def support(self) -> float:
        return max(one.support for one in self.backed)


def checked_by(embedder: Embeds, entailment: Checker | None = None) -> "Gate":
    """The gate with the built-in checker and, where there is one, a model beside it."""
    built_in = BuiltInChecker(embedder)
    return Gate(built_in if entailment is None else Strictest((built_in, entailment)), embedder)


class Gate:
    """Lets through what the sources support, and nothing else. The same claims and sources always give the same."""

    def __init__(self, checker: Checker, embedder: Embeds) -> None:
        self.name = checker.name
        self._checker, self._embedder = checker, embedder

    def passed(self, drafts: Iterable[Draft], sources: Sequence[Consulted]) -> list[Passed]:
        """The sentences that pass, each once, at most `MOST_CLAIMS`; a sentence without a source that supports it
        is not among them."""
        found: dict[str, Passed] = {}
        for text, places in _sentences(drafts, len(sources)):
            if text.casefold() not in found:
                backed = tuple(self._backed(text, sources, places))
                if backed:
                    found[text.casefold()] = Passed(text, backed)
            if len(found) == MOST_CLAIMS:
                break
        return list(found.values())

    def _backed(self, text: str, sources: Sequence[Consulted], places: Iterable[int]) -> Iterator[Backed]:
        for place in places:
            quotes = backing(text, sources[place].sentences, self._embedder)
            verdict = self._checker.check(text, [quote.text for quote in quotes])
            if verdict.support >= SUPPORTED:
                yield Backed(place, verdict.support, quotes)


def _sentences(drafts: Iterable[Draft], known: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every sentence of every draft with the sources it names that there are, each once."""
    for draft in drafts:
        places = tuple(dict.fromkeys(place for place in draft.sources if 0 <= place < known))[:MOST_SOURCES]
        if places:
            for sentence in sentences_of(draft.text):
                yield sentence, places


def numbered(passed: Sequence[Passed], sources: Sequence[Consulted]) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """Claims and the sources they cite, numbered from 1 in the order in which they are first cited."""
    order = dict.fromkeys(one.place for claim in passed for one in claim.backed)
    numbers = {place: n for n, place in enumerate(order, start=1)}
    cited = tuple(Source(n, sources[place].paper, sources[place].citation) for place, n in numbers.items())
    return tuple(_claim(one, numbers) for one in passed), cited


def _claim(passed: Passed, numbers: dict[int, int]) -> Claim:
    backed = sorted(passed.backed, key=lambda one: numbers[one.place])
    return Claim(
        text=passed.text,
        sources=tuple(numbers[one.place] for one in backed),
        support=passed.support,
        evidence=tuple(quotation(quote, numbers[one.place]) for one in backed for quote in one.quotes),
    )
