"""The pages for people: every link leads somewhere, nothing in a paper is run, and a form may be sent half empty."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from tests.service.conftest import HUB

PERSON = {"accept": "text/html,application/xhtml+xml"}
VOID = {"meta", "link", "input", "br"}
LURE = "<script>alert(1)</script> & \"quotes\" 'n' {{ 7 * 7 }}"


class Read(HTMLParser):
    """What a page says: its links, the elements that are not closed, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.attributes |= told.keys()
        self.open += [] if tag in VOID else [tag]
        self.links += [href] if (href := told.get("href")) else []
        self.ids += [name] if (name := told.get("id")) else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += f" {' '.join(data.split())}" if data.strip() else ""


@pytest.fixture
def people(shared_engine: Engine) -> TestClient:
    return TestClient(create_app(shared_engine), raise_server_exceptions=False, headers=PERSON)


@pytest.fixture
def empty(empty_engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(empty_engine), headers=PERSON) as client:
        yield client


def shown(client: TestClient, path: str, status: int = 200) -> Read:
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (status, "text/html; charset=utf-8")
    return Read(reply.text)


def test_every_link_from_the_first_page_on_leads_somewhere(people: TestClient) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting:
        at = waiting.pop()
        reply = people.get(at)
        assert reply.status_code == 200, at
        if not reply.headers["content-type"].startswith("text/html") or at == "/docs":
            continue
        page = Read(reply.text)
        assert page.open == []
        for link in page.links:
            name, hash_, fragment = link.partition("#")
            assert not hash_ or fragment in page.ids
            found = f"{at.partition('?')[0]}{name}" if name.startswith("?") else name
            if found.startswith("/") and found.count("&") < 2 and found not in seen:
                seen.add(found)
                waiting.append(found)
    assert {"/style.css", f"/hubs/{HUB}", "/papers/doi:10.5555%2Fa%2Fb", f"/hubs/{HUB}?role=method"} <= seen


def test_the_first_page_names_the_hubs(people: TestClient) -> None:
    page = shown(people, "/")
    assert "1 hub Lanterns arxiv:2001.00001 · 4 citing papers" in page.text


def test_without_a_hub_it_says_how_to_import(empty: TestClient) -> None:
    told = "No hub is held yet. Fetch the papers that cite one, or read them from a file:"
    assert f"{told} citers import ID citers import FILE --hub HUB" in shown(empty, "/").text


def test_a_hub_is_shown_as_a_whole(people: TestClient) -> None:
    page = shown(people, "/hubs/2001.00001")
    assert "4 citing papers held" in page.text
    assert "role (of 3 labelled) method 2 2 background 1 1" in page.text
    assert "When 2021 2 2 2022 1 1 2023 1 1" in page.text


def test_a_search_shows_what_it_found_and_what_it_can_be_narrowed_by(people: TestClient) -> None:
    page = shown(people, f"/hubs/{HUB}?q=wax&mode=lexical")
    assert "1 of 4 is about this Candle wax" in page.text or "Candle wax" in page.text
    assert f"/v1/hubs/{HUB}/export?q=wax&mode=lexical&format=bibtex" in page.links
    assert "?q=wax&mode=lexical&venue=Light" in page.links


def test_fields_left_blank_ask_for_nothing(people: TestClient) -> None:
    page = shown(people, f"/hubs/{HUB}?q=&year_from=2022&year_to=&sort=title")
    assert "2 citing papers Candle wax" in page.text


def test_pages_follow_each_other(people: TestClient) -> None:
    first = shown(people, f"/hubs/{HUB}?sort=title&limit=3")
    (following,) = [link for link in first.links if "cursor=" in link]
    second = shown(people, f"/hubs/{HUB}{following}")
    assert "Dim rooms" in second.text
    assert "Amber lamps" not in second.text
    assert not any("cursor=" in link for link in second.links)


def test_an_answer_links_each_sentence_to_its_sources(people: TestClient) -> None:
    page = shown(people, f"/ask?question=Which papers are about wax%3F&hub={HUB}")
    markers = [link for link in page.links if link.startswith("#source-")]
    assert markers
    assert {link.removeprefix("#") for link in markers} <= set(page.ids)
    assert "the abstract: “Wax of bees is dear.”" in page.text


def test_what_the_papers_do_not_say_is_refused(people: TestClient) -> None:
    page = shown(people, f"/ask?question=What is a xylophone%3F&hub={HUB}")
    assert "No citing paper found is about “xylophone”. The nearest is “Amber lamps”. Nearest papers" in page.text
    assert not any(link.startswith("#source-") for link in page.links)


def test_a_paper_shows_how_it_cites_and_what_is_like_it(people: TestClient) -> None:
    page = shown(people, "/papers/10.5555%2Fa%2Fb")
    assert "Candle wax Ann Oak 2022 · Light · doi:10.5555/a/b Abstract Wax of bees is dear." in page.text
    assert "Cites Lanterns as method, contrast" in page.text
    assert "Most related" in page.text


@pytest.mark.parametrize("path", ["/", "/search?q=alert", "/hubs/x:1", "/papers/local:lure", "/ask?question=alert"])
def test_nothing_in_a_paper_is_run(empty: TestClient, path: str) -> None:
    named = {"id": "lure", "title": LURE, "abstract": f"{LURE} alert.", "authors": [LURE], "venue": LURE}
    cited = {"url": "https://example.org/\"onclick='x'", "contexts": [LURE], "hub": {"id": "x:1", "title": LURE}}
    files = {"file": ("a.jsonl", json.dumps(named | cited).encode())}
    assert empty.post("/v1/imports", files=files, headers={"prefer": "wait=30"}).json()["state"] == "succeeded"
    hub = empty.get("/v1/hubs").json()["items"][0]["id"]
    reply = empty.get(path.replace("x:1", hub))
    page = Read(reply.text)
    assert page.tags.isdisjoint({"script", "style", "iframe", "img"})
    assert page.attributes.isdisjoint({"style", "onclick", "onload"})
    assert "alert(1)" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/hubs/2001.99999", 404, "Hub not found"),
        ("/papers/2001.99999", 404, "Paper not found"),
        ("/nowhere", 404, "there is no /nowhere here"),
        (f"/hubs/{HUB}?years=1", 422, "unknown name 'years'"),
        (f"/hubs/{HUB}?year_from=soon", 422, "year_from"),
        (f"/hubs/{HUB}?cursor=x", 422, "cursor"),
        ("/ask?question=", 422, "should say something"),
        ("/style.css?a=1", 422, "unknown name 'a'"),
    ],
)
def test_a_problem_is_a_page_for_people_and_json_for_programs(
    people: TestClient, path: str, status: int, said: str
) -> None:
    page = shown(people, path, status)
    assert said in page.text
    reply = people.get(path, headers={"accept": "application/json"})
    assert (reply.status_code, reply.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize("path", ["/v1", "/v1/nowhere", "/v1/hubs/2001.99999"])
def test_the_api_answers_browsers_too_in_json(people: TestClient, path: str) -> None:
    assert people.get(path).headers["content-type"] == "application/problem+json"


def test_who_has_a_page_is_told_so(people: TestClient) -> None:
    tag = people.get(f"/hubs/{HUB}").headers["etag"]
    assert people.get(f"/hubs/{HUB}", headers={"if-none-match": tag}).status_code == 304
