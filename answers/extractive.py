"""Answers a question in the citers' own words: searches, judges sentences, refuses or selects, arranges, composes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from answers.absence import absent, defining, speaking_of, strange_in, unnamed
from answers.arrangement import arranged
from answers.citing import to_cite
from answers.compose import Answered, composed, refused
from answers.evidence import Evidence, Scored, Shares, judged, shares
from answers.found import Found, found_for, misspelt
from answers.loosening import loosening
from answers.naming import own_names
from answers.question import Extreme
from answers.refusal import (
    NO_YEARS,
    Refusal,
    against,
    answering,
    comparing,
    fits,
    holding,
    of_its_settings,
    refusal,
    telling,
    unstated,
    untold,
)
from answers.selection import Point, listing, select
from answers.sentences import Embeds, read
from answers.several import joined, parts_of
from answers.shapes import changed, disputed, shape_of
from answers.tally import tally
from answers.understanding import Reading, nearest_to, understand
from answers.values import Answer, AskRequest, Shape
from answers.vocabulary import Vocabulary
from index.searcher import Searcher
from index.tokens import stems
from index.values import Hit

SURVEYS = ("open", "comparison", "definition", "change", "dispute")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was found, all of it judged and the nearest first, and the points to make; without any, why not.

    `asked` are the shares of the question's words; `names` those of which a paper asked for must hold one; `year` is
    that of the newest or oldest papers, where these are asked for.
    """

    found: Found
    asked: Shares
    names: frozenset[str]
    year: int | None
    nearest: tuple[Evidence, ...]
    points: tuple[Point, ...]
    said_no: Refusal | None


def answer_extractively(searcher: Searcher, embedder: Embeds, request: AskRequest) -> Answer:
    """Claims that are sentences of the citers asked, or a refusal that names the nearest papers."""
    reading = understand(searcher, request.question, request.hubs, request.filters, request.earlier)
    parts = parts_of(reading.whole, partial(nearest_to, searcher))
    whole = _answered(searcher, embedder, request, reading)
    if len(parts) == 1 or request.max_sources < len(parts):
        return whole
    each_most = request.max_sources // len(parts)
    asked = [replace(request, question=part, earlier=(), max_sources=each_most) for part in parts]
    answers = [
        _answered(searcher, embedder, each, understand(searcher, each.question, each.hubs, each.filters))
        for each in asked
    ]
    return joined(whole, parts, answers) if any(answer.answerable for answer in answers) else whole


def _answered(searcher: Searcher, embedder: Embeds, request: AskRequest, reading: Reading) -> Answer:
    hubs = request.hubs
    shape = shape_of(reading.question)
    if shape in ("dispute", "change"):
        about = disputed if shape == "dispute" else changed
        reading = replace(reading, question=about(reading.question))
    asked = reading.question
    most = min(request.max_sources, asked.wanted or request.max_sources)
    chosen = _chosen(searcher, embedder, reading, shape, hubs, most)
    hits, query = chosen.found.hits, asked.query
    told = untold(reading.whole, reading.understood.question)
    dated = reading.filters.year_from is not None or reading.filters.year_to is not None
    undated = NO_YEARS if dated and not searcher.known(hubs).facets["year"] else None
    said_no = told or undated or chosen.said_no
    answered = Answered(request.question, reading.understood, shape, chosen.found.suggestions)
    cited = None if said_no else {hits[one.hit].paper.id for point in chosen.points for one in point.told}
    counted = None
    if asked.about_set and told is None:
        dated = asked.extreme is None or chosen.year is not None  # without a year none is the newest
        matching, disputes = cited if dated else None, shape == "dispute"
        counted = tally(
            searcher,
            query,
            hubs,
            reading.filters,
            matching,
            chosen.asked,
            names=chosen.names,
            year=chosen.year,
            told_alone=disputes,
        )
    if said_no:
        loosen = () if told else loosening(searcher, query, hubs, reading.filters)
        nearest = [hits[one.hit] for one in chosen.nearest]
        return refused(answered, said_no, nearest, counted, loosen)
    return composed(answered, arranged(shape, asked, chosen.points, hits), hits, counted)


def _chosen(
    searcher: Searcher, embedder: Embeds, reading: Reading, shape: Shape, hubs: tuple[str, ...], most: int
) -> Chosen:
    asked = reading.question
    listed = reading.every_paper or (shape in ("dispute", "change") and not asked.concepts)
    found = found_for(searcher, asked, shape, hubs, reading.filters, most)
    vocabulary = Vocabulary(searcher, hubs)
    said = read(searcher.version, found.hits, embedder)
    weights = shares(asked, vocabulary.weight)
    near = every = judged(asked, found.hits, said, embedder, weights)
    held = frozenset().union(*(one.held for one in every))
    foreign = strange_in(asked, weights, vocabulary, held)
    if foreign.words:
        foreign = strange_in(asked, weights, vocabulary, held.union(stems(" ".join(misspelt(searcher, asked)))))
    names = own_names(asked) if asked.about_set else frozenset()
    nameless = () if listed or shape == "comparison" else unnamed(asked, foreign, vocabulary, every)
    if nameless:
        near = []
    elif not listed:
        near = speaking_of(foreign, asked, answering(every, found.total), said, embedder)
        near = defining(asked, near, vocabulary) or (comparing(asked, every) if shape == "comparison" else [])
        if near and shape in SURVEYS:
            near = speaking_of(foreign, asked, to_cite(every, found.total, most, terse=asked.terse), said, embedder)
        near = holding(names, of_its_settings(asked, weights, near))
    year = _extreme(near, found.hits, asked.extreme)
    near = [one for one in near if year is None or found.hits[one.hit].paper.year == year]
    named = telling(weights, every)

    def fit(scored: Scored) -> bool:
        return fits(asked, shape, scored, found.hits, named)

    points = _listed(reading, shape, near, fit, most) if listed else select(asked, near, fit, most)
    undisputed = unstated(asked, shape) if listed and shape == "dispute" and found.hits and not points else None
    refused_for = nameless or absent(asked, foreign, vocabulary)
    said_no = undisputed or (None if listed and points else refusal(asked, near, found.hits, refused_for))
    nearest = tuple(sorted(every, key=lambda one: -one.closeness))
    said_no = said_no or (None if points else unstated(asked, shape))
    return Chosen(found, weights, names, year, nearest, tuple(points), said_no)


def _extreme(near: Sequence[Evidence], hits: Sequence[Hit], wanted: Extreme | None) -> int | None:
    """The latest or the earliest year of these papers, where that is asked for."""
    years = [year for one in near if (year := hits[one.hit].paper.year)]
    if wanted is None or not years:
        return None
    return max(years) if wanted == "newest" else min(years)


def _listed(
    reading: Reading, shape: Shape, near: Sequence[Evidence], fit: Callable[[Scored], bool], most: int
) -> list[Point]:
    """What is said of papers that the question asks for by nothing that it names."""
    if shape != "dispute" and "contrast" not in reading.filters.polarity:
        return listing(near, fit, lambda _: 0, most)
    return listing(near, fit, lambda scored: against(scored.sentence), most)
