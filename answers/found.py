"""Searches for the papers that an answer is made from: for the question, and for each side of what it compares."""

from dataclasses import dataclass

from answers.question import Question
from answers.shapes import sides
from answers.values import Shape
from index.searcher import Searcher
from index.values import Filters, Hit, SearchRequest

CANDIDATES = 16  # papers whose sentences are read: a settling abstract is nearly always among the first few
LISTED = 200  # papers read where a question names nothing to choose them by
EACH_SIDE = 6  # further papers, found for one side of a comparison


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for the question, then those for its sides; `total` counts the papers in scope that were ranked."""

    hits: tuple[Hit, ...]
    total: int
    degraded: tuple[str, ...]


def found_for(
    searcher: Searcher, question: Question, shape: Shape, hubs: tuple[str, ...], filters: Filters, most: int
) -> Found:
    """A question of no words lists the newest papers that pass the filters."""
    limit = max(CANDIDATES if question.concepts else LISTED, most)
    first = searcher.search(SearchRequest(query=question.query, hubs=hubs, filters=filters, limit=limit))
    hits = list(first.hits)
    for side in _sides(question) if shape == "comparison" else ():
        further = searcher.search(SearchRequest(query=side, hubs=hubs, filters=filters, limit=EACH_SIDE))
        held = {hit.paper.id for hit in hits}
        hits += [hit for hit in further.hits if hit.paper.id not in held]
    return Found(tuple(hits), first.total, first.degraded)


def _sides(question: Question) -> tuple[str, ...]:
    """Each side with the words that the question has beside both."""
    compared = sides(question)
    if compared is None:
        return ()
    taken = {word.lower() for side in (compared.one, compared.other) for word in side.split()}
    beside = " ".join(word for word in question.words if word not in taken)
    return tuple(f"{side} {beside}".strip() for side in (compared.one, compared.other))
