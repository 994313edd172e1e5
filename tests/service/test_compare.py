"""Two hubs side by side over HTTP: every citer in one part, page by page, and what cannot be compared."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from service.settings import Settings
from tests.service.conftest import HUB, HUB_TITLE, lines, open_letters

COMPARE = "/v1/hubs/compare"
OTHER = "doi:10.5555/other/hub"
PAIR = {"a": HUB, "b": OTHER}
PARTS = ("both", "only_a", "only_b")
OF_OTHER = (
    {"id": "arxiv:2101.00001", "title": "Amber lamps", "role": "result", "contexts": ["Others burn faster than ours."]},
    {"id": "doi:10.5555/a/b", "title": "Candle wax", "role": "background", "polarity": "support"},
    {"id": "plain-4", "title": "Dim rooms"},
    {"id": "plain-5", "title": "Empty halls", "year": 2020},
    {"id": "plain-6", "title": "Full moons", "year": 2024},
)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two tiny hubs that three papers cite both, for tests that only read."""
    folder = tmp_path_factory.mktemp("pair")
    with Engine.open(Settings(data=folder / "held"), open_embedder=open_letters) as engine:
        import_hub(engine, folder, HUB, HUB_TITLE, lines())
        import_hub(engine, folder, OTHER, "Candles", lines(OF_OTHER))
        with TestClient(create_app(engine)) as client:
            yield client


def import_hub(engine: Engine, folder: Path, hub: str, title: str, papers: bytes) -> None:
    (folder / "papers.jsonl").write_bytes(papers)
    engine.import_file(folder / "papers.jsonl", hub=hub, hub_title=title)


def ids(part: dict[str, Any]) -> list[str]:
    return [item["paper"]["id"] for item in part["items"]]


def labels(citation: dict[str, Any] | None) -> tuple[str | None, str | None] | None:
    return None if citation is None else (citation["role"], citation["polarity"])


def test_every_citer_is_in_one_part_the_newest_first(pair: TestClient) -> None:
    reply = pair.get(COMPARE, params=PAIR).json()
    assert [ids(reply[part]) for part in PARTS] == [
        ["local:plain-4", "doi:10.5555/a/b", "arxiv:2101.00001"],
        ["arxiv:2101.00002"],
        ["local:plain-6", "local:plain-5"],
    ]
    assert [(reply[part]["total"], reply[part]["next_cursor"]) for part in PARTS] == [(3, None), (1, None), (2, None)]


def test_the_hubs_and_their_overlap_are_told_in_numbers(pair: TestClient) -> None:
    reply = pair.get(COMPARE, params=PAIR).json()
    assert [(reply[side]["hub"], reply[side]["paper"]["title"], reply[side]["citers"]) for side in "ab"] == [
        (HUB, "Lanterns", 4),
        (OTHER, "Candles", 5),
    ]
    assert reply["overlap"] == {"either": 6, "share_of_a": 0.75, "share_of_b": 0.6, "jaccard": 0.5}
    assert (reply["degraded"], reply["index_id"]) == ([], pair.get("/v1/hubs").json()["index_id"])


def test_a_paper_comes_with_how_it_cites_each_hub(pair: TestClient) -> None:
    reply = pair.get(COMPARE, params=PAIR).json()
    cited = [item["citations"] for part in PARTS for item in reply[part]["items"]]
    assert [(labels(one["a"]), labels(one["b"])) for one in cited] == [
        ((None, None), (None, None)),
        (("method", "contrast"), ("background", "support")),
        (("method", "support"), ("result", None)),
        (("background", "neutral"), None),
        (None, (None, None)),
        (None, (None, None)),
    ]
    assert [one["text"] for one in cited[2]["b"]["contexts"]] == ["Others burn faster than ours."]
    assert (cited[2]["a"]["hub"], cited[2]["b"]["hub"]) == (HUB, OTHER)


