"""A tiny data set of invented papers, and searches and answers that can be worked out on paper."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answers.values import Answer, Claim, Evidence, Source
from corpus.values import Paper
from index.values import Hit, Match, Related, SearchRequest, SearchResult

PAPERS = [
    {"id": "p1", "title": "Rivers", "summary": "Rivers carve valleys."},
    {"id": "p2", "title": "Lakes", "tldr": "Lakes hold water."},
    {"id": "p3", "title": "Deserts", "abstract": "Deserts are dry."},
    {"id": "p4", "title": "Clouds"},
]
QUERIES = [
    {"qid": "t1", "kind": "topic", "text": "water"},
    {"qid": "t2", "kind": "topic", "text": "nonsense", "answerable": False},
    {
        "qid": "q1",
        "kind": "question",
        "text": "what carves valleys?",
        "facts": [{"paper_id": "p1", "fact": "rivers carve valleys"}],
        "near_misses": ["p2"],
    },
    {"qid": "q2", "kind": "question", "text": "who paints?", "answerable": False},
    {"qid": "e1", "paper_id": "p1", "facet": "method"},
]
QRELS = [("t1", "p1", 2), ("t1", "p2", 1), ("t1", "p3", 0), ("q1", "p1", 2), ("e1", "p2", 2), ("e1", "p3", 0)]

WriteFolder = Callable[..., Path]


@pytest.fixture
def write_folder(tmp_path: Path) -> WriteFolder:
    def write(papers: list[Any] = PAPERS, queries: list[Any] = QUERIES, qrels: list[Any] = QRELS) -> Path:
        folder = tmp_path / "rivers"
        folder.mkdir()
        (folder / "papers.jsonl").write_text("\n".join(map(json.dumps, papers)), "utf-8")
        (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
        lines = [("qid", "paper_id", "relevance"), *qrels]
        (folder / "qrels.tsv").write_text("".join("\t".join(map(str, line)) + "\n" for line in lines), "utf-8")
        return folder

    return write


@pytest.fixture
def folder(write_folder: WriteFolder) -> Path:
    return write_folder()


def hit(rank: int, paper_id: str, probability: float, aliases: tuple[str, ...] = ()) -> Hit:
    paper = Paper(id=paper_id, title="T", aliases=aliases)
    match = Match("title", "T", 0, 1)
    return Hit(rank, probability, probability, probability >= 0.5, paper, None, match)


def hits(*found: tuple[str, float]) -> tuple[Hit, ...]:
    return tuple(hit(rank, f"local:{name}", probability) for rank, (name, probability) in enumerate(found, start=1))


FOUND = {
    "water": hits(("p2", 0.9), ("p1", 0.8), ("p4", 0.1)),
    "nonsense": (),
    "what carves valleys?": hits(("p1", 1.0), ("p3", 0.6)),
    "who paints?": hits(("p4", 0.7)),
    "Rivers Rivers carve valleys.": hits(("p1", 1.0), ("p3", 0.4), ("p2", 0.3)),
}


@pytest.fixture
def search() -> Callable[[SearchRequest], SearchResult]:
    def found(request: SearchRequest) -> SearchResult:
        all_hits = FOUND[request.query or ""]
        relevant = sum(each.relevant for each in all_hits)
        return SearchResult(
            request.query, request.mode, len(all_hits), relevant, all_hits[request.offset :][: request.limit], {}
        )

    return found


@pytest.fixture
def related() -> Callable[..., Related]:
    def like(like: tuple[str, ...], *, hub: str, facet: str, limit: int) -> Related:
        assert (like, facet, limit) == (("local:p1",), "method", 4)
        return Related(hits(("p4", 0.9), ("p1", 0.9), ("p2", 0.8), ("p3", 0.2)), total=4)

    return like


RIVERS = Paper(id="local:p1", title="Rivers", tldr="Rivers carve valleys.")
LAKES = Paper(id="local:p2", title="Lakes", tldr="Lakes hold water.")


def answered(question: str, text: str, claim: Claim) -> Answer:
    sources = (Source(1, RIVERS, None), Source(2, LAKES, None))
    return Answer(question, text, True, None, (claim,), sources, "extractive")


def refused(question: str) -> Answer:
    return Answer(question, "The citing papers do not say.", False, "nothing near", (), (), "extractive")


@pytest.fixture
def ask() -> Callable[[str], Answer]:
    """Answers one question with a right and a near-miss paper, an altered quote and a marker of no source."""

    def answer(question: str) -> Answer:
        if question == "who paints?":
            return refused(question)
        evidence = (Evidence(1, "tldr", "Rivers", 0, 6), Evidence(2, "tldr", "Lakes!", 0, 6))
        claim = Claim("Rivers carve valleys.", (1, 2), 0.9, evidence)
        return answered(question, "Rivers carve valleys [1, 2][7].", claim)

    return answer
