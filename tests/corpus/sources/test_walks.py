"""The hub and the pages of each catalogue: what is asked, where a walk ends, and what real replies come to."""

import json
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from corpus.ids import parse_id
from corpus.sources.openalex import OpenAlex
from corpus.sources.openalex import catalogue as works_at
from corpus.sources.semantic_scholar import SemanticScholar
from corpus.sources.semantic_scholar import catalogue as papers_at
from corpus.sources.source import Cited, Entry, NotAtSource, Page, Source, SourceUnavailable
from tests.catalogue import HUB, HUB_WORK, Catalogue, Reply, Request, citer, openalex, semantic_scholar, serving, work
from tests.corpus.sources.conftest import Asker

IDS = [parse_id("2001.00001")]
PAPER = "title,abstract,year,publicationDate,venue,authors,externalIds,url"
WORK = "id,doi,title,publication_year,publication_date,authorships,primary_location,abstract_inverted_index"


def s2(asker: Asker, catalogue: Catalogue, key: str | None = None) -> SemanticScholar:
    return SemanticScholar(asker(papers_at(catalogue.url, key)).fetcher)


def alex(asker: Asker, catalogue: Catalogue, mailto: str | None = None) -> OpenAlex:
    return OpenAlex(asker(works_at(catalogue.url, mailto)).fetcher)


def walked(source: Source, hub: Cited) -> tuple[list[Entry], Page]:
    """Every entry, and the last page."""
    page = source.page(hub, None)
    entries = list(page.entries)
    while page.after is not None:
        page = source.page(hub, page.after)
        entries += page.entries
    return entries, page


def test_semantic_scholar_is_asked_for_a_hub_and_its_citations(asker: Asker) -> None:
    five = [citer(n) for n in range(5)]
    with serving(semantic_scholar(five)) as catalogue:
        source = s2(asker, catalogue, "k")
        hub = source.cited(IDS)
        assert (hub.key, hub.told, hub.known_total) == ("f" * 40, HUB, 5)
        summed_up = [*five[:2], citer(2, tldr={"model": "tldr@v2.0.0", "text": "Two lamps."}), *five[3:]]
        assert walked(source, hub) == (summed_up, Page(tuple(five[4:])))
    first, second, third, *_ = catalogue.asked
    assert (third.path, third.params, third.told) == (
        "graph/v1/paper/batch",
        {"fields": "tldr"},
        {"ids": [f"{n:040x}" for n in (0, 1)]},
    )
    assert (first.path, first.params) == ("graph/v1/paper/ARXIV:2001.00001", {"fields": f"{PAPER},citationCount,tldr"})
    assert (second.path, second.params) == (
        f"graph/v1/paper/{'f' * 40}/citations",
        {"fields": f"contexts,contextsWithIntent,intents,isInfluential,{PAPER}", "offset": "0", "limit": "500"},
    )
    assert {request.headers["x-api-key"] for request in catalogue.asked} == {"k"}


def test_where_summaries_cannot_be_had_the_papers_come_without_and_they_are_not_asked_for_again(asker: Asker) -> None:
    five = [citer(n, paperId=None if n == 1 else f"{n:040x}") for n in range(5)]
    with serving(semantic_scholar(five)) as catalogue:
        catalogue.instead["batch"] = repeat(Reply({"message": "Forbidden"}, 403))
        entries, last = walked(s2(asker, catalogue), Cited("f" * 40, HUB, 5))
    assert (entries, [request.told for request in catalogue.asked if request.told]) == (five, [{"ids": ["0" * 40]}])
    assert str(last.lacking).startswith(
        "summaries (TLDR) are lacking, since not all could be fetched: expected a reply"
    )


def test_openalex_is_asked_for_a_work_and_those_that_cite_it(asker: Asker) -> None:
    five = [work(n) for n in range(5)]
    with serving(openalex(five)) as catalogue:
        source = alex(asker, catalogue, "ann@example.org")
        hub = source.cited(IDS)
        assert (hub.key, hub.told, hub.known_total) == ("W1000001", {**HUB_WORK, "openalex": "W1000001"}, 4)
        assert walked(source, hub) == (five, Page(()))
    first, second, *_ = catalogue.asked
    assert (first.path, first.params) == (
        "works/doi:10.48550/arXiv.2001.00001",
        {"select": f"{WORK},cited_by_count", "mailto": "ann@example.org"},
    )
    asked = {"filter": "cites:W1000001", "select": WORK, "per-page": "200", "cursor": "*", "mailto": "ann@example.org"}
    assert (second.path, second.params, catalogue.places()[2:]) == ("works", asked, ["2", "4", "6"])


def test_what_semantic_scholar_does_not_tell_of_is_said(asker: Asker) -> None:
    def endless(request: Request) -> Reply:
        at, limit = int(request.params["offset"]), int(request.params["limit"])
        return Reply({"offset": at, "next": at + limit, "data": [citer(at)]})

    with serving(endless) as catalogue:
        catalogue.instead["batch"] = repeat(Reply([None]))
        entries, last = walked(s2(asker, catalogue), Cited("f" * 40, HUB, 20_000))
    assert (len(entries), catalogue.places()[-1]) == (20, "9500")
    assert [request.params["limit"] for request in catalogue.asked if request.told is None][-2:] == ["500", "499"]
    assert last.missing == "Semantic Scholar tells of the newest 9,999 alone; ask openalex for others"