def test_how_papers_cite_both_is_counted_pair_by_pair(pair: TestClient) -> None:
    both = pair.get(COMPARE, params=PAIR).json()["both"]
    assert both["roles"] == [
        {"a": "method", "b": "background", "count": 1},
        {"a": "method", "b": "result", "count": 1},
        {"a": None, "b": None, "count": 1},
    ]
    assert both["polarity"] == [
        {"a": "support", "b": None, "count": 1},
        {"a": "contrast", "b": "support", "count": 1},
        {"a": None, "b": None, "count": 1},
    ]


@pytest.mark.parametrize("a", ["2001.00001", "https://arxiv.org/abs/2001.00001v2", "arXiv:2001.00001"])
@pytest.mark.parametrize("b", ["10.5555/other/hub", "https://doi.org/10.5555/other/hub"])
def test_hubs_go_by_any_of_their_names(pair: TestClient, a: str, b: str) -> None:
    assert pair.get(COMPARE, params={"a": a, "b": b}).json() == pair.get(COMPARE, params=PAIR).json()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_is_listed_with_the_counts_of_all(pair: TestClient, part: str) -> None:
    whole, alone = pair.get(COMPARE, params=PAIR).json(), pair.get(COMPARE, params={**PAIR, "part": part}).json()
    assert alone[part] == whole[part]
    assert [ids(alone[other]) for other in PARTS if other != part] == [[], []]
    assert [alone[other]["total"] for other in PARTS] == [3, 1, 2]
    assert (alone["overlap"], alone["both"]["roles"]) == (whole["overlap"], whole["both"]["roles"])


@pytest.mark.parametrize("first", [{}, {"part": "both"}, {"part": "only_b"}], ids=str)
@pytest.mark.parametrize("then", ["with the part", "with the cursor alone"])
@pytest.mark.parametrize("part", PARTS)
def test_a_walk_through_a_part_meets_each_of_its_papers_once(
    pair: TestClient, first: dict[str, str], then: str, part: str
) -> None:
    named = {"part": part} if then == "with the part" else {}
    page = pair.get(COMPARE, params={**PAIR, **first, "limit": 1}).json()[part]
    met, pages = ids(page), 1
    while page["next_cursor"] is not None:
        page = pair.get(COMPARE, params={**PAIR, **named, "limit": 1, "cursor": page["next_cursor"]}).json()[part]
        met, pages = met + ids(page), pages + 1
    skipped = first.get("part", part) != part  # then the first page shows none of them, and leads to the first
    assert met == ids(pair.get(COMPARE, params=PAIR).json()[part])
    assert pages == len(met) + skipped


def test_pages_of_different_lengths_go_on_behind_each_other(pair: TestClient) -> None:
    first = pair.get(COMPARE, params={**PAIR, "limit": 2}).json()
    rest = pair.get(COMPARE, params={**PAIR, "limit": 100, "cursor": first["both"]["next_cursor"]}).json()
    assert ids(first["both"]) + ids(rest["both"]) == ["local:plain-4", "doi:10.5555/a/b", "arxiv:2101.00001"]
    assert (rest["both"]["next_cursor"], ids(rest["only_a"]), ids(rest["only_b"])) == (None, [], [])


def test_a_walk_goes_on_in_its_version_while_papers_are_added(client: TestClient) -> None:
    form, wait = {"hub": OTHER, "hub_title": "Candles"}, {"Prefer": "wait=30"}
    client.post("/v1/imports", files={"file": ("a.jsonl", lines(OF_OTHER))}, data=form, headers=wait)
    first = client.get(COMPARE, params={**PAIR, "limit": 1}).json()
    added = [{"id": "new-1", "title": "Aardvarks", "year": 2025}, {"id": "arxiv:2101.00002", "title": "Blue flames"}]
    client.post("/v1/imports", files={"file": ("b.jsonl", lines(added))}, data=form, headers=wait)
    second = client.get(COMPARE, params={**PAIR, "limit": 5, "cursor": first["both"]["next_cursor"]}).json()
    assert ids(first["both"]) + ids(second["both"]) == ["local:plain-4", "doi:10.5555/a/b", "arxiv:2101.00001"]
    assert (second["index_id"], second["only_b"]["total"]) == (first["index_id"], 2)
    now = client.get(COMPARE, params=PAIR).json()
    assert [now[part]["total"] for part in PARTS] == [4, 0, 3]


