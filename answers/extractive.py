"""Answers a question in the citers' own words: searches, judges sentences, refuses or selects, arranges, composes."""

from dataclasses import dataclass, replace

from answers.absence import defining, foreign_concepts, speaking_of
from answers.arrangement import arranged
from answers.citing import to_cite
from answers.compose import Answered, composed, refused
from answers.evidence import Evidence, gather, shares
from answers.found import Found, found_for
from answers.loosening import loosening
from answers.refusal import Refusal, answering, fits, refusal, unstated
from answers.selection import Point, select
from answers.sentences import Embeds
from answers.shapes import changed, disputed, shape_of
from answers.tally import tally
from answers.understanding import Reading, understand
from answers.values import Answer, AskRequest, Shape
from answers.vocabulary import Vocabulary
from index.searcher import Searcher

SURVEYS = ("open", "comparison", "definition", "change", "dispute")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was found, all of it judged and the nearest first, and the points to make; without any, why not."""

    found: Found
    nearest: tuple[Evidence, ...]
    points: tuple[Point, ...]
    said_no: Refusal | None


def answer_extractively(searcher: Searcher, embedder: Embeds, request: AskRequest) -> Answer:
    """Claims that are sentences of the citers asked, or a refusal that names the nearest papers."""
    hubs = request.hubs
    reading = understand(searcher, request.question, hubs, request.filters, request.earlier)
    shape = shape_of(reading.question)
    if shape in ("dispute", "change"):
        about = disputed if shape == "dispute" else changed
        reading = replace(reading, question=about(reading.question))
    asked = reading.question
    chosen = _chosen(searcher, embedder, reading, shape, hubs, request.max_sources)
    hits, query = chosen.found.hits, asked.query
    answered = Answered(request.question, reading.understood, shape, chosen.found.degraded)
    cited = None if chosen.said_no else {hits[one.hit].paper.id for point in chosen.points for one in point.told}
    told_alone = shape == "dispute"
    counted = tally(searcher, query, hubs, reading.filters, cited, told_alone=told_alone) if asked.about_set else None
    if chosen.said_no:
        loosen = loosening(searcher, query, hubs, reading.filters)
        return refused(answered, chosen.said_no, [hits[one.hit] for one in chosen.nearest], counted, loosen)
    return composed(answered, arranged(shape, asked, chosen.points, hits), hits, counted)


def _chosen(
    searcher: Searcher, embedder: Embeds, reading: Reading, shape: Shape, hubs: tuple[str, ...], most: int
) -> Chosen:
    asked = reading.question
    listed = reading.every_paper or (shape in ("dispute", "change") and not asked.concepts)
    found = found_for(searcher, asked, shape, hubs, reading.filters, most)
    vocabulary = Vocabulary(searcher, hubs)
    weights = shares(asked, vocabulary.weight)
    judged = gather(asked, searcher.version, found.hits, embedder, weights)
    near = judged
    if not listed:
        foreign = foreign_concepts(asked, weights, vocabulary)
        near = defining(asked, speaking_of(foreign, answering(judged, found.total), embedder), vocabulary)
        if near and shape in SURVEYS:
            near = speaking_of(foreign, to_cite(judged, found.total, most, terse=asked.terse), embedder)
    points = select(asked, near, lambda scored: fits(asked, shape, scored, found.hits), most)
    unnamed = unstated(asked, shape) if listed and shape == "dispute" and found.hits and not points else None
    said_no = unnamed or (None if listed and points else refusal(asked, near, found.hits, vocabulary))
    nearest = tuple(sorted(judged, key=lambda one: -one.closeness))
    return Chosen(found, nearest, tuple(points), said_no or (None if points else unstated(asked, shape)))
