"""Search across hubs, batches, papers, related papers and questions over HTTP."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from tests.service.conftest import lines

HUB = "arxiv:2001.00001"


def ids(reply: dict[str, Any]) -> list[str]:
    return [hit["paper"]["id"] for hit in reply["hits"]]


def test_search_looks_at_every_citing_paper_or_at_the_hubs_named(reader: TestClient) -> None:
    assert reader.get("/v1/search").json()["total"] == 4
    assert reader.get("/v1/search", params={"hub": "https://arxiv.org/abs/2001.00001"}).json()["total"] == 4


def test_the_same_request_gives_the_same_bytes(reader: TestClient) -> None:
    first, second = (reader.get("/v1/search", params={"q": "blue lamps"}) for _ in range(2))
    assert first.content == second.content
    assert first.headers["Server-Timing"].startswith("total;dur=")


def test_a_batch_answers_in_order_and_one_fault_spoils_no_other(reader: TestClient) -> None:
    queries = [{"q": "wax of bees", "limit": 1}, {"qq": "x"}, {"hub": "arxiv:1901.00009"}, {"role": "method"}]
    reply = reader.post("/v1/search/batch", json={"queries": queries}).json()
    assert ids(reply["results"][0]) == ["doi:10.5555/a/b"]
    assert [result["error"]["status"] for result in reply["results"][1:3]] == [422, 404]
    assert reply["results"][1]["error"]["errors"] == [{"loc": ["qq"], "msg": "unknown name 'qq'; did you mean 'q'?"}]
    assert reply["results"][3]["total"] == 2


def test_a_batch_item_that_is_no_search_spoils_no_other(reader: TestClient) -> None:
    results = reader.post("/v1/search/batch", json={"queries": [5, {"q": "lamps"}, None]}).json()["results"]
    assert [result.get("error", {}).get("status") for result in results] == [422, None, 422]
    assert results[0]["error"]["detail"] == "should be an object with the parameters of a search"


def test_a_fault_of_a_whole_batch_item_is_told_without_a_field(reader: TestClient) -> None:
    queries = [{"year_from": 2024, "year_to": 2020}]
    (result,) = reader.post("/v1/search/batch", json={"queries": queries}).json()["results"]
    assert result["error"]["detail"] == "year_from should not be after year_to; swap them or leave one out"


def test_a_batch_item_says_what_a_search_says(reader: TestClient) -> None:
    batch = reader.post("/v1/search/batch", json={"queries": [{"q": "lamps"}]}).json()
    assert batch["results"][0] == reader.get("/v1/search", params={"q": "lamps"}).json()


def test_a_batch_takes_at_most_256(reader: TestClient) -> None:
    assert reader.post("/v1/search/batch", json={"queries": [{}] * 256}).status_code == 200
    assert reader.post("/v1/search/batch", json={"queries": [{}] * 257}).status_code == 422
    assert reader.post("/v1/search/batch", json={"queries": []}).status_code == 422


@pytest.mark.parametrize("name", ["doi:10.5555/a/b", "10.5555%2FA%2FB", "https%3A%2F%2Fdoi.org%2F10.5555%2Fa%2Fb"])
def test_a_paper_answers_to_every_form_of_its_id(reader: TestClient, name: str) -> None:
    paper = reader.get(f"/v1/papers/{name}").json()
    assert (paper["id"], paper["title"], paper["ids"]) == ("doi:10.5555/a/b", "Candle wax", {"doi": "10.5555/a/b"})
    assert [(cited["hub"], cited["title"], cited["citation"]["role"]) for cited in paper["hubs"]] == [
        (HUB, "Lanterns", "method")
    ]


@pytest.mark.parametrize("name", ["plain-4", "local:plain-4"])
def test_an_id_of_the_file_alone_works_with_and_without_its_scheme(reader: TestClient, name: str) -> None:
    assert reader.get(f"/v1/papers/{name}").json()["title"] == "Dim rooms"


def test_an_unknown_paper_is_a_404(reader: TestClient) -> None:
    reply = reader.get("/v1/papers/arxiv:9901.00001")
    assert (reply.status_code, reply.json()["type"]) == (404, "urn:citers:problem:paper_not_found")


def test_related_papers_leave_out_the_paper_itself(reader: TestClient) -> None:
    reply = reader.get("/v1/papers/doi:10.5555/a/b/related", params={"hub": HUB, "limit": 2}).json()
    assert (len(ids(reply)), reply["total"], reply["next_cursor"]) == (2, 3, None)
    assert "doi:10.5555/a/b" not in ids(reply)


def test_a_list_goes_on_under_every_form_of_the_hubs_id(reader: TestClient) -> None:
    first = reader.get("/v1/hubs/arxiv:2001.00001/citers?limit=3").json()
    address = "https%3A%2F%2Farxiv.org%2Fabs%2F2001.00001v2"
    rest = reader.get(f"/v1/hubs/{address}/citers", params={"limit": 3, "cursor": first["next_cursor"]}).json()
    assert (len(ids(rest)), set(ids(first)) & set(ids(rest)), rest["next_cursor"]) == (1, set(), None)


def test_all_that_were_compared_are_counted(reader: TestClient) -> None:
    liked = {"like": ["plain-4", "local:plain-4"], "unlike": ["doi:10.5555/a/b"], "limit": 1}
    reply = reader.post("/v1/related", json=liked).json()
    assert (len(ids(reply)), reply["total"]) == (1, 2)
    assert reader.post("/v1/related", json={"text": "wax"}).json()["total"] == 4


@pytest.mark.parametrize("last", ["related", "Related"])
def test_an_id_may_end_like_a_route(client: TestClient, engine: Engine, tmp_path: Path, last: str) -> None:
    told = [{"title": "Told Apart", "doi": f"10.5555/x/{last}"}, {"title": "Alone", "doi": "10.5555/x"}]
    (tmp_path / "more.jsonl").write_text("\n".join(map(json.dumps, told)), "utf-8")
    engine.import_file(tmp_path / "more.jsonl", hub="doi:10.5555/h/citers", hub_title="The Hub")
    assert client.get(f"/v1/papers/10.5555%2Fx%2F{last}").json()["title"] == "Told Apart"
    assert client.get(f"/v1/papers/doi%3A10.5555%2fx%2F{last}").json()["title"] == "Told Apart"
    assert "hits" in client.get("/v1/papers/doi:10.5555/x/related").json()
    assert "hits" in client.get(f"/v1/papers/10.5555%2Fx%2F{last}/related").json()
    assert client.get("/v1/hubs/doi:10.5555%2Fh%2Fciters").json()["paper"]["title"] == "The Hub"
    assert client.get("/v1/hubs/doi:10.5555%2Fh%2Fciters/citers").json()["total"] == 2


def test_related_to_a_paragraph_finds_its_own_words(reader: TestClient) -> None:
    reply = reader.post("/v1/related", json={"text": "Flames turn blue in cold air.", "hub": HUB, "limit": 1}).json()
    assert ids(reply) == ["arxiv:2101.00002"]


def test_related_needs_something_to_go_by(reader: TestClient) -> None:
    reply = reader.post("/v1/related", json={"unlike": ["plain-4"]})
    assert (reply.status_code, reply.json()["errors"][0]["msg"]) == (
        422,
        "should name papers in `like` or give a `text`",
    )


def test_an_answer_quotes_its_sources(reader: TestClient) -> None:
    reply = reader.post("/v1/ask", json={"question": "Why do lamps of amber burn slowly?", "hub": HUB}).json()
    evidence = reply["claims"][0]["evidence"][0]
    source = next(source for source in reply["sources"] if source["n"] == evidence["source"])
    assert source["paper"][evidence["field"]][evidence["start"] : evidence["end"]] == evidence["quote"]
    assert reply["answer"].startswith("Lamps of amber burn slowly [1].")
    assert reply["answerable"]


@pytest.mark.parametrize("stream", [False, True])
def test_a_quote_of_a_citing_sentence_says_which_sentence_it_is_of(
    client: TestClient, engine: Engine, tmp_path: Path, stream: bool
) -> None:
    contexts = ["Cork is light.", "See there. Reeds of the marsh bend in strong wind."]
    path = tmp_path / "reeds.jsonl"
    path.write_bytes(lines([{"id": "reeds", "title": "Reeds", "contexts": contexts}]))
    engine.import_file(path, hub=HUB)
    reply = client.post("/v1/ask", json={"question": "Why do reeds of the marsh bend?", "hub": HUB, "stream": stream})
    told = [data for kind, data in events(reply.text) if kind == "claim"] if stream else reply.json()["claims"]
    (evidence,) = told[0]["evidence"]
    assert (evidence["field"], evidence["context"]) == ("context", 1)
    assert contexts[1][evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    "history",
    [
        [{"question": "Why do lamps of amber burn slowly?", "answer": "Because of wax [1]."}],
        [
            {"role": "user", "content": "Why do lamps of amber burn slowly?"},
            {"role": "assistant", "content": "Wax [1]."},
        ],
    ],
)
def test_a_follow_up_is_made_whole_from_the_questions_before_alone(
    reader: TestClient, history: list[dict[str, str]]
) -> None:
    asked = {"question": "And since 2020?", "hub": HUB, "history": history}
    understood = reader.post("/v1/ask", json=asked).json()["understood"]
    assert understood["question"] == "Why do lamps of amber burn slowly since 2020?"


def test_filters_of_a_question_are_shown_beside_those_given(reader: TestClient) -> None:
    asked = {"question": "Which papers since 2040 treat lamps of amber?", "hub": HUB, "filters": {"role": "method"}}
    reply = reader.post("/v1/ask", json=asked).json()
    assert reply["understood"]["question"] == "Which papers are about lamps of amber?"
    assert (reply["understood"]["filters"]["year_from"], reply["understood"]["filters"]["role"]) == (2040, [])
    assert (reply["answerable"], reply["tally"]["of"], reply["tally"]["interval"]) == (False, 0, [0.0, 1.0])


def test_answers_are_the_same_from_any_thread(reader: TestClient) -> None:
    asked = [
        {"question": text, "hub": HUB} for text in ("Why do lamps of amber burn slowly?", "Which papers treat wax?")
    ]
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda body: reader.post("/v1/ask", json=body).content, asked * 12))
    assert len(set(replies)) == 2


def events(text: str) -> list[tuple[str, Any]]:
    blocks = [block.splitlines() for block in text.replace("\r\n", "\n").strip().split("\n\n")]
    return [(kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for kind, data in blocks]


def test_a_streamed_answer_ends_with_the_whole_reply(reader: TestClient) -> None:
    asked = {"question": "Why do lamps of amber burn slowly?", "hub": HUB}
    whole = reader.post("/v1/ask", json=asked).json()
    streamed = reader.post("/v1/ask", json={**asked, "stream": True})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert events(streamed.text) == [
        ("sources", whole["sources"]),
        *(("claim", claim) for claim in whole["claims"]),
        ("done", whole),
    ]


def test_a_generator_that_is_not_there_is_not_made_up(reader: TestClient) -> None:
    reply = reader.post("/v1/ask", json={"question": "Why?", "generator": "llm"})
    assert (reply.status_code, reply.json()["type"]) == (501, "urn:citers:problem:generator_unavailable")


def test_a_title_with_a_mark_that_is_no_letter_stops_nothing(empty_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    titles = ("Deep foo \uff9e (AB) bar study", "Deep \ufe70\ufe70 foo, deep \u037a foo", "Other study of deep foo")
    path.write_text("".join(json.dumps({"title": title}) + "\n" for title in titles), "utf-8")
    empty_engine.import_file(path, hub="local:hub")
    empty_engine.view().rehearse()
    with TestClient(create_app(empty_engine)) as client:
        for query in ("deep foo", "\uff9e", "deep \uff9e foo", '"foo \uff9e"'):
            assert client.get("/v1/search", params={"q": query}).status_code == 200
        assert client.get("/v1/search", params={"q": "deep foo"}).json()["hits"][0]["paper"]["title"] in titles
        related = client.get("/v1/papers/other-study-of-deep-foo/related").json()["hits"]
        page = client.get("/v1/hubs/local:hub").json()
    assert {hit["paper"]["title"] for hit in related} == set(titles[:2])
    assert page["coverage"]["held"] == 3


def test_a_paper_with_a_long_id_of_its_own_is_shown_under_it(empty_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(json.dumps({"id": "\u6f22" * 400, "title": "Lamps"}) + "\n", "utf-8")
    empty_engine.import_file(path)
    with TestClient(create_app(empty_engine)) as client:
        (hit,) = client.get("/v1/search", params={"q": "lamps"}).json()["hits"]
        assert len(hit["paper"]["id"]) == 3_606
        assert client.get(f"/v1/papers/{hit['paper']['id']}").json()["title"] == "Lamps"
