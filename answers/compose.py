"""Puts claims, markers and numbered sources together; a source's number is its place in the order of first citation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answers.arrangement import Part
from answers.markers import marked
from answers.refusal import Refusal
from answers.selection import Point
from answers.sentences import quotation
from answers.text.headings import unheaded
from answers.text.wording import standing_alone
from answers.values import Answer, Claim, Loosening, Shape, Source, Tally, Understood
from index.values import Hit, Suggestion

VERBATIM = 1.0  # a claim in its source's own words is supported by construction
NEAREST = 3  # papers named as sources of a refusal
MISSPELT = 6  # letters from which a word that nobody uses is likelier misspelt than off the subject


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer says of its question, whatever the answer."""

    question: str
    understood: Understood
    shape: Shape
    suggestions: tuple[Suggestion, ...] = ()


def composed(reading: Answered, parts: Sequence[Part], hits: Sequence[Hit], tally: Tally | None) -> Answer:
    """An answer that makes the points of these parts."""
    numbers: dict[int, int] = {}
    for part in parts:
        for point in part.points:
            for scored in point.told:
                numbers.setdefault(scored.hit, len(numbers) + 1)
    claims = tuple(_claim(point, numbers, part.heading) for part in parts for point in part.points)
    return told(reading, claims, tuple(_source(n, hits[hit]) for hit, n in numbers.items()), tally)


def told(reading: Answered, claims: tuple[Claim, ...], sources: tuple[Source, ...], tally: Tally | None) -> Answer:
    """An answer of claims in its citers' own words."""
    return Answer(
        question=reading.question,
        answer=" ".join(marked(claim.text, claim.sources) for claim in claims),
        answerable=True,
        reason=None,
        claims=claims,
        sources=sources,
        generator="extractive",
        tally=tally,
        shape=reading.shape,
        understood=reading.understood,
        stances=_stances(sources),
    )


def refused(
    reading: Answered, refusal: Refusal, hits: Iterable[Hit], tally: Tally | None, loosen: tuple[Loosening, ...] = ()
) -> Answer:
    """An answer that makes no claim, says what is missing, which words may be misspelt, and names the nearest papers
    and the filter to leave out."""
    nearest = tuple(_source(n, hit) for n, hit in enumerate(list(hits)[:NEAREST], start=1))
    said = [refusal.missing]
    meant = [f"“{one.meant}” by “{one.word}”" for one in reading.suggestions if len(one.word) >= MISSPELT]
    said += [f"Did you mean {', '.join(meant)}?"] if meant else []
    if loosen:
        count = f"{loosen[0].relevant:,} {'paper' if loosen[0].relevant == 1 else 'papers'}"
        filtered = f"{loosen[0].filter.replace('_', ' ')} {loosen[0].value}"
        said.append(f"Without the filter “{filtered}”, {count} would be relevant.")
    if nearest:
        said.append(f"The nearest is “{nearest[0].paper.title}”.")
    return Answer(
        question=reading.question,
        answer=" ".join(said),
        answerable=False,
        reason=refusal.reason,
        claims=(),
        sources=nearest,
        generator="extractive",
        tally=tally,
        shape=reading.shape,
        understood=reading.understood,
        loosen=loosen,
    )


def _stances(sources: Iterable[Source]) -> dict[str, int]:
    """How many of the cited papers are labelled as supporting the hub, as contrasting with it, and so on."""
    counted = Counter(source.citation.polarity for source in sources if source.citation and source.citation.polarity)
    return dict(sorted(counted.items()))


def _claim(point: Point, numbers: dict[int, int], heading: str | None) -> Claim:
    sources = tuple(sorted(numbers[scored.hit] for scored in point.told))
    evidence = tuple(quotation(scored.sentence, numbers[scored.hit]) for scored in point.told)
    return Claim(standing_alone(unheaded(point.main.sentence.text)), sources, VERBATIM, evidence, heading)


def _source(n: int, hit: Hit) -> Source:
    return Source(n, hit.paper, hit.citation)
