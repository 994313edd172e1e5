"""Two hubs compared on the command line: what is printed for people, and that --json is what HTTP answers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from fastapi.testclient import TestClient

from service.app import create_app
from service.commands.session import Session
from tests.service.cli.conftest import HUB, PAPERS, TITLE, open_words, paper_lines, run_in

Cli = Callable[..., Result]

OTHER = "arxiv:2001.00009"
OF_OTHER = (
    {"id": "a1", "title": PAPERS[0][1], "role": "result", "contexts": ["Candles are dearer.", "And they drip."]},
    {"id": "a4", "title": PAPERS[3][1], "polarity": "contrast"},
    {"id": "b1", "title": "Candles Alone", "year": 2024},
)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the tiny hub and a second one, which two papers of the first cite as well."""
    folder = tmp_path_factory.mktemp("pair")
    (folder / "one.jsonl").write_text("\n".join(paper_lines()), "utf-8")
    (folder / "other.jsonl").write_text("\n".join(map(json.dumps, OF_OTHER)), "utf-8")
    run_in(folder / "held", "import", folder / "one.jsonl", "--hub", HUB, "--hub-title", TITLE)
    run_in(folder / "held", "import", folder / "other.jsonl", "--hub", OTHER, "--hub-title", "Candles")
    return folder / "held"


@pytest.fixture
def cli(pair: Path) -> Cli:
    return lambda *args: run_in(pair, *args)


@pytest.fixture(scope="module")
def http(pair: Path) -> Iterator[TestClient]:
    session = Session(data=pair, open_embedder=open_words)
    with session.reading() as engine, TestClient(create_app(engine)) as client:
        yield client


def test_two_hubs_are_shown_side_by_side(cli: Cli) -> None:
    assert cli("compare", HUB, OTHER).stdout == (
        "A: Lanterns: Small Lights for Large Rooms\n"
        "   arxiv:2001.00001 · 4 citing papers\n"
        "B: Candles\n"
        "   arxiv:2001.00009 · 3 citing papers\n"
        "\n"
        "2 of 5 papers cite both (50% of A's and 67% of B's), 2 cite A alone, 1 B alone\n"
        "roles (of A / of B): method / result 1, not labelled / not labelled 1\n"
        "polarity (of A / of B): not labelled / contrast 1, not labelled / not labelled 1\n"
        "\n"
        "2 papers cite both\n"
        "  Wax and Its Sources\n"
        "    2023 · local:a4\n"
        "    cites B as contrast\n"
        "  Lanterns on Boats\n"
        "    2021 · local:a1\n"
        "    cites A as method\n"
        "    cites B as result: “Candles are dearer.” (and 1 more)\n"
        "\n"
        "2 papers cite A and not B\n"
        "  Against Lanterns\n"
        "    2023 · local:a3\n"
        "    cites A as result\n"
        "  Candle Distillation\n"
        "    2022 · local:a2\n"
        "    cites A as background\n"
        "\n"
        "1 paper cites B and not A\n"
        "  Candles Alone\n"
        "    2024 · local:b1\n"
    )


def test_one_part_is_shown_with_how_much_of_it_that_is(cli: Cli) -> None:
    lines = cli("compare", HUB, OTHER, "--part", "only_a", "-n", "1").stdout.splitlines()
    assert lines[-4:] == [
        "2 papers cite A and not B; 1 of them:",
        "  Against Lanterns",
        "    2023 · local:a3",
        "    cites A as result",
    ]
    assert [line for line in lines if "cite both" in line] == [
        "2 of 5 papers cite both (50% of A's and 67% of B's), 2 cite A alone, 1 B alone"
    ]


@pytest.mark.parametrize(
    ("args", "query"), [((), ""), (("-n", "1"), "&limit=1"), (("--part", "only_b"), "&part=only_b")], ids=str
)
def test_json_is_what_http_answers(cli: Cli, http: TestClient, args: tuple[str, ...], query: str) -> None:
    result, response = (
        cli("compare", HUB, OTHER, *args, "--json"),
        http.get(f"/v1/hubs/compare?a={HUB}&b={OTHER}{query}"),
    )
    assert (result.exit_code, response.status_code, result.stderr) == (0, 200, "")
    assert json.loads(result.stdout) == response.json()


def test_a_part_goes_on_where_its_cursor_says(cli: Cli) -> None:
    first = json.loads(cli("compare", HUB, OTHER, "-n", "1", "--json").stdout)["only_a"]
    rest = json.loads(cli("compare", HUB, OTHER, "--json", "--cursor", first["next_cursor"]).stdout)["only_a"]
    assert [item["paper"]["id"] for item in (*first["items"], *rest["items"])] == ["local:a3", "local:a2"]
    assert rest["next_cursor"] is None
