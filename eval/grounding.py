"""What an answer is judged by: the papers it cites, whether it refused, and whether its markers and quotes hold."""

import re
from collections.abc import Iterator

from answers.values import Answer, Evidence, Source
from eval.cases import Query, own_ids
from eval.facts import stated_and_cited
from eval.metrics import Grades

MARKERS = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\]")


def answer_figures(
    query: Query, answer: Answer, grades: Grades, *, squarely: int, known: frozenset[str]
) -> dict[str, float]:
    """The figures that this answer can be measured by, each a value of this one question.

    The papers to cite are those of the facts or, where there are none, those squarely about the question. A refusal of
    an answerable question cites nothing: precision 0, recall 0.
    """
    cited = cited_papers(answer, known)
    figures = {
        "dangling markers": float(sum(1 for _ in dangling_markers(answer))),
        "quotes that differ": float(sum(1 for _ in altered_quotes(answer))),
    }
    if query.near_misses:
        figures["near misses cited"] = float(len(cited & set(query.near_misses)))
    if not query.answerable:
        return {"refused when unanswerable": float(not answer.answerable)} | figures
    wanted = papers_to_cite(query, grades, squarely)
    if wanted:
        right = len(cited & wanted)
        figures = {
            "citation precision": right / (len(cited) or 1),
            "citation recall": right / len(wanted),
            "citation F1": 2 * right / (len(cited) + len(wanted)),
        } | figures
    if query.facts:
        figures["facts stated and cited"] = sum(stated_and_cited(fact, answer, known) for fact in query.facts) / len(
            query.facts
        )
    return {"answered when answerable": float(answer.answerable)} | figures


def papers_to_cite(query: Query, grades: Grades, squarely: int) -> frozenset[str]:
    facts = frozenset(fact.paper_id for fact in query.facts)
    return facts or frozenset(paper_id for paper_id, grade in grades.items() if grade >= squarely)


def cited_papers(answer: Answer, known: frozenset[str]) -> frozenset[str]:
    """The data set's papers whose source number a claim names or the text shows as a marker."""
    numbers = {number for claim in answer.claims for number in claim.sources} | set(_markers(answer.answer))
    cited = [source.paper for source in answer.sources if source.n in numbers]
    return frozenset(paper_id for paper in cited for paper_id in own_ids(paper, known))


def dangling_markers(answer: Answer) -> Iterator[int]:
    """Every mention of a source number that no source has: in the text, in a claim or in its evidence."""
    named = [source.n for source in answer.sources]
    yield from (number for number in _markers(answer.answer) if number not in named)
    for claim in answer.claims:
        yield from (number for number in claim.sources if number not in named)
        yield from (evidence.source for evidence in claim.evidence if evidence.source not in named)


def altered_quotes(answer: Answer) -> Iterator[Evidence]:
    """Evidence whose quote is not, character for character, what its source holds at the offsets given."""
    sources = {source.n: source for source in answer.sources}
    for claim in answer.claims:
        for evidence in claim.evidence:
            source = sources.get(evidence.source)
            if source and not any(
                text[evidence.start : evidence.end] == evidence.quote for text in _held(source, evidence)
            ):
                yield evidence


def _held(source: Source, evidence: Evidence) -> Iterator[str]:
    match evidence.field:
        case "title":
            yield source.paper.title
        case "tldr":
            yield source.paper.tldr or ""
        case "abstract":
            yield source.paper.abstract or ""
        case "context":
            yield from (context.text for context in (source.citation.contexts if source.citation else ()))


def _markers(text: str) -> Iterator[int]:
    for marker in MARKERS.finditer(text):
        yield from (int(number) for number in marker.group(1).split(","))
