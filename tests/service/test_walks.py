"""Long lists read while they grow, and a thousand queries asked in two ways, before and after a restart."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from service.settings import Settings

Many = Callable[..., Path]
Ids = list[str]

PAGE = 100


def walk(client: TestClient, after_page: Callable[[int], None], **asked: str) -> Ids:
    """The ids of every page, in order. Every page must come from the version that the first one came from."""
    ids: Ids = []
    versions: set[str] = set()
    cursor: dict[str, str] = {}
    while True:
        page = client.get("/v1/search", params={**asked, **cursor, "limit": PAGE}).json()
        ids += [hit["paper"]["id"] for hit in page["hits"]]
        versions.add(page["index_id"])
        if page["next_cursor"] is None:
            assert len(versions) == 1
            return ids
        cursor = {"cursor": page["next_cursor"]}
        after_page(len(ids) // PAGE)


@pytest.mark.slow
def test_a_walk_over_50_000_papers_has_no_duplicate_and_no_gap_while_another_thread_adds_papers(
    empty_engine: Engine, many: Many
) -> None:
    held = 50_000
    empty_engine.import_file(many(held))
    begin, added = threading.Event(), threading.Semaphore(0)

    def add() -> None:
        begin.wait()
        for start in (held, held + 10):
            empty_engine.import_file(many(10, start))
            added.release()

    def see_it_grow(page: int) -> None:
        begin.set()
        if page in (200, 400):
            assert added.acquire(timeout=120)

    adding = threading.Thread(target=add)
    adding.start()
    with TestClient(create_app(empty_engine)) as client:
        ids = walk(client, see_it_grow)
    adding.join()
    by_title = sorted(range(held), key=lambda n: f"paper {n}")
    assert ids == [f"local:n{n:05}" for n in by_title]
    assert empty_engine.view().paper_count == held + 20


def test_a_search_walks_on_in_its_version_however_many_come_after(empty_engine: Engine, many: Many) -> None:
    empty_engine.import_file(many(1200))

    def add(page: int) -> None:
        empty_engine.import_file(many(1, 5000 + page))

    with TestClient(create_app(empty_engine)) as client:
        ids = walk(client, add, q="paper 7")
    assert sorted(ids) == [f"local:n{n:05}" for n in range(1200)]
    assert empty_engine.view().paper_count == 1211  # more versions than are kept


DEMO = Path(__file__).resolve().parents[2] / "service" / "demo" / "citers.jsonl"


def thousand_queries() -> list[str]:
    """Pairs of neighbouring words, and words, of the bundled hub's own texts."""
    papers = [json.loads(line) for line in DEMO.read_text("utf-8").splitlines()]
    texts = [re.findall(r"[\w-]*\w", f"{paper['title']} {paper.get('abstract', '')}") for paper in papers]
    pairs = dict.fromkeys(f"{one} {other}" for words in texts for one, other in pairwise(words))
    return [*dict.fromkeys(word for words in texts for word in words)][:300] + [*pairs][:700]


QUERIES, HITS = thousand_queries(), 5


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("demo"))
    with Engine.open(settings) as engine:
        engine.load_demo()
    return settings


@contextmanager
def service(settings: Settings) -> Iterator[TestClient]:
    """A service that only reads, so that it keeps no query's vector and embeds each one every time."""
    with Engine.open(settings, writer=False) as engine, TestClient(create_app(engine)) as client:
        yield client


def ranked(reply: dict[str, Any]) -> list[tuple[str, float, float]]:
    return [(hit["paper"]["id"], hit["score"], hit["probability"]) for hit in reply["hits"]]


def asked_in_batches(client: TestClient) -> list[list[tuple[str, float, float]]]:
    replies = []
    for start in range(0, len(QUERIES), 64):
        queries = [{"q": query, "limit": HITS} for query in QUERIES[start : start + 64]]
        replies += client.post("/v1/search/batch", json={"queries": queries}).json()["results"]
    return [ranked(reply) for reply in replies]


def asked_one_by_one(client: TestClient) -> list[list[tuple[str, float, float]]]:
    return [ranked(client.get("/v1/search", params={"q": query, "limit": HITS}).json()) for query in QUERIES]


@pytest.mark.slow
def test_a_thousand_queries_rank_the_same_in_batches_and_one_by_one_before_and_after_a_restart(
    demo_folder: Settings,
) -> None:
    with service(demo_folder) as client:
        batches, singles = asked_in_batches(client), asked_one_by_one(client)
    with service(demo_folder) as client:
        again = asked_in_batches(client)
    assert (len(QUERIES), sum(map(len, batches))) == (1000, 1000 * HITS)
    assert batches == singles
    assert again == batches
