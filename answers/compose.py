"""Puts claims, markers and numbered sources together; a source's number is its place in the order of first citation."""

from collections.abc import Iterable, Sequence

from answers.evidence import Scored
from answers.refusal import Refusal
from answers.selection import Point
from answers.values import Answer, Claim, Evidence, Source, Tally
from answers.wording import standing_alone
from index.values import Hit

FINAL = ".!?…。！？"
VERBATIM = 1.0  # a claim in its source's own words is supported by construction
NEAREST = 3  # papers named as sources of a refusal


def composed(
    question: str, points: Sequence[Point], hits: Sequence[Hit], tally: Tally | None, degraded: tuple[str, ...] = ()
) -> Answer:
    """An answer that makes these points."""
    numbers: dict[int, int] = {}
    for point in points:
        for scored in point.told:
            numbers.setdefault(scored.hit, len(numbers) + 1)
    claims = tuple(_claim(point, numbers) for point in points)
    return Answer(
        question=question,
        answer=" ".join(marked(claim.text, claim.sources) for claim in claims),
        answerable=True,
        reason=None,
        claims=claims,
        sources=tuple(_source(n, hits[hit]) for hit, n in numbers.items()),
        generator="extractive",
        tally=tally,
        degraded=degraded,
    )


def refused(
    question: str, refusal: Refusal, hits: Iterable[Hit], tally: Tally | None, degraded: tuple[str, ...] = ()
) -> Answer:
    """An answer that makes no claim, says what is missing, and names the nearest papers."""
    nearest = tuple(_source(n, hit) for n, hit in enumerate(list(hits)[:NEAREST], start=1))
    where = f" The nearest is “{nearest[0].paper.title}”." if nearest else ""
    return Answer(
        question=question,
        answer=f"{refusal.missing}{where}",
        answerable=False,
        reason=refusal.reason,
        claims=(),
        sources=nearest,
        generator="extractive",
        tally=tally,
        degraded=degraded,
    )


def marked(text: str, sources: Iterable[int]) -> str:
    """The sentence with its markers before the final punctuation, which is a full stop where it has none."""
    markers = "".join(f"[{n}]" for n in sources)
    body = text.rstrip(FINAL)
    return f"{body} {markers}{text[len(body) :] or '.'}"


def _claim(point: Point, numbers: dict[int, int]) -> Claim:
    sources = tuple(sorted(numbers[scored.hit] for scored in point.told))
    evidence = tuple(_evidence(scored, numbers[scored.hit]) for scored in point.told)
    return Claim(standing_alone(point.main.sentence.text), sources, VERBATIM, evidence)


def _evidence(scored: Scored, source: int) -> Evidence:
    sentence = scored.sentence
    return Evidence(source, sentence.field, sentence.text, sentence.start, sentence.end, sentence.context)


def _source(n: int, hit: Hit) -> Source:
    return Source(n, hit.paper, hit.citation)
