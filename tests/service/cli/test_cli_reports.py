"""`citers report` and `citers table`: what they write, the same as over HTTP, and what they refuse."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from fastapi.testclient import TestClient

Cli = Callable[..., Result]
HUB = "arxiv:2001.00001"
DOCS = (Path(__file__).resolve().parents[3] / "docs" / "report.md").read_text("utf-8")
QUESTION = "Do boats with lights sink less often?"


@pytest.mark.parametrize(
    ("args", "parameters"),
    [
        ((), "format=markdown"),
        (("--section", "compare"), "format=markdown&section=compare"),
        (("--section", "time", "--section", "extend"), "format=markdown&section=extend&section=time"),
    ],
)
def test_a_report_is_what_http_sends(cli: Cli, http: TestClient, args: tuple[str, ...], parameters: str) -> None:
    result, response = cli("report", HUB, *args), http.get(f"/v1/hubs/{HUB}/report?{parameters}")
    assert (result.exit_code, response.status_code, result.stderr) == (0, 200, "")
    assert result.stdout_bytes == response.content != b""


def test_a_report_as_json_is_what_http_sends(cli: Cli, http: TestClient) -> None:
    result = cli("report", HUB, "--section", "compare", "--json")
    assert json.loads(result.stdout) == http.get(f"/v1/hubs/{HUB}/report?section=compare").json()


def test_a_section_that_is_not_there_is_met_with_the_nearest(cli: Cli) -> None:
    result = cli("report", HUB, "--section", "compares")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--section unknown name 'compares'; did you mean 'compare'?" in result.stderr


def test_a_table_shows_a_quote_or_that_it_is_not_stated(cli: Cli) -> None:
    result = cli("table", HUB, QUESTION, "--year-to", "2022")
    assert result.stdout == (
        "2 of 2 citing papers\n"
        "\n"
        "Candle Distillation\n"
        "2022 · background · local:a2\n"
        f"    {QUESTION} not stated\n"
        "\n"
        "Lanterns on Boats\n"
        "2021 · method · local:a1\n"
        f"    {QUESTION} “Boats with lights sink less often.” (the abstract, 100%)\n"
    )


def test_a_table_as_json_is_what_http_sends(cli: Cli, http: TestClient) -> None:
    result = cli("table", HUB, QUESTION, "--limit", "2", "--role", "method", "--json")
    body = {"questions": [QUESTION], "limit": 2, "filters": {"role": "method"}}
    assert json.loads(result.stdout) == http.post(f"/v1/hubs/{HUB}/table", json=body).json()


def test_a_table_goes_on_where_it_ended(cli: Cli) -> None:
    first = json.loads(cli("table", HUB, QUESTION, "--limit", "3", "--json").stdout)
    rest = json.loads(cli("table", HUB, QUESTION, "--limit", "3", "--cursor", first["next_cursor"], "--json").stdout)
    assert [len(first["items"]), len(rest["items"]), rest["next_cursor"]] == [3, 1, None]
    assert f"more with --cursor {first['next_cursor']}" in cli("table", HUB, QUESTION, "--limit", "3").stdout


def test_csv_has_every_paper_and_nothing_that_a_spreadsheet_would_run(cli: Cli) -> None:
    result = cli("table", HUB, f"={QUESTION}", "--limit", "1", "--csv")
    assert list(csv.reader(io.StringIO(result.stdout))) == [
        ["id", "title", "year", f"'={QUESTION}"],
        ["local:a3", "Against Lanterns", "2023", "not stated"],
        ["local:a4", "Wax and Its Sources", "2023", "not stated"],
        ["local:a2", "Candle Distillation", "2022", "not stated"],
        ["local:a1", "Lanterns on Boats", "2021", "Boats with lights sink less often."],
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--csv", "--json"), "--json and --csv cannot both be; leave one out"),
        (("--csv", "--cursor", "x"), "--csv writes every paper, so leave --cursor out"),
        ((" ",), "QUESTION should ask something but is blank"),
        (("x",) * 20, "QUESTION"),
    ],
)
def test_what_is_no_table_is_refused(cli: Cli, args: tuple[str, ...], said: str) -> None:
    result = cli("table", HUB, QUESTION, *args)
    assert (result.exit_code, result.stdout, said in result.stderr) == (2, "", True)


def test_the_report_in_the_docs_is_what_the_command_writes(fresh: Cli) -> None:
    fresh("demo")
    shown = DOCS.split("````markdown\n", 1)[1].split("````", 1)[0]
    assert fresh("report", "arxiv:2306.02707", "--section", "extend", "--section", "dispute").stdout == shown
