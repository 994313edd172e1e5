"""Turns ranked rows into hits: the paper, how it cites, the passage that shows why, and what each leg said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.values import Citation, Paper
from index.arrays import Rows, Scores
from index.ranking import Order, Ranking, ranks_at
from index.scope import Scope
from index.values import Filters, Hit, Match
from index.version import IndexVersion
from index.words.match import best_match
from index.words.said import Weighed

Signals = dict[str, float | int | None]


@dataclass(frozen=True, slots=True)
class Showing:
    """What the hits of one reply have in common; `legs` and `words` have their parts in a score told."""

    version: IndexVersion
    scope: Scope
    filters: Filters
    legs: bool = False
    words: bool = False


def listed_hits(showing: Showing, rows: Rows, above: int = 0) -> tuple[Hit, ...]:
    """Papers in a list that nobody asked to rank, after `above` others: all that was asked for, so all are relevant."""
    shown = _shown(showing, rows, {})
    return tuple(
        Hit(above + at, 0.0, 1.0, True, *each, {"semantic_rank": None, "lexical_rank": None})
        for at, each in enumerate(shown, start=1)
    )


def ranked_hits(showing: Showing, ranking: Ranking, places: Order, above: int = 0) -> tuple[Hit, ...]:
    """The papers in these places of the ranking, which come after `above` others."""
    scores, chances = ranking.scores[places].tolist(), ranking.probability[places].tolist()
    shown = _shown(showing, ranking.rows[places], ranking.weights)
    relevant, signals = ranking.relevant[places].tolist(), _signals(showing, ranking, places)
    return tuple(
        Hit(above + at + 1, scores[at], chances[at], relevant[at], *shown[at], signals[at]) for at in range(len(places))
    )


def _shown(showing: Showing, rows: Rows, weights: Mapping[str, float]) -> list[tuple[Paper, Citation | None, Match]]:
    """What a hit shows of each of these rows; `weights` are those of the stems asked for."""
    own = showing.version.said.weighed(rows.tolist(), weights)
    return [_seen(showing, row, said, weights) for row, said in zip(rows.tolist(), own, strict=True)]


def _seen(
    showing: Showing, row: int, own: Sequence[Weighed], weights: Mapping[str, float]
) -> tuple[Paper, Citation | None, Match]:
    paper, citation = showing.version.snapshot.paper(row), citation_in(showing, row)
    return paper, citation, best_match(paper, citation, own, weights)


def citation_in(showing: Showing, row: int) -> Citation | None:
    """The paper's citation of the first hub in scope that passes the filters on citations."""
    hubs, snapshot = showing.scope.hubs, showing.version.snapshot
    made = [snapshot.citation(hub, row) for hub in hubs] if hubs else snapshot.citations_of(row)
    return next((citation for citation in made if citation is not None and passes(citation, showing.filters)), None)


def passes(citation: Citation, filters: Filters) -> bool:
    """Whether one citation satisfies every filter that looks at citations."""
    return (
        (not filters.role or citation.role in filters.role)
        and (not filters.polarity or citation.polarity in filters.polarity)
        and filters.influential in (None, citation.influential)
        and filters.self_citation in (None, citation.self_citation)
    )


def _signals(showing: Showing, ranking: Ranking, places: Order) -> list[Signals]:
    """For each place ranks and raw scores of both legs, and the parts asked for that add up to the scores."""
    embedded = showing.version.vectors[ranking.rows[places]].any(axis=1)
    near = _ranks(ranking.meaning, places, np.asarray(embedded, dtype=bool))
    worded = _ranks(ranking.lexical, places, np.asarray(ranking.lexical[places] > 0, dtype=bool))
    signals = [_scores(ranking, int(place)) for place in places]
    if showing.legs:
        signals = [each | _legs(ranking, int(place)) for each, place in zip(signals, places, strict=True)]
    if showing.words:
        parts = showing.version.lexical.parts(ranking.asked, ranking.rows[places])
        own = (ranking.lexical - ranking.told)[places].tolist()
        signals = [each | _word_parts(*told) for each, *told in zip(signals, parts, own, strict=True)]
    return [
        {"semantic_rank": meaning, "lexical_rank": words, **each}
        for meaning, words, each in zip(near, worded, signals, strict=True)
    ]


def _ranks(scores: Scores, places: Order, held: NDArray[np.bool_]) -> list[int | None]:
    """The rank of each place; None where the leg does not have it."""
    ranks = iter(ranks_at(scores, places[held]))
    return [next(ranks) if each else None for each in held.tolist()]


def _scores(ranking: Ranking, place: int) -> Signals:
    signals: Signals = {
        "semantic_score": float(ranking.meaning[place]),
        "lexical_score": round(float(ranking.lexical[place]), 6),
    }
    if ranking.told[place] > 0:
        signals["context_score"] = float(ranking.told[place])
    return signals


def _legs(ranking: Ranking, place: int) -> Signals:
    fused = ranking.fused
    legs = {"semantic_part": fused.semantic, "lexical_part": fused.lexical, "reranker_part": fused.reranked}
    return {name: float(part[place]) for name, part in legs.items() if part is not None}


def _word_parts(parts: dict[str, float], whole: float) -> Signals:
    """To six decimals; the largest takes what is rounded off the others, so that they add up to the whole."""
    rounded: dict[str, float] = {f"word:{word}": round(part, 6) for word, part in parts.items()}
    if rounded:
        largest = max(rounded, key=lambda word: rounded[word])
        rounded[largest] = round(rounded[largest] + whole - sum(rounded.values()), 6)
    return {**rounded}
