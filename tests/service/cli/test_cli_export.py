"""`citers export`: the same bytes as over HTTP on stdout, and nothing else there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from fastapi.testclient import TestClient

Cli = Callable[..., Result]
HUB = "arxiv:2001.00001"


@pytest.mark.parametrize(
    ("args", "parameters"),
    [
        ((HUB,), ""),
        ((HUB, "--json"), ""),
        (("https://arxiv.org/abs/2001.00001", "--format", "csl", "--json"), "format=csl"),
        ((HUB, "wax", "--format", "csv", "--mode", "lexical"), "q=wax&format=csv&mode=lexical"),
        ((HUB, "lights", "--format", "bibtex", "--relevant-only"), "q=lights&format=bibtex&relevant_only=true"),
        (
            (HUB, "--format", "ris", "--role", "method", "--role", "result", "--year-to", "2022", "--sort", "title"),
            "format=ris&role=method&role=result&year_to=2022&sort=title",
        ),
        ((HUB, "wax", "--diversity", "0.5", "--has-abstract"), "q=wax&diversity=0.5&has_abstract=true"),
    ],
)
def test_what_is_written_is_what_http_sends(cli: Cli, http: TestClient, args: tuple[str, ...], parameters: str) -> None:
    result, response = cli("export", *args), http.get(f"/v1/hubs/{HUB}/export?{parameters}")
    assert (result.exit_code, response.status_code, result.stderr) == (0, 200, "")
    assert result.stdout_bytes == response.content != b""


def test_what_is_exported_can_be_imported(cli: Cli, fresh: Cli, tmp_path: Path) -> None:
    file = tmp_path / "citers.jsonl"
    file.write_bytes(cli("export", HUB).stdout_bytes)
    assert fresh("import", file).stdout == "4 added, 0 updated, 0 merged, 0 already held\n"
    assert fresh("export", HUB).stdout_bytes == file.read_bytes()


def test_an_unknown_hub_leaves_stdout_empty(cli: Cli) -> None:
    result = cli("export", "arxiv:1901.00009")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "found 'arxiv:1901.00009'" in result.stderr


def test_json_and_a_format_that_is_not_json_cannot_both_be(cli: Cli) -> None:
    result = cli("export", HUB, "--json", "--format", "ris")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json and --format ris cannot both be; leave one out" in result.stderr


@pytest.mark.parametrize(("option", "said"), [("--limit", "--limit"), ("--diversity=7", "--diversity should be less")])
def test_what_it_does_not_take_is_refused(cli: Cli, option: str, said: str) -> None:
    result = cli("export", HUB, option)
    assert (result.exit_code, said in result.stderr) == (2, True)
