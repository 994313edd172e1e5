"""10,000 random pairs of query and filter: every leg, their fusion and the facets equal plain Python by value."""

import math
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.values import POLARITIES, ROLES, Citation, Hub, Paper
from embeddings.embedder import Embedder
from index.facets import facets
from index.fusion import CLOSEST_SHARE, SEMANTIC_SHARE
from index.queries.filters import allowed_rows
from index.ranking import rank
from index.scope import scope_of
from index.searcher import Searcher
from index.text.tokens import query_stems
from index.values import Filters
from index.version import IndexVersion, open_current
from index.worded import worded
from index.words.write_lexical import field_stems
from tests.built import build_version

K1, B = 1.2, 0.75
WORDS = tuple(
    re.split(" ", "student search image teacher fine-tuning Phi-4 1.3B RLHF models of the reward data GPT-4 distilled")
)
VENUES = ("ACL", "EMNLP", "CVPR")
HUB = "local:000"
QUERIES, FILTERS = 100, 100


def text(dice: random.Random, least: int, most: int) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(least, most)))


def corpus(dice: random.Random) -> tuple[list[Paper], list[Citation]]:
    papers = [
        Paper(
            f"local:{n:03}",
            text(dice, 1, 4),
            abstract=text(dice, 3, 12) if dice.random() < 0.8 else None,
            year=dice.choice([None, 2022, 2023, 2024]),
            venue=dice.choice([None, *VENUES]),
        )
        for n in range(50)
    ]
    citations = [
        Citation(HUB, paper.id, role=dice.choice([None, *ROLES]), polarity=dice.choice([None, *POLARITIES]))
        for paper in papers[1:]
    ]
    return papers, citations


def some_filters(dice: random.Random) -> Filters:
    return Filters(
        role=tuple(dice.sample(ROLES, dice.choice([0, 0, 3, 5]))),
        polarity=tuple(dice.sample(POLARITIES, dice.choice([0, 0, 2, 3]))),
        year_from=dice.choice([None, None, 2023]),
        year_to=dice.choice([None, None, 2023]),
        venue=tuple(dice.sample(VENUES, dice.choice([0, 0, 1, 2]))),
        has_abstract=dice.choice([None, None, True, False]),
    )


def passes(paper: Paper, citation: Citation, asked: Filters) -> bool:
    return (
        (not asked.role or citation.role in asked.role)
        and (not asked.polarity or citation.polarity in asked.polarity)
        and (asked.year_from is None or (paper.year is not None and paper.year >= asked.year_from))
        and (asked.year_to is None or (paper.year is not None and paper.year <= asked.year_to))
        and (not asked.venue or paper.venue in asked.venue)
        and (asked.has_abstract is None or (paper.abstract is not None) == asked.has_abstract)
    )


def bm25(held: list[Counter[str]], query: str) -> list[float]:
    mean = sum(own.total() for own in held) / len(held)
    scores = [0.0] * len(held)
    for word in query_stems(query):
        having = sum(word in own for own in held)
        idf = math.log(1 + (len(held) - having + 0.5) / (having + 0.5))
        for row, own in enumerate(held):
            scores[row] += idf * own[word] / (own[word] + K1 * (1 - B + B * own.total() / mean))
    return scores


def most(held: list[Counter[str]], query: str) -> float:
    counts = [sum(word in own for own in held) for word in query_stems(query)]
    return sum(math.log(1 + (len(held) - having + 0.5) / (having + 0.5)) for having in counts)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> tuple[IndexVersion, list[Citation]]:
    papers, citations = corpus(random.Random(3))
    root: Path = tmp_path_factory.mktemp("drawn")
    build_version(root, papers=papers, citations=citations, hubs=[Hub(papers[0])], embedder=embedder, revision=1)
    version = open_current(root, model=embedder.name)
    assert version is not None
    return version, citations


def test_every_pair_gives_what_plain_python_gives(
    drawn: tuple[IndexVersion, list[Citation]], embedder: Embedder, closest: Callable[..., float]
) -> None:
    version, citations = drawn
    snapshot, scope = version.snapshot, scope_of(version.snapshot, (HUB,))
    papers = [snapshot.paper(row) for row in range(snapshot.n)]
    held = [Counter(field_stems(paper)) for paper in papers]
    vectors = np.asarray(version.vectors, dtype=np.float64)
    topics = Searcher(version, embedder).known(scope.hubs).topics
    dice = random.Random(4)
    filters = [some_filters(dice) for _ in range(FILTERS)]
    allowed = [
        [row for row in range(1, len(papers)) if passes(papers[row], citations[row - 1], each)] for each in filters
    ]
    for asked, want in zip(filters, allowed, strict=True):
        assert allowed_rows(snapshot, scope, asked).tolist() == want
        counted = facets(snapshot, scope, np.array(want, dtype=np.int32), topics)
        assert counted["role"] == Counter(role for row in want if (role := citations[row - 1].role))
        assert counted["polarity"] == Counter(found for row in want if (found := citations[row - 1].polarity))
        assert counted["year"] == Counter(str(papers[row].year) for row in want if papers[row].year)
        assert counted["venue"] == Counter(venue for row in want if (venue := papers[row].venue))
    for query in (text(dice, 1, 6) for _ in range(QUERIES)):
        vector = embedder.embed_query(query)
        cosine, words = vectors @ vector.astype(np.float64), np.array(bm25(held, query))
        sentences = np.array([closest(paper, vector) for paper in papers])
        meant = (1 - CLOSEST_SHARE) * cosine + CLOSEST_SHARE * np.maximum(cosine, sentences)
        fused = SEMANTIC_SHARE * meant + (1 - SEMANTIC_SHARE) * words / (most(held, query) or 1)
        for asked, want in zip(filters, allowed, strict=True):
            rows = np.array(want, dtype=np.int32)
            ranking = rank(version, scope, rows, worded(version, scope, rows, query, "hybrid"), vector, "hybrid")
            np.testing.assert_allclose(ranking.cosine, cosine[rows], atol=2e-6)
            np.testing.assert_allclose(ranking.meaning, meant[rows], atol=1e-5)
            np.testing.assert_allclose(ranking.lexical, words[rows], atol=1e-5)
            np.testing.assert_allclose(ranking.scores, fused[rows], atol=1e-5)
            mask = np.zeros(snapshot.n, dtype=bool)
            mask[rows] = True
            near, scores = version.nearest.search(vector[None, :], 5, mask)
            best = sorted(want, key=lambda row: (-round(float(cosine[row]), 5), row))[:5]
            np.testing.assert_allclose(scores[0][: len(best)], cosine[best], atol=2e-5)
            assert set(near[0].tolist()) - {-1} <= set(want), asked
            order = ranking.rows[ranking.order(len(rows))]
            assert np.all(np.diff(fused[order]) <= 2e-5)
