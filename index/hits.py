"""Turns ranked rows into hits: the paper, how it cites, the passage that shows why, and what each leg said."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.values import Citation, Paper
from index.match import best_match
from index.ranking import Ranking, rank_at
from index.scope import Scope
from index.values import Filters, Hit, Match
from index.version import IndexVersion


@dataclass(frozen=True, slots=True)
class Showing:
    """What the hits of one reply have in common."""

    version: IndexVersion
    scope: Scope
    filters: Filters
    explain: bool = False


def listed_hit(showing: Showing, row: int, rank: int) -> Hit:
    """A paper in a list that nobody asked to rank: it is all that was asked for, so it counts as relevant."""
    paper = showing.version.snapshot.paper(row)
    citation = citation_in(showing, row)
    signals: dict[str, float | int | None] = {"semantic_rank": None, "lexical_rank": None}
    return Hit(rank, 0.0, 1.0, True, paper, citation, _match(showing, row, paper, citation, {}), signals)


def ranked_hit(showing: Showing, ranking: Ranking, place: int, rank: int) -> Hit:
    """The paper in this place of the ranking."""
    row = int(ranking.rows[place])
    paper = showing.version.snapshot.paper(row)
    citation = citation_in(showing, row)
    return Hit(
        rank=rank,
        score=float(ranking.scores[place]),
        probability=float(ranking.probability[place]),
        relevant=bool(ranking.relevant[place]),
        paper=paper,
        citation=citation,
        match=_match(showing, row, paper, citation, ranking.weights),
        signals=_signals(showing, ranking, place),
    )


def _match(showing: Showing, row: int, paper: Paper, citation: Citation | None, weights: Mapping[str, float]) -> Match:
    return best_match(paper, citation, showing.version.said.weighed(row, weights), weights)


def citation_in(showing: Showing, row: int) -> Citation | None:
    """The paper's citation of the first hub in scope that passes the filters on citations."""
    for hub, _ in showing.scope.members:
        citation = showing.version.snapshot.citation(hub, row)
        if citation is not None and passes(citation, showing.filters):
            return citation
    return None


def passes(citation: Citation, filters: Filters) -> bool:
    """Whether one citation satisfies every filter that looks at citations."""
    return (
        (not filters.role or citation.role in filters.role)
        and (not filters.polarity or citation.polarity in filters.polarity)
        and filters.influential in (None, citation.influential)
        and filters.self_citation in (None, citation.self_citation)
    )


def _signals(showing: Showing, ranking: Ranking, place: int) -> dict[str, float | int | None]:
    """Ranks and raw scores of both legs; when explained, the parts that add up to the score, and each word's."""
    row, words = int(ranking.rows[place]), ranking.lexical[place] > 0
    embedded = bool(showing.version.vectors[row].any())
    signals: dict[str, float | int | None] = {
        "semantic_rank": rank_at(ranking.meaning, place) if embedded else None,
        "lexical_rank": rank_at(ranking.lexical, place) if words else None,
        "semantic_score": float(ranking.meaning[place]),
        "lexical_score": round(float(ranking.lexical[place]), 6),
    }
    if ranking.told[place] > 0:
        signals["context_score"] = float(ranking.told[place])
    if showing.explain:
        signals["semantic_part"] = float(ranking.fused.semantic[place])
        signals["lexical_part"] = float(ranking.fused.lexical[place])
        if ranking.fused.reranked is not None:
            signals["reranker_part"] = float(ranking.fused.reranked[place])
        parts = showing.version.lexical.parts(ranking.asked, row)
        signals |= _word_parts(parts, float(ranking.lexical[place] - ranking.told[place]))
    return signals


def _word_parts(parts: dict[str, float], whole: float) -> dict[str, float]:
    """To six decimals; the largest takes what is rounded off the others, so that they add up to the whole."""
    rounded = {f"word:{word}": round(part, 6) for word, part in parts.items()}
    if rounded:
        largest = max(rounded, key=lambda word: rounded[word])
        rounded[largest] = round(rounded[largest] + whole - sum(rounded.values()), 6)
    return rounded
