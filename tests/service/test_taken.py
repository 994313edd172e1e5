"""A file that was taken in before is read again only where that may change something."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.values import Problem
from service import intake, taken
from service.app import create_app
from service.engine import Engine
from service.intake import ImportReport, Stopped, today
from service.taken import file_key, recalled

Many = Callable[..., Path]
HUB, TITLE = "arxiv:2001.00001", "Lanterns"


def read_anew(engine: Engine, path: Path, **how: str) -> bool:
    """Imports the file and answers whether it was read."""
    stages: list[str] = []
    report = engine.import_file(path, progress=lambda stage, _done, _total: stages.append(stage), **how)
    assert report.unchanged == (stages == [])
    return "reading" in stages


def test_the_second_report_is_that_of_a_reading_that_finds_nothing_new(empty_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text('{"id": "a", "title": "A"}\n{"id": "b"\n{"id": "a", "title": "A"}\n{"id": "c"}\n', "utf-8")
    first, again = (empty_engine.import_file(path, hub=HUB) for _ in range(2))
    assert (first.added, first.skipped, first.unchanged) == (1, 1, False)
    assert [problem.line for problem in first.problems] == [2, 4]
    assert all(isinstance(problem, Problem) for problem in again.problems)
    assert again == replace(first, added=0, skipped=2, unchanged=True)
    assert again.index_id == empty_engine.view().index_id


def test_a_file_that_could_not_be_used_says_so_again(empty_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("{\n", "utf-8")
    first, again = (empty_engine.import_file(path) for _ in range(2))
    assert again == replace(first, unchanged=True)
    assert (again.used, again.problem_count) == (0, 1)


def test_files_imported_in_turn_all_become_quick(empty_engine: Engine, many: Many) -> None:
    one, other = many(3), many(3, 10)
    assert [read_anew(empty_engine, path) for path in (one, other)] == [True, True]
    assert [read_anew(empty_engine, path) for path in (one, other)] == [True, False]
    assert [read_anew(empty_engine, path) for path in (one, other)] == [False, False]


def test_another_copy_of_the_file_is_the_same_file(empty_engine: Engine, many: Many, tmp_path: Path) -> None:
    empty_engine.import_file(many(3))
    copy = tmp_path / "elsewhere.jsonl"
    copy.write_bytes(many(3).read_bytes())
    assert not read_anew(empty_engine, copy)


def test_other_bytes_or_another_hub_or_format_are_read(empty_engine: Engine, many: Many) -> None:
    path = many(3)
    empty_engine.import_file(path, hub=HUB, hub_title=TITLE)
    assert read_anew(empty_engine, path, hub="arxiv:2001.00002")
    assert read_anew(empty_engine, path, hub=HUB, hub_title="Lamps")
    assert read_anew(empty_engine, path, hub=HUB, hub_title=TITLE, format="jsonl")
    path.write_bytes(path.read_bytes() + b'{"id": "z", "title": "Z"}\n')
    assert read_anew(empty_engine, path, hub=HUB, hub_title=TITLE)


def test_after_a_removal_the_file_is_read_again(empty_engine: Engine, many: Many) -> None:
    path = many(3)
    empty_engine.import_file(path, hub=HUB, hub_title=TITLE)
    empty_engine.delete_hub(HUB)
    assert empty_engine.view().paper_count == 0
    assert read_anew(empty_engine, path, hub=HUB, hub_title=TITLE)
    assert empty_engine.view().hub_page(HUB).coverage.held == 3


def test_a_file_whose_import_was_stopped_is_read_to_its_end(empty_engine: Engine, many: Many) -> None:
    def stop(_stage: str, _done: int, _total: int | None) -> None:
        raise Stopped("enough")

    with pytest.raises(Stopped):
        empty_engine.import_file(many(700), progress=stop)
    assert empty_engine.import_file(many(700)) == ImportReport(
        format="jsonl", added=200, skipped=500, index_id=empty_engine.view().index_id
    )


def test_a_hub_that_is_as_of_the_day_of_the_import_is_known_for_that_day(empty_engine: Engine, many: Many) -> None:
    dated, undated = many(3), many(3, 10)
    empty_engine.import_file(dated, hub=HUB)
    empty_engine.import_file(undated)
    keys = file_key(dated, "auto", HUB, None), file_key(undated, "auto", None, None)
    taken = [empty_engine.store.taken_file(key) for key in keys]
    assert [one and one.day for one in taken] == [today(), None]
    now = empty_engine.store.revision()
    for one in taken:
        assert one is not None
        empty_engine.store.remember_file(replace(one, revision=now, day=one.day and "2026-01-31"))
    assert [recalled(empty_engine.store, key) is None for key in keys] == [True, False]


def test_an_import_that_lasts_over_midnight_is_of_the_day_on_which_it_began(
    empty_engine: Engine, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = chain(["2026-01-31"], repeat("2026-02-01"))
    for module in (intake, taken):
        monkeypatch.setattr(module, "today", lambda: next(days))
    empty_engine.import_file(many(3), hub=HUB)
    known = empty_engine.store.taken_file(file_key(many(3), "auto", HUB, None))
    assert known is not None
    assert known.day == "2026-01-31"
    assert read_anew(empty_engine, many(3), hub=HUB)
    with empty_engine.store.changes(0) as changes:
        assert [hub.as_of for hub in changes.hubs] == ["2026-02-01"]


def test_what_was_never_built_is_built_though_the_file_is_known(empty_engine: Engine, many: Many) -> None:
    path = many(3)
    empty_engine.import_file(path)
    empty_engine.import_file(many(2, 10))
    assert empty_engine.import_file(path).index_id == empty_engine.view().index_id
    assert empty_engine.view().paper_count == 5


def test_an_upload_sent_again_is_answered_as_unchanged(empty_engine: Engine, many: Many) -> None:
    body = many(3).read_bytes()
    with TestClient(create_app(empty_engine)) as client:
        first, again = (
            client.post("/v1/imports", files={"file": ("papers.jsonl", body)}, headers={"Prefer": "wait=30"}).json()
            for _ in range(2)
        )
    assert (first["report"]["added"], first["report"]["unchanged"]) == (3, False)
    assert again["state"] == "succeeded"
    assert again["report"] == {**first["report"], "added": 0, "skipped": 3, "unchanged": True}
