"""docs/cli.md names every command and option, and its examples work as they stand; README names no others."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from corpus.importers.names import IDS, READ
from service.cli import citers
from service.commands.session import Session

ROOT = Path(__file__).resolve().parents[3]
DOCS = (ROOT / "docs" / "cli.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\$ citers (.+)$", DOCS, re.MULTILINE)


def commands(group: click.Group, path: str = "citers") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = dict(commands(citers))


@pytest.mark.parametrize("path", [path for path, command in ALL.items() if not isinstance(command, click.Group)])
def test_every_command_is_documented(path: str) -> None:
    assert re.search(rf"`{path}[ `]", DOCS)


@pytest.mark.parametrize("path", ALL)
def test_every_option_is_documented(path: str) -> None:
    options = [name for option in ALL[path].params for name in (*option.opts, *option.secondary_opts)]
    assert [name for name in options if name.startswith("-") and not re.search(rf"`{name}[ `]", DOCS)] == []


def test_no_command_is_documented_that_is_not_there() -> None:
    named = set(re.findall(r"`citers ([a-z]+)", DOCS))
    assert named == {path.split()[1] for path in ALL}


@pytest.mark.parametrize("line", re.findall(r"^(?:\$ \.venv/bin/)?citers (.+)$", README, re.MULTILINE))
def test_every_command_line_of_the_readme_is_one(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)
    command = ALL[f"citers {words[0]}"]
    context = click.Context(command, info_name=words[0], resilient_parsing=True)
    assert command.parse_args(context, words[1:]) == []


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, papers_file: Path) -> None:
    """A working folder with the files that the examples name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.jsonl").write_bytes(papers_file.read_bytes())
    questions = tmp_path / "questions"
    questions.mkdir()
    (questions / "papers.jsonl").write_bytes(papers_file.read_bytes())
    query = {"qid": "q1", "kind": "topic", "text": "wax", "answerable": True}
    (questions / "queries.jsonl").write_text(json.dumps(query) + "\n", "utf-8")
    (questions / "qrels.tsv").write_text(
        "qid\tpaper_id\trelevance\nq1\ta2\t2\nq1\ta4\t2\nq1\ta1\t0\nq1\ta3\t0\n", "utf-8"
    )


@pytest.mark.usefixtures("here")
def test_the_examples_run_in_the_order_given(tmp_path: Path, session: Session) -> None:
    held = Session(data=tmp_path / "data", open_embedder=session.open_embedder)
    for example in EXAMPLES:
        result = CliRunner().invoke(citers, shlex.split(example), obj=held, catch_exceptions=False)
        held.json = False
        assert result.exit_code == 0, (example, result.stderr)
        assert result.stdout.strip(), example
    assert len(EXAMPLES) == 30


def test_every_name_that_a_line_of_an_import_may_give_a_field_is_documented() -> None:
    table = DOCS.partition("| field | holds |")[2].partition("\n\n")[0].lower()
    named = set(re.findall(r"[`\"]([\w-]+)[`\"]", table))
    assert {name.lower() for name in READ} | IDS.keys() <= named
