"""Commands that read: what they print for people, and that --json is what HTTP answers."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from fastapi.testclient import TestClient

from service.app import create_app
from service.commands.session import Session

Cli = Callable[..., Result]
HUB = "arxiv:2001.00001"
QUESTION = "What does distillation of wax give?"


@pytest.fixture(scope="module")
def http(session: Session) -> Iterator[TestClient]:
    with session.reading() as engine, TestClient(create_app(engine)) as client:
        yield client


JSON_TWINS = [
    (("hubs",), "/v1/hubs"),
    (("summary", HUB), f"/v1/hubs/{HUB}"),
    (("search", HUB, "wax"), f"/v1/hubs/{HUB}/citers?q=wax"),
    (("search", HUB), f"/v1/hubs/{HUB}/citers"),
    (("search", "--all", "wax", "-n", "2"), "/v1/search?q=wax&limit=2"),
    (("search", "-", "wax", "--mode", "lexical"), "/v1/search?q=wax&mode=lexical"),
    (
        ("search", HUB, "wax", "--role", "method", "--role", "result", "--year-to", "2022", "--sort", "title"),
        f"/v1/hubs/{HUB}/citers?q=wax&role=method&role=result&year_to=2022&sort=title",
    ),
    (
        ("search", HUB, "lights", "--explain", "--relevant-only", "--no-abstract"),
        f"/v1/hubs/{HUB}/citers?q=lights&explain=true&relevant_only=true&has_abstract=false",
    ),
    (("show", "local:a1"), "/v1/papers/local:a1"),
    (("related", "local:a1", "--hub", HUB, "-n", "2"), f"/v1/papers/local:a1/related?hub={HUB}&limit=2"),
    (("index", "status"), "/v1/about"),
    (("index", "verify"), "/readyz"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "path"), JSON_TWINS, ids=[" ".join(args) for args, _ in JSON_TWINS])
def test_json_is_what_http_answers(cli: Cli, http: TestClient, args: tuple[str, ...], path: str) -> None:
    result, response = cli(*args, "--json"), http.get(path)
    assert (result.exit_code, response.status_code, result.stderr) == (0, 200, "")
    assert json.loads(result.stdout) == response.json()


def test_an_answer_as_json_is_what_http_answers(cli: Cli, http: TestClient) -> None:
    result = cli("ask", HUB, QUESTION, "--max-sources", "3", "--json")
    response = http.post("/v1/ask", json={"question": QUESTION, "hub": HUB, "max_sources": 3})
    assert json.loads(result.stdout) == response.json()


def test_a_list_goes_on_where_its_cursor_says(cli: Cli) -> None:
    first = json.loads(cli("search", HUB, "--limit", "3", "--json").stdout)
    rest = json.loads(cli("search", HUB, "--limit", "3", "--json", "--cursor", first["next_cursor"]).stdout)
    assert [hit["paper"]["id"] for hit in (*first["hits"], *rest["hits"])] == [f"local:a{n}" for n in (3, 4, 2, 1)]
    assert rest["next_cursor"] is None


def test_options_may_stand_before_and_after_the_command(imported: Path, cli: Cli) -> None:
    after = cli("hubs", "--json", "--data", imported)
    before = cli("--data", imported, "--json", "hubs")
    assert before.stdout == after.stdout
    assert json.loads(after.stdout)["total"] == 1


def test_any_form_of_an_id_names_a_hub(cli: Cli) -> None:
    forms = (HUB, "2001.00001v2", "https://arxiv.org/abs/2001.00001", "https://doi.org/10.48550/arXiv.2001.00001")
    assert [cli("summary", form).exit_code for form in forms] == [0, 0, 0, 0]


def test_hubs_are_listed_with_how_many_papers_cite_them(cli: Cli) -> None:
    assert undated(cli("hubs").stdout) == (
        "Lanterns: Small Lights for Large Rooms\n  arxiv:2001.00001 · 4 citing papers searchable · updated DAY\n"
    )


def undated(shown: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d", "DAY", shown)


def test_a_summary_shows_every_number_with_what_it_is_out_of(cli: Cli) -> None:
    lines = undated(cli("summary", HUB).stdout).splitlines()
    assert lines[:7] == [
        "Lanterns: Small Lights for Large Rooms",
        "arxiv:2001.00001",
        "",
        "4 citing papers held (as of DAY): 4 with an abstract, 0 with a summary, 0 with citing sentences, 3 labelled",
        "mixed: 1 of the 3 citers held that are labelled with a role cite this work as background; "
        "a role of at least 50% names the kind.",
        "roles: background 1, method 1, result 1 (of 3 labelled)",
        "",
    ]
    assert lines[7:10] == ["2021  ████████████ 1", "2022  ████████████ 1", "2023  ████████████████████████ 2"]


def test_a_paper_is_shown_with_the_hubs_it_cites(cli: Cli) -> None:
    assert cli("show", "a1").stdout == (
        "Lanterns on Boats\n"
        "2021 · local:a1\n"
        "\n"
        "Abstract: We hang small lights on boats. Boats with lights sink less often.\n"
        "\n"
        "cites Lanterns: Small Lights for Large Rooms (arxiv:2001.00001) as method\n"
    )


def test_a_search_says_how_many_are_about_it_and_why_the_first_was_found(cli: Cli) -> None:
    lines = cli("search", HUB, "candle distillation").stdout.splitlines()
    assert lines[0] == "1 of 4 is about this"
    assert lines[2].startswith("  1. Candle Distillation  ")
    assert lines[3] == "     2022 · background · local:a2"
    assert lines[4] == (
        "     1st by meaning and 1st by words; the abstract says: “Distillation of wax gives brighter candles.”"
    )


def test_papers_that_nobody_asked_to_rank_are_counted_and_not_judged(cli: Cli) -> None:
    lines = cli("search", HUB, "--", "-wax").stdout.splitlines()
    assert lines[0] == "2 citing papers"
    assert [line for line in lines if "%" in line] == []


def test_how_many_papers_match_is_told_first(cli: Cli) -> None:
    counted, _, told = cli("ask", HUB, "How many papers are about wax?").stdout.partition("\n\n")
    assert counted == "2 of 4 papers match (estimated recall over 99%, over 99% to 100%)"
    assert told.startswith("Distillation of wax gives brighter candles [1].")


def test_an_answer_shows_its_sources_with_quotes(cli: Cli) -> None:
    assert cli("ask", HUB, QUESTION).stdout == (
        "Distillation of wax gives brighter candles [1].\n"
        "\n"
        "Sources\n"
        "[1] Candle Distillation\n"
        "    2022 · background · local:a2\n"
        "    the abstract: “Distillation of wax gives brighter candles.”\n"
    )
