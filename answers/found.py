"""Searches for the papers that an answer is made from: for the question, and for each side of what it compares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from answers.questions.question import Extreme, Question
from answers.questions.shapes import sides
from answers.sentences import quotable
from answers.text.definitions import defines
from answers.text.wordlists import FUNCTION_WORDS, GENERAL_WORDS, SCAFFOLD_WORDS
from answers.text.words import WORD, words
from answers.values import Shape
from index.queries.suggest import suggestions
from index.searcher import Searcher
from index.values import Filters, Hit, SearchRequest, SearchResult, Sort, Suggestion

CANDIDATES = 16  # papers whose sentences are read: a settling abstract is nearly always among the first few
LISTED = 200  # papers read where a question names nothing to choose them by
YEARS, EACH_YEAR = 8, 25  # of a change in nothing that is named: years told of, and papers read of each
LONG = 7  # letters
EACH_SIDE = 6  # further papers, found for one side of a comparison
# Papers looked through for those that say what a thing is: where all are about it, the nearest need not.
DEFINING = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for the question, then those for its sides; `total` counts the papers in scope that were ranked, and
    `suggestions` are for words that may be misspelt."""

    hits: tuple[Hit, ...]
    total: int
    suggestions: tuple[Suggestion, ...] = ()


def found_for(
    searcher: Searcher, question: Question, shape: Shape, hubs: tuple[str, ...], filters: Filters, most: int
) -> Found:
    """A question of no words lists the newest papers that pass the filters, or of a change those of some years."""
    limit = max(CANDIDATES if question.concepts else LISTED, most)
    sort: Sort = "year" if question.extreme == "oldest" and not question.concepts else "relevance"
    request = SearchRequest(query=question.query, hubs=hubs, filters=filters, sort=sort, limit=limit)
    first = searcher.search(request)
    hits = list(first.hits)
    if question.kind == "definition":
        further = searcher.search(replace(request, limit=DEFINING))
        hits += (hit for hit in _unheld(further, hits) if _defined_in(hit, question.concepts[:1]))
    if question.extreme and question.concepts:
        hits += _unheld(searcher.search(_by_year(request, question.extreme)), hits)
    if shape == "change" and not question.concepts:
        dated = [searcher.search(_of_year(request, year)).hits for year in _years(first)]
        in_turn = (hit for each in zip_longest(*dated) for hit in each if hit is not None)
        hits = [*in_turn, *(hit for hit in hits if hit.paper.year is None)]
    for side in _sides(question) if shape == "comparison" else ():
        further = searcher.search(SearchRequest(query=side, hubs=hubs, filters=filters, limit=EACH_SIDE))
        hits += _unheld(further, hits)
    return Found(tuple(hits), first.total, tuple(filter(_likely, first.suggestions)))


def _defined_in(hit: Hit, concepts: Sequence[str]) -> bool:
    """Whether a sentence of its paper says what this is."""
    return any(defines(each.text, concept) for concept in concepts for each in quotable(hit.paper))


def _by_year(request: SearchRequest, wanted: Extreme) -> SearchRequest:
    """The newest or the oldest of all relevant papers: they need not be among the most relevant."""
    return replace(request, sort="-year" if wanted == "newest" else "year", relevant_only=True)


def _unheld(further: SearchResult, hits: Sequence[Hit]) -> list[Hit]:
    held = {hit.paper.id for hit in hits}
    return [hit for hit in further.hits if hit.paper.id not in held]


def misspelt(searcher: Searcher, question: Question) -> tuple[str, ...]:
    """Words that nothing in the index holds, so long that they can hardly be others than those they are a letter
    from."""
    version = searcher.version
    found = suggestions(version, version.snapshot.rows(), question.query)
    return tuple(each.word for each in found if len(each.word) >= LONG and not each.held)


def _likely(suggestion: Suggestion) -> bool:
    """A plain word that papers happen not to use is spelt as it is."""
    return suggestion.word.lower() not in GENERAL_WORDS | FUNCTION_WORDS | SCAFFOLD_WORDS


def _years(found: SearchResult) -> list[int]:
    """Some of the years that papers are of, evenly chosen, the first and the last among them."""
    known = sorted(int(year) for year in found.facets["year"] if year.isdigit())
    count = min(YEARS, len(known))
    return [known[round(place * (len(known) - 1) / max(count - 1, 1))] for place in range(count)]


def _of_year(request: SearchRequest, year: int) -> SearchRequest:
    return replace(request, filters=replace(request.filters, year_from=year, year_to=year), limit=EACH_YEAR)


def _sides(question: Question) -> tuple[str, ...]:
    """Each side with the words that the question has beside both."""
    compared = sides(question)
    if compared is None:
        return ()
    taken = {word for side in (compared.one, compared.other) for word in words(side)}
    beside = [word for word in question.words if word not in taken]
    return tuple(" ".join((*WORD.findall(side), *beside)) for side in (compared.one, compared.other))
