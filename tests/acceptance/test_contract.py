"""Every route answers in the shape that tools outside this repository rely on."""

import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import Start
from tests.acceptance.product import Service, problem

ORCA = "arxiv:2306.02707"
CITERS = f"/v1/hubs/{ORCA}/citers"

PAPER = {"id", "title", "abstract", "tldr", "tldr_source", "authors", "year", "venue", "url", "ids", "aliases"}
CITATION = {"hub", "role", "polarity", "role_confidence", "polarity_confidence", "label_source", "influential",
            "self_citation", "contexts"}  # fmt: skip
HIT = {"rank", "score", "probability", "relevant", "paper", "citation", "match", "signals"}
SEARCH = {"query", "mode", "total", "relevant_total", "hits", "facets", "next_cursor", "index_id", "degraded"}
HUB_LINE = {"id", "title", "year", "citers", "indexed", "updated_at"}
HUB_PAGE = {"paper", "coverage", "roles", "polarity", "canonical", "timeline", "topics", "representative"}
COVERAGE = {"known_total", "held", "with_abstract", "with_tldr", "with_context", "labelled", "as_of"}
ANSWER = {"question", "answer", "answerable", "reason", "claims", "sources", "tally", "generator", "model", "usage",
          "index_id", "degraded"}  # fmt: skip
JOB = {"id", "state", "stage", "done", "total", "report"}

ASK = {"question": "When does synthetic data help a model?", "hub": ORCA}
GETS = (
    "/v1/hubs",
    f"/v1/hubs/{ORCA}",
    CITERS,
    f"{CITERS}?q=distillation&explain=true",
    f"{CITERS}?q=%22synthetic+data%22+-survey&mode=lexical&year_from=2024&diversity=0.5",
    "/v1/search?q=reasoning&mode=semantic&limit=5",
    f"/v1/papers/{ORCA}",
)


def first_citer(demo: Service) -> str:
    return str(demo.get(CITERS, limit=1)["hits"][0]["paper"]["id"])


def has(value: dict[str, Any], names: set[str]) -> bool:
    """More fields may be added to the contract's."""
    return names <= value.keys()


def test_the_list_of_hubs(demo: Service) -> None:
    reply = demo.get("/v1/hubs")
    assert has(reply, {"items", "total", "next_cursor"})
    assert (reply["total"], reply["next_cursor"]) == (1, None)
    assert has(reply["items"][0], HUB_LINE)
    assert (reply["items"][0]["id"], reply["items"][0]["indexed"]) == (ORCA, 30)


def test_the_page_of_a_hub(demo: Service) -> None:
    page = demo.get(f"/v1/hubs/{ORCA}")
    assert has(page, HUB_PAGE)
    assert has(page["paper"], PAPER)
    assert has(page["coverage"], COVERAGE)
    assert page["coverage"]["held"] == 30
    assert has(page["canonical"], {"is", "share", "of", "rule"})
    assert "of" in page["roles"]
    assert "of" in page["polarity"]
    assert all(has(year, {"year", "count"}) for year in page["timeline"])
    assert sum(year["count"] for year in page["timeline"]) <= 30
    assert all(has(topic, {"id", "label", "size", "exemplar"}) for topic in page["topics"])
    assert all(has(one, {"paper", "why"}) for one in page["representative"])


@pytest.mark.parametrize("path", [CITERS, "/v1/search"])
@pytest.mark.parametrize("mode", ["hybrid", "semantic", "lexical"])
def test_a_search(demo: Service, path: str, mode: str) -> None:
    reply = demo.get(path, q="distillation", mode=mode, limit=3)
    assert has(reply, SEARCH)
    assert (reply["query"], reply["mode"], reply["degraded"]) == ("distillation", mode, [])
    assert set(reply["facets"]) == {"role", "polarity", "year", "venue", "topic"}
    assert len(reply["hits"]) == 3
    for hit in reply["hits"]:
        assert has(hit, HIT)
        assert has(hit["paper"], PAPER)
        assert has(hit["citation"], CITATION)
        assert has(hit["match"], {"field", "text", "start", "end"})
        assert has(hit["signals"], {"semantic_rank", "lexical_rank"})
        assert 0 <= hit["probability"] <= 1


def test_a_paper_has_every_hub_it_cites(demo: Service) -> None:
    paper = demo.get(f"/v1/papers/{first_citer(demo)}")
    assert has(paper, PAPER | {"hubs"})
    assert [cited["hub"] for cited in paper["hubs"]] == [ORCA]


