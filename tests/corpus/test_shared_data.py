"""The real pages and corpora: every entry as its truth says, every twin told apart or joined as it should be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from corpus.values import Hub, Problem, Record, Stated
from tests.corpus import kept

Read = Callable[..., tuple[Hub | None, list[Record], list[Problem]]]
pytestmark = pytest.mark.shared

ORCA = "Orca: Progressive Learning from Complex Explanation Traces of GPT-4"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def told(records: list[Record]) -> list[tuple[str, str | None]]:
    return [(record.paper.title, record.paper.tldr) for record in records]


def test_the_orca_page(read: Read, shared_data: Path) -> None:
    hub, records, problems = read(shared_data / "hubs" / "orca_pith_page.txt")
    truth = rows(shared_data / "orca_eval" / "papers.jsonl")
    assert hub is not None
    assert (hub.paper.title, len(hub.paper.abstract or "")) == (ORCA, 1802)
    stated = Stated("Canonical reference", 0.83, "background", "citing Pith papers", None, (("background", 12),))
    assert (hub.stated, hub.known_total) == (stated, None)
    assert told(records) == [(paper["title"], paper["summary"]) for paper in truth]
    assert problems == []


@pytest.mark.parametrize(("layout", "total"), [("seed", None), ("card", 30)])
def test_the_rendered_pages(read: Read, shared_data: Path, layout: str, total: int | None) -> None:
    folder = shared_data / "hubs"
    truth = json.loads((folder / f"rendered_{layout}_layout_truth.json").read_text("utf-8"))
    hub, records, problems = read(folder / f"rendered_{layout}_layout.txt")
    assert hub is not None
    assert hub.stated is not None
    assert (hub.paper.title, hub.paper.abstract) == (truth["hub_title"], truth["hub_abstract"])
    assert (hub.stated.share, hub.known_total) == (truth["percent"] / 100, total)
    assert told(records) == [(paper["title"], paper["summary"]) for paper in truth["citing_papers"]]
    assert problems == []


def test_a_page_and_a_list_of_the_same_papers_are_thirty_papers(read: Read, store: Store, shared_data: Path) -> None:
    hub, page, _ = read(shared_data / "hubs" / "orca_pith_page.txt")
    named, listed, _ = read(shared_data / "orca_eval" / "papers.jsonl", hub="local:orca", hub_title=ORCA)
    assert (store.put(hub, page).added, store.put(named, listed).merged) == (30, 30)
    assert len(kept.papers(store)) == 31


def test_twins_in_an_export_are_joined_by_what_they_share(read: Read, store: Store, shared_data: Path) -> None:
    _, records, problems = read(shared_data / "hubs" / "turing_papers.jsonl")
    counts = store.put(None, records)
    assert (counts.added, counts.merged, problems) == (1064, 17, [])
    assert store.put(None, records).skipped == 1081


def test_papers_of_one_title_in_the_anthology_stay_apart(read: Read, store: Store, shared_data: Path) -> None:
    _, records, _ = read(shared_data / "hubs" / "acl_titles_only.jsonl")
    assert store.put(None, records).added == 5712
