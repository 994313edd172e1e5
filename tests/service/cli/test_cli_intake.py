"""Getting papers in and out from the command line: reports, bad lines, bad files, the demo hub, removal."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import citers
from service.commands.session import Session
from service.engine import Engine

HUB = "arxiv:2001.00001"


def ran(session: Session, *args: str | Path, answer: str = "") -> Result:
    result = CliRunner().invoke(citers, [str(arg) for arg in args], obj=session, input=answer, catch_exceptions=False)
    session.json = False
    return result


@pytest.fixture
def empty(tmp_path: Path, session: Session) -> Session:
    return Session(data=tmp_path / "empty", open_embedder=session.open_embedder)


@pytest.fixture
def held(folder: Path, session: Session) -> Session:
    return Session(data=folder, open_embedder=session.open_embedder)


def test_an_import_says_what_came_of_every_line(empty: Session, tmp_path: Path, papers_file: Path) -> None:
    good = papers_file.read_text("utf-8").splitlines()
    (tmp_path / "mixed.jsonl").write_text("\n".join([*good[:2], "{broken", "[1]", good[0], good[2]]), "utf-8")
    result = ran(empty, "import", tmp_path / "mixed.jsonl", "--hub", HUB)
    assert result.exit_code == 0
    first, told, third, fourth = result.stdout.splitlines()
    assert (first, told) == (f"into {HUB}: 3 added, 0 updated, 0 merged, 1 already held", "2 things could not be used:")
    assert third.startswith("  line 3: expected one JSON object, found broken JSON (")
    assert fourth == "  line 4: expected one JSON object for each paper, found a number; it is left out"
    assert result.stderr.startswith("reading ...\n")


def test_an_import_names_the_fields_that_nothing_was_taken_from(empty: Session, tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").write_text('{"title": "A", "topics": ["method"], "tags": []}\n', "utf-8")
    said = ran(empty, "import", tmp_path / "export.jsonl").stdout.splitlines()
    assert said == ["1 added, 0 updated, 0 merged, 0 already held", "fields that nothing was taken from: topics (1)"]


def test_what_an_export_wrote_as_csv_is_held_already(held: Session, tmp_path: Path) -> None:
    (tmp_path / "citers.csv").write_text(ran(held, "export", HUB, "--format", "csv").stdout, "utf-8")
    said = ran(held, "import", tmp_path / "citers.csv").stdout
    assert said == "0 added, 0 updated, 0 merged, 4 already held\n"


def test_labels_that_no_hub_is_named_for_are_told_with_what_to_do(empty: Session, tmp_path: Path) -> None:
    line = '{"title": "A", "role": "method", "contexts": ["We build on it."]}'
    (tmp_path / "labels.jsonl").write_text(line, "utf-8")
    said = ran(empty, "import", tmp_path / "labels.jsonl").stdout.splitlines()
    assert said == [
        "1 added, 0 updated, 0 merged, 0 already held",
        "1 thing could not be used:",
        "  line 1: contexts, role: no hub is named for them; left out (the paper is kept)",
        "to keep what is said of citations, name the paper that is cited: citers import FILE --hub HUB",
    ]


def test_papers_are_not_read_from_a_pipe(empty: Session, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    piped, dash = ran(empty, "import", tmp_path / "pipe"), ran(empty, "import", "-")
    assert (piped.exit_code, dash.exit_code) == (2, 2)
    assert "found the pipe or device" in piped.stderr
    assert "expected a file, found -; write the papers to a file first" in dash.stderr


def test_the_report_as_json_is_that_of_the_job(empty: Session, papers_file: Path) -> None:
    report = json.loads(ran(empty, "import", papers_file, "--hub", HUB, "--json").stdout)
    assert {name: report[name] for name in ("added", "updated", "merged", "skipped", "errors", "hub", "format")} == {
        "added": 4, "updated": 0, "merged": 0, "skipped": 0, "errors": [], "hub": HUB, "format": "jsonl",
    }  # fmt: skip


def test_an_import_of_a_known_file_says_that_nothing_has_changed(empty: Session, papers_file: Path) -> None:
    ran(empty, "import", papers_file, "--hub", HUB)
    again = ran(empty, "import", papers_file, "--hub", HUB)
    assert (again.exit_code, again.stdout.splitlines()) == (0, [
        f"into {HUB}: 0 added, 0 updated, 0 merged, 4 already held",
        "nothing has changed since this file was taken in, so it was not read again",
    ])  # fmt: skip


BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    ("notes.txt", b"Some notes about lamps.\n", "found text that is none of these; say which of pith, jsonl, csv"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_file_that_cannot_be_read_is_refused_in_one_block_and_changes_nothing(
    held: Session, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = ran(held, "import", tmp_path / name)
    assert (result.exit_code, result.stdout) == (4, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert json.loads(ran(held, "hubs", "--json").stdout)["items"][0]["indexed"] == 4


def test_an_import_that_could_use_nothing_has_failed(held: Session, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("{\n{\n", "utf-8")
    result = ran(held, "import", tmp_path / "broken.jsonl")
    assert result.exit_code == 4
    assert result.stdout.splitlines()[1] == "2 things could not be used:"
    assert result.stderr.endswith("citers: nothing in the file could be used; the lines above say why\n")


def test_an_import_that_could_use_nothing_leaves_no_hub_behind(held: Session, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("[1]\n", "utf-8")
    before = ran(held, "hubs", "--json").stdout
    assert ran(held, "import", tmp_path / "broken.jsonl", "--hub", "2001.99999").exit_code == 4
    assert ran(held, "hubs", "--json").stdout == before


def test_where_no_hub_is_held_the_way_to_one_is_told(empty: Session, papers_file: Path) -> None:
    assert ran(empty, "import", papers_file).exit_code == 0
    told = "no hub is held yet; fetch what cites one (citers import ID) or read a file (citers import FILE --hub HUB)\n"
    assert ran(empty, "hubs").stdout == told


def test_the_demo_loads_and_says_what_to_try(empty: Session) -> None:
    result = ran(empty, "demo")
    assert result.stdout.splitlines()[:3] == [
        "into arxiv:2306.02707: 30 added, 0 updated, 0 merged, 0 already held",
        "try:",
        '  citers search arxiv:2306.02707 "distillation"',
    ]
    again = ran(empty, "demo").stdout.splitlines()[0]
    assert again == "into arxiv:2306.02707: 0 added, 0 updated, 0 merged, 30 already held"


def test_deleting_asks_first(held: Session) -> None:
    asked = ran(held, "delete", HUB, answer="n\n")
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert "Remove arxiv:2001.00001 and every paper that only it holds? [y/N]" in asked.stderr
    assert json.loads(ran(held, "hubs", "--json").stdout)["total"] == 1


def test_a_deleted_hub_and_its_papers_are_gone(held: Session) -> None:
    assert ran(held, "delete", "https://arxiv.org/abs/2001.00001", "--yes").stdout == f"removed {HUB} and 5 papers\n"
    assert json.loads(ran(held, "hubs", "--json").stdout)["total"] == 0
    assert ran(held, "show", "a1").exit_code == 3


def test_a_rebuild_reports_on_the_index_it_made(held: Session) -> None:
    lines = ran(held, "index", "rebuild").stdout.splitlines()
    assert lines[1:3] == ["  5 papers in 1 hub", "  embedding: words (64 numbers)"]


def test_while_one_writes_others_read_and_a_second_writer_is_told(held: Session, papers_file: Path) -> None:
    with Engine.open(held.settings(), open_embedder=held.open_embedder):
        assert ran(held, "hubs").exit_code == 0
        refused = ran(held, "import", papers_file)
    assert refused.exit_code == 5
    assert "is in use by process" in refused.stderr