@pytest.mark.parametrize("facet", ["all", "background", "method", "result"])
def test_related_papers_say_why_and_leave_out_the_paper_itself(demo: Service, facet: str) -> None:
    like = first_citer(demo)
    hits = demo.get(f"/v1/papers/{like}/related", facet=facet, limit=5)["hits"]
    assert like not in [hit["paper"]["id"] for hit in hits]
    assert all(has(hit, HIT | {"why"}) and has(hit["why"][0], {"kind", "text"}) for hit in hits)
    assert len(hits) == 5


def test_related_to_a_text_and_to_papers_liked_and_not(demo: Service) -> None:
    first, second, *_ = [hit["paper"]["id"] for hit in demo.get(CITERS, limit=2)["hits"]]
    body = {"like": [first], "unlike": [second], "text": "learning from a teacher", "hub": ORCA, "limit": 4}
    reply = demo.http.post("/v1/related", json=body)
    assert reply.status_code == 200
    found = [hit["paper"]["id"] for hit in reply.json()["hits"]]
    assert len(found) == 4
    assert not {first, second} & set(found)


def test_an_answer(demo: Service) -> None:
    reply = demo.http.post("/v1/ask", json=ASK).json()
    assert has(reply, ANSWER)
    assert reply["generator"] == "extractive"
    assert all(has(claim, {"text", "sources", "support", "evidence"}) for claim in reply["claims"])
    assert all(has(source, {"n", "paper", "citation"}) and has(source["paper"], PAPER) for source in reply["sources"])


def test_a_batch_has_results_in_order_and_an_error_in_the_place_of_what_failed(demo: Service) -> None:
    queries = [{"q": "reasoning", "hub": [ORCA]}, {"q": "reasoning", "hub": ["arxiv:9901.00001"]}, {"qq": "x"}]
    reply = demo.http.post("/v1/search/batch", json={"queries": queries})
    assert reply.status_code == 200
    found, missing, misspelt = reply.json()["results"]
    assert found == demo.get("/v1/search", q="reasoning", hub=ORCA)
    assert missing["error"]["status"] == 404
    assert misspelt["error"]["status"] == 422


def test_what_is_running(demo: Service) -> None:
    about = demo.get("/v1/about")
    assert has(about, {"version", "index_id", "models", "limits"})
    assert "all-MiniLM-L6-v2@53aa51172d14" in about["models"][0]["name"]
    assert about["index_id"] == demo.get("/v1/hubs")["index_id"]


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics", "/docs", "/v1/openapi.json"])
def test_a_service_that_is_well_says_so(demo: Service, path: str) -> None:
    assert demo.http.get(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "how", "expected"),
    [
        ("GET", "/v1/nowhere", {}, (404, "not_found")),
        ("GET", "/nowhere", {}, (404, "not_found")),
        ("PUT", "/v1/hubs", {}, (405, "method_not_allowed")),
        ("GET", "/v1/ask", {}, (405, "method_not_allowed")),
        ("GET", "/v1/hubs/arxiv:9901.00001", {}, (404, "hub_not_found")),
        ("GET", f"/v1/hubs/compare?a={ORCA}&b=arxiv:9901.00001", {}, (404, "hub_not_found")),
        ("GET", f"/v1/hubs/compare?a={ORCA}&b=2306.02707", {}, (422, "same_hub")),
        ("GET", "/v1/papers/arxiv:9901.00001", {}, (404, "paper_not_found")),
        ("GET", "/v1/papers/local:%FF", {}, (404, "paper_not_found")),
        ("GET", "/v1/jobs/none", {}, (404, "job_not_found")),
        ("GET", f"{CITERS}?limit=0", {}, (422, "invalid_request")),
        ("GET", f"{CITERS}?limit=101", {}, (422, "invalid_request")),
        ("GET", f"{CITERS}?year_from=2025&year_to=2024", {}, (422, "invalid_request")),
        ("GET", f"{CITERS}?role=friend", {}, (422, "invalid_request")),
        ("GET", f"{CITERS}?cursor=abc", {}, (422, "bad_cursor")),
        ("GET", f"{CITERS}?diversity=nan", {}, (422, "invalid_request")),
        ("POST", "/v1/ask", {"json": {**ASK, "hubs": ORCA}}, (422, "invalid_request")),
        ("POST", "/v1/ask", {"json": {**ASK, "hub": "arxiv:9901.00001"}}, (404, "hub_not_found")),
        ("POST", "/v1/ask", {"content": b"{"}, (415, "unsupported_media_type")),
        ("POST", "/v1/related", {"json": {}}, (422, "invalid_request")),
        ("POST", "/v1/imports", {"content": b"x", "headers": {"Content-Type": "text/plain"}},
         (415, "unsupported_media_type")),
        ("POST", "/v1/imports", {"data": {"hub": ORCA}, "files": {"paper": ("x", b"x")}}, (422, "invalid_request")),
        ("POST", "/v1/ask", {"content": b"{", "headers": {"Content-Type": "application/json"}},
         (422, "invalid_request")),
        ("POST", "/v1/ask", {"json": {"question": "x" * 9_000_000}}, (413, "body_too_large")),
    ],
    ids=str,
)  # fmt: skip
def test_every_refusal_is_a_problem(
    demo: Service, method: str, path: str, how: dict[str, Any], expected: tuple[int, str]
) -> None:
    assert problem(demo.http.request(method, path, **how)) == expected


