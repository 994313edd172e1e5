"""What happens before a data folder is opened: nothing heavy is imported, and mistakes are pointed out."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("torch", "faiss", "fastapi", "rich", "numpy", "pydantic", "sqlalchemy")
LIST_HEAVY = f"""
import sys
from service.cli import main
try:
    main()
finally:
    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(argument: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIST_HEAVY, argument], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_who_only_reads_loads_no_database_library() -> None:
    program = "import sys, service.app, service.engine, service.errors; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_search_waits_for_nothing_that_only_answers_or_imports_need() -> None:
    late = ("answers.extractive", "answers.gate.gate", "answers.reports.report", "answers.reports.table", "scipy")
    program = f"import sys, service.server, service.engine; print([name for name in {late!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_misspelt_command_or_option_is_answered_with_the_nearest(fresh: Cli) -> None:
    command, option = fresh("serch"), fresh("search", "--lmit", "3")
    assert command.exit_code == option.exit_code == 2
    assert "No such command 'serch'. (Did you mean one of: 'bench', 'search', 'serve'?)" in command.stderr
    assert "No such option '--lmit'. (Did you mean one of: '--limit', '--polarity'?)" in option.stderr


WRONG = [
    (("import", "nowhere.txt"), "there is no file nowhere.txt; check the name, or the folder you are in"),
    (("import", "/"), "expected one file, found the folder /; name a file in it"),
    (("search",), "name a hub, or use --all for every hub; `citers hubs` lists what there is"),
    (("search", " "), "HUB is blank; `citers hubs` lists what there is"),
    (("compare", "", "hub"), "A is empty; give it a value, or leave it out"),
    (("compare", "hub"), "Missing argument 'B'."),
    (("search", "hub", ""), "QUERY should say something but is blank; leave it out to list without a query"),
    (("search", "hub", "x" * 10_000), "QUERY should have at most 2,000 characters but has 10,000; shorten it"),
    (("table", "hub", *"abcdefghijklmnopqrstu"), "QUESTION may be given 20 times at most, found 21; leave some out"),
    (
        ("ask", "hub", "Why?", *["--after", "How?"] * 101),
        "--after may be given 100 times at most, found 101; leave some out",
    ),
    (
        ("search", "--all", "hub", "words"),
        "--all searches every hub, so give QUERY alone; found both 'hub' and 'words'",
    ),
    (("search", "hub", "--limit", "0"), "--limit should be greater than or equal to 1, found 0"),
    (("search", "hub", "--diversity", "2"), "--diversity should be less than or equal to 1, found 2.0"),
    (
        ("search", "hub", "--year-from", "2024", "--year-to", "2020"),
        "year_from should not be after year_to; swap them or leave one out",
    ),
    (("ask", "hub", " "), "QUESTION should say something but is blank"),
    (("ask", "Why?"), "name a hub and then the question, or use --all for every hub; found only 'Why?'"),
    (
        ("ask", "hub", "why?", "--after", ""),
        "--after is blank; give the question that was asked before, or leave it out",
    ),
    (("ask", "hub", "why?", "--max-sources", "99"), "--max-sources should be less than or equal to 50, found 99"),
    (("ask", "hub", "why?", "--year-from", "-1"), "--year-from should be greater than or equal to 0, found -1"),
    (("related", "paper", "--limit", "101"), "--limit should be less than or equal to 100, found 101"),
]


@pytest.mark.parametrize(("args", "message"), WRONG, ids=[" ".join(args)[:40] for args, _ in WRONG])
def test_what_is_asked_is_checked_before_anything_is_opened(fresh: Cli, args: tuple[str, ...], message: str) -> None:
    result = fresh(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_command_is_imported_when_it_is_asked_for_and_no_other() -> None:
    program = "import sys; from service.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", program, "export", "--help"]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr.split()
    own = {name.removeprefix("service.commands.") for name in loaded if name.startswith("service.commands.")}
    assert own == {"checks", "exits", "exports", "questions", "session"}
