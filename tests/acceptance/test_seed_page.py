"""A saved hub page becomes a hub: its own words, its numbers with what they count, and every citing paper it lists."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Citers
from tests.acceptance.product import Ended, Service

pytestmark = pytest.mark.shared

ORCA = "arxiv:2306.02707"
TITLE = "Orca: Progressive Learning from Complex Explanation Traces of GPT-4"
Entry = tuple[str, str | None]


@pytest.fixture(scope="module")
def orca(server: Service, shared_data: Path) -> Iterator[Service]:
    page = (shared_data / "hubs/orca_pith_page.txt").read_bytes()
    job = server.take_in(page, "page.txt", hub=ORCA)
    assert (job["state"], job["report"]["added"], job["report"]["format"]) == ("succeeded", 30, "pith")
    yield server
    assert server.http.delete(f"/v1/hubs/{ORCA}").json()["papers_removed"] == 31  # the hub's own paper too


@pytest.fixture(scope="module")
def shown(orca: Service, citers: Citers) -> tuple[Ended, Ended]:
    """The hub's page as the command draws it, and as JSON, while the service runs on the same folder."""
    with ThreadPoolExecutor(2) as both:
        drawn, told = both.map(lambda more: citers("summary", ORCA, "--data", orca.data, *more), ((), ("--json",)))
    return drawn, told


def listed(service: Service, hub: str) -> set[Entry]:
    hits = service.get(f"/v1/hubs/{hub}/citers", limit=100)["hits"]
    return {(hit["paper"]["title"], hit["paper"]["tldr"]) for hit in hits}


def test_the_hub_has_its_title_and_abstract(orca: Service, shared_data: Path) -> None:
    paper = orca.get(f"/v1/hubs/{ORCA}")["paper"]
    lines = (shared_data / "hubs/orca_pith_page.txt").read_text("utf-8").splitlines()
    assert paper["title"] == TITLE
    assert paper["abstract"] == lines[lines.index("abstract") + 1]


def test_the_page_counts_thirty_citers_held(orca: Service) -> None:
    coverage = orca.get(f"/v1/hubs/{ORCA}")["coverage"]
    assert (coverage["held"], coverage["with_tldr"], coverage["with_abstract"], coverage["labelled"]) == (30, 29, 0, 0)


def test_the_percentage_comes_with_what_it_counts_and_over_what(orca: Service) -> None:
    canonical = orca.get(f"/v1/hubs/{ORCA}")["canonical"]
    assert (canonical["share"], canonical["of"]) == (0.83, None)
    assert "83% of citing Pith papers" in canonical["rule"]
    assert "background" in canonical["rule"]


def test_the_role_counts_are_the_page_s_own_and_say_so(orca: Service) -> None:
    roles = orca.get(f"/v1/hubs/{ORCA}")["roles"]
    assert roles == {"background": 12, "of": 12, "basis": "page"}


def test_every_listed_paper_is_a_citer_with_its_summary(orca: Service, shared_data: Path) -> None:
    lines = (shared_data / "orca_eval/papers.jsonl").read_text("utf-8").splitlines()
    truth = {(paper["title"], paper["summary"]) for paper in map(json.loads, lines)}
    assert len(truth) == 30
    assert listed(orca, ORCA) == truth


def test_the_command_shows_the_same_page(shown: tuple[Ended, Ended]) -> None:
    assert shown[0].code == 0, shown[0].err
    text = " ".join(shown[0].out.split())
    for told in (TITLE, "83%", "citing Pith papers", "background", "12", "30"):
        assert told in text


def test_the_command_s_json_is_the_service_s_reply(orca: Service, shown: tuple[Ended, Ended]) -> None:
    assert shown[1].json() == orca.get(f"/v1/hubs/{ORCA}")


@pytest.mark.parametrize("layout", ["seed", "card"])
def test_each_layout_of_a_page_matches_its_truth_in_every_entry(
    server: Service, shared_data: Path, layout: str
) -> None:
    truth: dict[str, Any] = json.loads((shared_data / f"hubs/rendered_{layout}_layout_truth.json").read_text("utf-8"))
    page = (shared_data / f"hubs/rendered_{layout}_layout.txt").read_bytes()
    job = server.take_in(page, f"{layout}.txt")
    assert (job["state"], job["report"]["added"]) == ("succeeded", len(truth["citing_papers"]))

    hub = job["report"]["hub"]
    shown = server.get(f"/v1/hubs/{hub}")
    entries = listed(server, hub)
    server.http.delete(f"/v1/hubs/{hub}")

    assert entries == {(entry["title"], entry["summary"]) for entry in truth["citing_papers"]}
    assert (shown["paper"]["title"], shown["paper"]["abstract"]) == (truth["hub_title"], truth["hub_abstract"])
    assert shown["canonical"]["share"] == truth["percent"] / 100
    assert shown["coverage"]["held"] == 30
