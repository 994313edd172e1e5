"""Hubs, their pages and their citers over HTTP."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from corpus.values import Citation, Hub, Paper, Record
from service.engine import Engine

HUB = "/v1/hubs/arxiv:2001.00001"


def ids(reply: dict[str, Any]) -> list[str]:
    return [hit["paper"]["id"] for hit in reply["hits"]]


def test_the_list_names_every_hub_with_what_is_held(reader: TestClient) -> None:
    reply = reader.get("/v1/hubs").json()
    line = {"id": "arxiv:2001.00001", "title": "Lanterns", "year": None, "citers": 4, "indexed": 4}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", reply["items"][0].pop("updated_at"))
    assert reply["items"] == [line]
    assert (reply["total"], reply["next_cursor"]) == (1, None)


def test_the_hub_page_counts_and_says_over_what(reader: TestClient) -> None:
    page = reader.get(HUB).json()
    assert page["paper"]["title"] == "Lanterns"
    assert (page["coverage"]["held"], page["coverage"]["with_abstract"], page["coverage"]["labelled"]) == (4, 3, 3)
    assert page["roles"] == {"method": 2, "background": 1, "of": 3, "basis": "citations"}
    assert page["polarity"] == {"support": 1, "neutral": 1, "contrast": 1, "of": 3, "basis": "citations"}
    assert page["canonical"]["share"] == 0.6667
    assert page["timeline"] == [{"year": 2021, "count": 2}, {"year": 2022, "count": 1}, {"year": 2023, "count": 1}]


def test_topics_cover_the_citers(reader: TestClient) -> None:
    reply = reader.get(f"{HUB}/topics").json()
    assert sum(topic["size"] for topic in reply["items"]) == 4
    assert reply["total"] == len(reply["items"])


def test_the_timeline_counts_by_year_role_and_topic(reader: TestClient) -> None:
    years = reader.get(f"{HUB}/timeline").json()["items"]
    assert [(year["year"], year["count"]) for year in years] == [(2021, 2), (2022, 1), (2023, 1)]
    assert [(cell["role"], cell["count"]) for cell in years[0]["cells"]] == [("background", 1), ("method", 1)]
    assert [cell["role"] for cell in years[2]["cells"]] == [None]


def test_the_map_places_every_citer_in_its_topic(reader: TestClient) -> None:
    reply = reader.get(f"{HUB}/map").json()
    topics = {topic["id"] for topic in reader.get(f"{HUB}/topics").json()["items"]}
    assert (reply["hub"], reply["total"], reply["method"]) == ("arxiv:2001.00001", 4, "PCA")
    assert [(point["paper"], point["title"]) for point in reply["points"]] == [
        ("arxiv:2101.00001", "Amber lamps"),
        ("arxiv:2101.00002", "Blue flames"),
        ("doi:10.5555/a/b", "Candle wax"),
        ("local:plain-4", "Dim rooms"),
    ]
    assert {point["topic"] for point in reply["points"]} == topics
    assert max(abs(point[axis]) for point in reply["points"] for axis in "xy") == 1.0


def test_the_timeline_adds_up_to_the_hub_page(reader: TestClient) -> None:
    page, years = reader.get(HUB).json(), reader.get(f"{HUB}/timeline").json()["items"]
    by_topic = {topic["id"]: 0 for topic in page["topics"]}
    for year in years:
        assert sum(cell["count"] for cell in year["cells"]) == year["count"]
        for cell in year["cells"]:
            by_topic[cell["topic"]] += cell["count"]
    assert by_topic == {topic["id"]: topic["size"] for topic in page["topics"]}
    assert sum(year["count"] for year in years) == page["coverage"]["held"]


@pytest.mark.parametrize(
    "name",
    ["arxiv:2001.00001", "2001.00001", "2001.00001v3", "https://arxiv.org/abs/2001.00001", "arXiv:2001.00001"],
)
@pytest.mark.parametrize("part", ["", "/citers", "/topics", "/map", "/timeline"])
def test_a_hub_answers_to_every_form_of_its_id(reader: TestClient, name: str, part: str) -> None:
    assert reader.get(f"/v1/hubs/{quote(name, safe='')}{part}").status_code == 200


def test_an_unknown_hub_says_what_there_is(reader: TestClient) -> None:
    reply = reader.get("/v1/hubs/arxiv:1901.00009/citers")
    assert (reply.status_code, reply.json()["type"]) == (404, "urn:citers:problem:hub_not_found")
    assert "arxiv:2001.00001" in reply.json()["detail"]


def test_without_a_query_the_citers_are_listed(reader: TestClient) -> None:
    reply = reader.get(f"{HUB}/citers", params={"sort": "title"}).json()
    assert ids(reply) == ["arxiv:2101.00001", "arxiv:2101.00002", "doi:10.5555/a/b", "local:plain-4"]
    assert (reply["query"], reply["total"], reply["degraded"]) == (None, 4, [])
    assert reply["facets"]["role"] == {"method": 2, "background": 1}


def test_a_search_shows_the_passage_and_the_citation(reader: TestClient) -> None:
    hit = reader.get(f"{HUB}/citers", params={"q": "wax of bees"}).json()["hits"][0]
    match = hit["match"]
    assert hit["paper"]["id"] == "doi:10.5555/a/b"
    assert (hit["citation"]["role"], hit["citation"]["polarity"]) == ("method", "contrast")
    assert match["text"] == hit["paper"][match["field"]][match["start"] : match["end"]]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"role": "method"}, ["arxiv:2101.00001", "doi:10.5555/a/b"]),
        ({"role": ["method", "background"]}, ["arxiv:2101.00001", "arxiv:2101.00002", "doi:10.5555/a/b"]),
        ({"role": "method", "year_from": "2022"}, ["doi:10.5555/a/b"]),
        ({"polarity": "neutral"}, ["arxiv:2101.00002"]),
        ({"venue": "Light", "year_to": "2021"}, ["arxiv:2101.00001"]),
        ({"has_abstract": "false"}, ["local:plain-4"]),
    ],
)
def test_filters_act_before_the_list(reader: TestClient, filters: dict[str, Any], wanted: list[str]) -> None:
    assert ids(reader.get(f"{HUB}/citers", params={"sort": "title", **filters}).json()) == wanted


def test_a_walk_by_cursor_meets_everything_once(reader: TestClient) -> None:
    met, cursor = [], None
    for _ in range(4):
        params = {"sort": "title", "limit": 1} | ({"cursor": cursor} if cursor else {})
        reply = reader.get(f"{HUB}/citers", params=params).json()
        met += ids(reply)
        cursor = reply["next_cursor"]
    assert met == ["arxiv:2101.00001", "arxiv:2101.00002", "doi:10.5555/a/b", "local:plain-4"]
    assert cursor is None


def test_a_cursor_is_refused_with_other_parameters(reader: TestClient) -> None:
    cursor = reader.get(f"{HUB}/citers", params={"limit": 1}).json()["next_cursor"]
    reply = reader.get(f"{HUB}/citers", params={"limit": 1, "role": "method", "cursor": cursor})
    assert (reply.status_code, reply.json()["type"]) == (422, "urn:citers:problem:bad_cursor")


def test_a_walk_goes_on_in_its_version_while_papers_are_added(client: TestClient) -> None:
    params = {"sort": "title", "limit": 2}
    first = client.get(f"{HUB}/citers", params=params).json()
    added = b'{"id": "new-1", "title": "Aardvarks"}\n{"id": "new-2", "title": "Bats"}\n'
    form = {"hub": "arxiv:2001.00001"}
    client.post("/v1/imports", files={"file": ("a.jsonl", added)}, data=form, headers={"Prefer": "wait=30"})
    second = client.get(f"{HUB}/citers", params={**params, "cursor": first["next_cursor"]}).json()
    assert ids(second) == ["doi:10.5555/a/b", "local:plain-4"]
    assert second["index_id"] == first["index_id"]
    assert client.get(f"{HUB}/citers").json()["total"] == 6


def test_deleting_a_hub_removes_the_papers_no_other_holds(client: TestClient) -> None:
    reply = client.delete("/v1/hubs/2001.00001")
    assert reply.json() == {"hub": "arxiv:2001.00001", "papers_removed": 5}
    assert client.get(HUB).status_code == 404
    assert client.get("/v1/search").json()["total"] == 0
    assert client.delete("/v1/hubs/2001.00001").status_code == 404


def test_a_hub_that_is_stored_and_cannot_be_searched_yet_is_deleted_too(client: TestClient, engine: Engine) -> None:
    paper = Paper("local:waiting", "Waiting")
    hub = Hub(Paper("arxiv:2001.00099", "Not shown yet"))
    engine.store.put(hub, [Record(paper, Citation(hub.paper.id, paper.id))])
    assert client.get("/v1/hubs/2001.00099").status_code == 404
    reply = client.delete("/v1/hubs/2001.00099")
    assert (reply.status_code, reply.json()) == (200, {"hub": "arxiv:2001.00099", "papers_removed": 2})
    assert client.delete("/v1/hubs/2001.00099").status_code == 404
