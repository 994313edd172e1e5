"""Answers a question in the citers' own words: searches, judges sentences, refuses or selects, composes."""

from answers.absence import foreign_concepts, speaking_of
from answers.compose import composed, refused
from answers.evidence import gather, shares
from answers.question import read_question
from answers.refusal import answering, fits, refusal, unstated
from answers.selection import select
from answers.sentences import Embeds
from answers.tally import tally
from answers.values import Answer
from answers.vocabulary import Vocabulary
from index.searcher import Searcher
from index.values import Filters, SearchRequest

EVERYTHING = Filters()
CANDIDATES = 16  # papers whose sentences are read: a settling abstract is nearly always among the first few


def answer_extractively(
    searcher: Searcher,
    embedder: Embeds,
    question: str,
    *,
    hubs: tuple[str, ...] = (),
    filters: Filters = EVERYTHING,
    max_sources: int = 8,
) -> Answer:
    """Claims that are sentences of the citers of `hubs`, or a refusal that names the nearest papers."""
    asked = read_question(question)
    most = max(CANDIDATES, max_sources)
    found = searcher.search(SearchRequest(query=asked.query, hubs=hubs, filters=filters, limit=most))
    hits = found.hits if asked.query else ()
    vocabulary = Vocabulary(searcher, hubs)
    weights = shares(asked, vocabulary.weight)
    judged = gather(asked, searcher.version, hits, embedder, weights)
    foreign = foreign_concepts(asked, weights, vocabulary)
    near = speaking_of(foreign, answering(judged, found.total), embedder)
    points = select(asked, near, lambda scored: fits(asked, scored), max_sources)
    said_no = refusal(asked, near, hits, vocabulary) or (None if points else unstated(asked))
    cited = None if said_no else {hits[one.hit].paper.id for point in points for one in point.told}
    counted = tally(searcher, asked.query, hubs, filters, cited) if asked.about_set else None
    if said_no:
        nearest = sorted(judged, key=lambda one: -one.closeness)
        return refused(question, said_no, [hits[one.hit] for one in nearest], counted, found.degraded)
    return composed(question, points, hits, counted, found.degraded)