@pytest.mark.parametrize("told", [{"next": 0, "data": []}, {"next": None, "data": []}, {"next": "5", "data": []}])
def test_a_walk_that_would_not_come_further_ends(asker: Asker, told: Any) -> None:
    with serving(lambda _: Reply(told)) as catalogue:
        assert s2(asker, catalogue).page(Cited("f" * 40, HUB, 5), None) == Page(())
    with serving(lambda _: Reply({"meta": {"next_cursor": "c"}, "results": [work(1)]})) as catalogue:
        assert alex(asker, catalogue).page(Cited("W1", HUB, 5), "c") == Page((work(1),))


@pytest.mark.parametrize("told", [[], {"paperId": None}, "x", {"id": "https://openalex.org/A1"}])
def test_a_reply_of_another_kind_is_refused(asker: Asker, told: Any) -> None:
    with serving(lambda _: Reply(json.dumps(told))) as catalogue:
        for source in (s2(asker, catalogue), alex(asker, catalogue)):
            with pytest.raises(SourceUnavailable, match="found one without a"):
                source.cited(IDS)
            with pytest.raises(SourceUnavailable, match="found one without a list of"):
                source.page(Cited("W1", HUB, 5), None)


def test_asked_too_often_without_a_key_the_way_to_one_is_told(asker: Asker) -> None:
    with serving(lambda _: Reply({}, 429, {"Retry-After": "900"})) as catalogue:
        with pytest.raises(SourceUnavailable, match="set CITERS_S2_KEY to a key"):
            s2(asker, catalogue).cited(IDS)
        with pytest.raises(SourceUnavailable, match="set CITERS_OPENALEX_MAILTO"):
            alex(asker, catalogue).cited(IDS)
        with pytest.raises(SourceUnavailable, match=r"found status 429; try again later"):
            s2(asker, catalogue, "k").cited(IDS)


def recorded(file: Path) -> Reply:
    response = json.loads(file.read_text("utf-8"))["response"]
    return Reply(response["body"], response["status"])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("paper", "pages", "citers", "papers"),
    [("10.2139_ssrn.2250500", 22, 2135, 2133), ("CorpusID_14514057", 19, 1881, 1874)],
)
def test_the_recorded_walks_are_walked_to_their_end(
    asker: Asker, shared_data: Path, paper: str, pages: int, citers: int, papers: int
) -> None:
    files = sorted((shared_data / "s2_api").glob(f"s2__200__graph_paper_{paper}_citations*.json"))
    replies = {str(100 * n): recorded(file) for n, file in enumerate(files)}
    with serving(lambda request: replies[request.params["offset"]]) as catalogue:
        catalogue.instead["batch"] = repeat(Reply([None]))
        entries, last = walked(s2(asker, catalogue), Cited("f" * 40, HUB, None))
    assert (len(files), len(catalogue.places()), len(entries), last.missing) == (pages, pages, citers, None)
    assert len({entry["citingPaper"]["paperId"] for entry in entries}) == papers


@pytest.mark.shared
def test_the_recorded_papers_are_known(asker: Asker, shared_data: Path) -> None:
    folder = shared_data / "s2_api"
    turing = recorded(folder / "s2__200__graph_paper_10.1093_mind_lix.236.433__766d80.json")
    with serving(lambda _: turing) as catalogue:
        hub = s2(asker, catalogue).cited([parse_id("10.1093/mind/lix.236.433")])
    assert (hub.key, hub.known_total) == ("2d5673caa9e6af3a7b82a43f19ee920992db07ad", 9354)
    doses = recorded(folder / "openalex__200__works_https_doi.org_10.1016_2Fj.addr.2015.01.008__fdf3bf.json")
    with serving(lambda _: doses) as catalogue:
        hub = alex(asker, catalogue).cited([parse_id("10.1016/j.addr.2015.01.008")])
    assert (hub.key, hub.known_total) == ("W2033425827", 750)


@pytest.mark.shared
def test_the_recorded_refusals_are_understood(asker: Asker, shared_data: Path) -> None:
    folder = shared_data / "s2_api"
    refusals = {
        "s2__404__graph_paper_0__4c209c": "knows, found arxiv:2001.00001",
        "s2__429__graph_paper_search__d0e1b7": r"status 429, 'Too Many Requests. Please wait .*\(6 tries\)",
        "s2__504__graph_paper_CorpusID_49313245_citations__131712": r"504, 'Endpoint request timed out' \(6 tries\)",
        "s2__403__graph_paper_batch__4d0c35": "status 403, 'Forbidden'",
    }
    for name, said in refusals.items():
        reply = recorded(folder / f"{name}.json")
        refused = pytest.raises((NotAtSource, SourceUnavailable), match=said)
        with serving(lambda _, reply=reply: reply) as catalogue, refused:
            s2(asker, catalogue).cited(IDS)
    reply = recorded(folder / "openalex__404__works_https_doi.org_10.1046_2Fj.1365_2699.2003.00795__460047.json")
    with serving(lambda _: reply) as catalogue, pytest.raises(NotAtSource, match="expected a work that OpenAlex knows"):
        alex(asker, catalogue).cited(IDS)
