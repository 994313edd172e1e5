"""Answers a question in the citers' own words: reads it, chooses what to tell, counts, and composes the reply."""

from dataclasses import replace
from functools import partial

from answers.arrangement import arranged
from answers.choosing import Aim, Chosen, choose
from answers.compose import Answered, composed, refused
from answers.inventory import inventory, listing_of
from answers.loosening import loosening
from answers.questions.shapes import changed, disputed, shape_of
from answers.questions.understanding import Reading, nearest_to, understand
from answers.refusal import NO_YEARS, OF_HUB, Refusal, untold
from answers.sentences import Embeds
from answers.several import joined, parts_of
from answers.tally import tally
from answers.treatment import Asking, treated
from answers.values import Answer, AskRequest, Tally
from answers.wanted import chances_of
from index.searcher import Searcher


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
    shape = shape_of(reading.question)
    if shape in ("dispute", "change"):
        about = disputed if shape == "dispute" else changed
        reading = replace(reading, question=about(reading.question))
    most = min(request.max_sources, reading.question.wanted or request.max_sources)
    aim = Aim(reading, shape, request.hubs, most)
    told = untold(reading.whole, reading.understood.question)
    undated = _undated(searcher, aim)
    if reading.treatment and not told and not undated:
        asking = Asking(
            Answered(request.question, reading.understood, shape), reading.treatment, reading.question.about_set, most
        )
        return treated(searcher, searcher.known(request.hubs).scope.hubs[0], reading.filters, asking)
    listed = None if told or undated else _listed(searcher, aim, Answered(request.question, reading.understood, shape))
    if listed is not None:
        return listed
    chosen = choose(searcher, embedder, aim)
    hits, asked = chosen.found.hits, reading.question
    said_no = told or undated or (OF_HUB if chosen.said_no and reading.of_hub else chosen.said_no)
    answered = Answered(request.question, reading.understood, shape, chosen.found.suggestions)
    counted = _counted(searcher, aim, chosen, said_no) if asked.about_set and told is None else None
    if said_no:
        loosen = () if told else loosening(searcher, asked.query, request.hubs, reading.filters)
        return refused(answered, said_no, [hits[one.hit] for one in chosen.nearest], counted, loosen)
    return composed(answered, arranged(shape, asked, chosen.points, hits), hits, counted)


def _listed(searcher: Searcher, aim: Aim, answered: Answered) -> Answer | None:
    """The things named by the citers of one hub, where the question is for these."""
    listing, hubs = listing_of(aim.asked, answered, aim.most), searcher.known(aim.hubs).scope.hubs
    return inventory(searcher, hubs[0], aim.reading.filters, listing) if listing and len(hubs) == 1 else None


def _undated(searcher: Searcher, aim: Aim) -> Refusal | None:
    filters = aim.reading.filters
    dated = filters.year_from is not None or filters.year_to is not None
    return NO_YEARS if dated and not searcher.known(aim.hubs).facets["year"] else None


def _counted(searcher: Searcher, aim: Aim, chosen: Chosen, said_no: Refusal | None) -> Tally:
    hits, asked = chosen.found.hits, aim.asked
    yearless = asked.extreme is not None and not chosen.wanted.years  # then none is the newest
    told = {hits[one.hit].paper.id for point in chosen.points for one in point.told}
    found = chosen.chances or chances_of(searcher, aim.scope, chosen.wanted)
    return tally(searcher, found, chosen.wanted, None if said_no or yearless else told)