@pytest.mark.parametrize(
    "changed", [{"a": OTHER, "b": HUB}, {"part": "only_a"}, {"part": "only_b"}, {"cursor": "made-up"}], ids=str
)
def test_a_cursor_of_another_list_is_refused(pair: TestClient, changed: dict[str, str]) -> None:
    cursor = pair.get(COMPARE, params={**PAIR, "limit": 1}).json()["both"]["next_cursor"]
    reply = pair.get(COMPARE, params={**PAIR, "cursor": cursor, **changed})
    assert (reply.status_code, reply.json()["type"]) == (422, "urn:citers:problem:bad_cursor")


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_hub_that_is_not_held_is_named(pair: TestClient, side: str) -> None:
    reply = pair.get(COMPARE, params={**PAIR, side: "arxiv:1901.00009"})
    assert (reply.status_code, reply.json()["type"]) == (404, "urn:citers:problem:hub_not_found")
    assert "found 'arxiv:1901.00009'" in reply.json()["detail"]


@pytest.mark.parametrize("b", [HUB, "https://arxiv.org/abs/2001.00001"])
def test_a_hub_is_not_compared_with_itself_under_whatever_names(pair: TestClient, b: str) -> None:
    reply = pair.get(COMPARE, params={"a": HUB, "b": b})
    assert (reply.status_code, reply.json()["type"]) == (422, "urn:citers:problem:same_hub")
    assert reply.json()["detail"] == (
        f"expected two hubs to compare, found {HUB} as both; name another for one of them"
    )


@pytest.mark.parametrize(
    ("query", "faults"),
    [
        ("", {"query.a": "Field required", "query.b": "Field required"}),
        (f"a={HUB}", {"query.b": "Field required"}),
        (f"a=&b={HUB}", {"query.a": "String should have at least 1 character"}),
        (f"a={HUB}&b={OTHER}&limit=101", {"query.limit": "Input should be less than or equal to 100"}),
        (f"a={HUB}&b={OTHER}&part=c", {"query.part": "Input should be 'both', 'only_a' or 'only_b'"}),
        (f"a={HUB}&b={OTHER}&parts=both", {"query.parts": "unknown name 'parts'; did you mean 'part'?"}),
        (f"a={HUB}&a={OTHER}&b={OTHER}", {"query.a": "was given more than once; give it once"}),
    ],
)
def test_what_is_wrong_with_a_request_is_said(pair: TestClient, query: str, faults: dict[str, str]) -> None:
    reply = pair.get(f"{COMPARE}?{query}")
    assert reply.status_code == 422
    assert {".".join(error["loc"]): error["msg"] for error in reply.json()["errors"]} == faults


def test_who_has_the_bytes_gets_304(pair: TestClient) -> None:
    first = pair.get(COMPARE, params=PAIR)
    again = pair.get(COMPARE, params=PAIR, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "Server-Timing" in first.headers


def test_no_hub_is_called_compare_and_its_own_id_names_one_that_a_file_calls_so(client: TestClient) -> None:
    form = {"hub": "compare", "hub_title": "A hub of that name"}
    client.post("/v1/imports", files={"file": ("a.jsonl", lines())}, data=form, headers={"Prefer": "wait=30"})
    assert client.get(COMPARE).status_code == 422
    assert client.get("/v1/hubs/local:compare").json()["paper"]["title"] == "A hub of that name"
    assert client.get(COMPARE, params={"a": HUB, "b": "compare"}).json()["overlap"]["jaccard"] == 1.0
