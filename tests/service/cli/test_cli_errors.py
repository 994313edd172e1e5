"""Every deliberate error ends in one block on stderr and in the exit code that the docs give it."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import citers
from service.commands.exits import exit_code
from service.commands.session import Session
from service.errors import MEANINGS

Cli = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[3]
HUB = "arxiv:2001.00001"


def documented() -> dict[str, int]:
    """The exit code of each error that docs/cli.md lists, by title."""
    table = (ROOT / "docs" / "cli.md").read_text("utf-8").split("## Exit codes", 1)[1]
    rows = re.findall(r"^\| (\d+) \|[^|]*\| ([^|\n]*?) *\|$", table, re.MULTILINE)
    return {title: int(code) for code, titles in rows for title in titles.split(", ") if title}


def test_the_docs_give_every_error_its_exit_code() -> None:
    assert documented() == {meaning.title: exit_code(meaning.status) for meaning in MEANINGS.values()}


REFUSED = [
    (("summary", "arxiv:2001.00002"), 3, "arxiv:2001.00001"),
    (("search", "distillation", "wax"), 3, "arxiv:2001.00001"),
    (("show", "arxiv:1999.99999"), 3, "expected the id or URL of one of the 5 papers held"),
    (("related", "nothing-like-it"), 3, "nothing-like-it"),
    (("search", HUB, "--cursor", "made-up"), 4, "this cursor was not made for this list"),
    (("compare", HUB, "arxiv:2001.00002"), 3, "found 'arxiv:2001.00002'"),
    (("compare", HUB, "2001.00001v2"), 4, f"expected two hubs to compare, found {HUB} as both"),
    (("ask", HUB, "Why?", "--generator", "llm"), 6, "no language model is configured here"),
    (("eval", "/nowhere"), 4, "should hold papers.jsonl or papers.jsonl.gz and has neither"),
]


@pytest.mark.parametrize(("args", "code", "message"), REFUSED, ids=[" ".join(args) for args, _, _ in REFUSED])
def test_what_is_not_there_is_said_in_one_block(cli: Cli, args: tuple[str, ...], code: int, message: str) -> None:
    result = cli(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("citers: ")
    assert message in result.stderr


def test_an_empty_data_folder_says_how_to_begin(fresh: Cli) -> None:
    result = fresh("hubs")
    assert result.exit_code == 3
    assert "import a file first (citers import FILE) or load the bundled hub (citers demo)" in result.stderr


def test_a_data_folder_that_is_a_file_is_a_usage_error(cli: Cli, papers_file: Path) -> None:
    result = cli("hubs", "--data", papers_file)
    assert result.exit_code == 2
    assert "is a file" in result.stderr


@pytest.mark.parametrize("args", [["hubs", "--data", ""], ["--data", "", "demo"], ["serve", "--data="]])
def test_a_data_folder_without_a_name_is_not_the_folder_one_is_in(cli: Cli, args: list[str]) -> None:
    result = cli(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Invalid value for '--data': expected a folder, found nothing; name one" in result.stderr


def test_a_data_folder_that_cannot_be_written_is_named(fresh: Cli, tmp_path: Path, papers_file: Path) -> None:
    (tmp_path / "fresh").write_text("in the way", "utf-8")
    result = CliRunner().invoke(citers, ["import", str(papers_file)], obj=Session(data=tmp_path / "fresh" / "below"))
    assert result.exit_code == 6
    assert "should be writable but is not" in result.stderr


def test_a_database_of_a_newer_release_is_left_alone(folder: Path, session: Session, papers_file: Path) -> None:
    with sqlite3.connect(folder / "store.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    held = Session(data=folder, open_embedder=session.open_embedder)
    result = CliRunner().invoke(citers, ["import", str(papers_file)], obj=held)
    assert (result.exit_code, result.stdout) == (5, "")
    assert "newer" in result.stderr


def test_an_index_of_another_model_says_what_to_run(imported: Path, session: Session) -> None:
    from_other = Session(data=imported, open_embedder=lambda settings: renamed(session, settings))
    result = CliRunner().invoke(citers, ["hubs"], obj=from_other)
    assert (result.exit_code, result.stdout) == (5, "")
    assert "'other words'" in result.stderr
    assert "'words'" in result.stderr
    assert "citers index rebuild" in result.stderr


def renamed(session: Session, settings: object) -> object:
    embedder = session.open_embedder(settings)
    embedder.name = "other words"
    return embedder


@pytest.mark.parametrize("error", [KeyboardInterrupt, BrokenPipeError, OSError(28, "No space left on device")])
def test_interruptions_and_the_systems_own_errors_leave_no_traceback(session: Session, error: BaseException) -> None:
    def fail(_settings: object) -> object:
        raise error

    result = CliRunner(capture="fd").invoke(citers, ["hubs"], obj=Session(data=session.data, open_embedder=fail))
    codes = {KeyboardInterrupt: (130, "citers: stopped\n"), BrokenPipeError: (141, "")}
    expected = codes.get(error, (6, "citers: the system says: No space left on device\n"))
    assert (result.exit_code, result.stderr) == expected