def test_the_nearest_valid_name_is_told_for_one_that_is_unknown(demo: Service) -> None:
    errors = demo.http.get(CITERS, params={"yearfrom": 2020}).json()["errors"]
    assert [error["loc"] for error in errors] == [["query", "yearfrom"]]
    assert "'year_from'" in errors[0]["msg"]


def test_a_request_id_is_echoed_and_one_is_made_where_none_came(demo: Service) -> None:
    echoed = demo.http.get("/v1/nowhere", headers={"X-Request-Id": "one-of-mine"})
    assert (echoed.headers["x-request-id"], echoed.json()["request_id"]) == ("one-of-mine", "one-of-mine")
    made = {demo.http.get("/livez").headers["x-request-id"] for _ in range(2)}
    assert len(made) == 2
    assert "one-of-mine" in demo.log.read_text()


def test_heads_follow_each_other_on_one_connection(demo: Service) -> None:
    with httpx.Client(base_url=demo.http.base_url, limits=httpx.Limits(max_connections=1), trust_env=False) as one:
        for path in (*GETS, "/livez", "/v1/papers/none"):
            head, get = one.head(path), one.get(path)
            assert (head.status_code, head.content) == (get.status_code, b"")
            assert head.headers["content-length"] == get.headers["content-length"]
    assert "Traceback" not in demo.log.read_text()


@pytest.mark.parametrize("path", GETS)
def test_the_same_request_gives_the_same_bytes_and_a_tag_to_ask_again_with(demo: Service, path: str) -> None:
    first, second = demo.http.get(path), demo.http.get(path)
    assert (first.status_code, first.content, first.headers["etag"]) == (200, second.content, second.headers["etag"])
    again = demo.http.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "name",
    ["arxiv%3A2306.02707", "2306.02707", "2306.02707v1", "ARXIV:2306.02707", "10.48550%2FarXiv.2306.02707",
     "https%3A%2F%2Farxiv.org%2Fabs%2F2306.02707"],
)  # fmt: skip
def test_a_hub_goes_by_any_of_its_names(demo: Service, name: str) -> None:
    assert demo.get(f"/v1/hubs/{name}")["paper"]["id"] == ORCA
    assert demo.get(f"/v1/hubs/{name}/citers", limit=1)["total"] == 30


@pytest.mark.parametrize("more", [{}, {"q": "distillation"}, {"sort": "-year"}, {"q": "model", "diversity": 0.7}])
def test_a_walk_through_a_list_meets_every_paper_once(demo: Service, more: dict[str, Any]) -> None:
    whole = demo.get(CITERS, limit=100, **more)
    met: list[str] = []
    cursor: str | None = None
    while cursor is not None or not met:
        page = demo.get(CITERS, limit=7, **more, **({"cursor": cursor} if cursor else {}))
        met += [hit["paper"]["id"] for hit in page["hits"]]
        cursor = page["next_cursor"]
    assert met == [hit["paper"]["id"] for hit in whole["hits"]]
    assert len(set(met)) == len(met) == whole["total"]


def test_filters_act_before_ranking_and_facets_count_what_they_leave(demo: Service) -> None:
    whole = demo.get(CITERS, limit=100)
    assert sum(whole["facets"]["year"].values()) == 30
    for year, count in whole["facets"]["year"].items():
        some = demo.get(CITERS, q="reasoning", year_from=year, year_to=year, limit=100)
        assert some["facets"]["year"] == {year: count}
        assert {str(hit["paper"]["year"]) for hit in some["hits"]} <= {year}


@pytest.mark.slow
def test_the_same_request_gives_the_same_bytes_after_a_restart(demo: Service, start: Start, tmp_path: Path) -> None:
    asked = demo.http.post("/v1/ask", json=ASK).content
    replies = [demo.http.get(path) for path in GETS]
    again = start(Path(shutil.copytree(demo.data, tmp_path / "data", ignore=shutil.ignore_patterns("writer.*"))))
    assert again.http.post("/v1/ask", json=ASK).content == asked
    for path, reply in zip(GETS, replies, strict=True):
        later = again.http.get(path)
        assert (later.content, later.headers["etag"]) == (reply.content, reply.headers["etag"])
    assert again.stop() == 0
