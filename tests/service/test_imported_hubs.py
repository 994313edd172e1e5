"""What an import says of the hubs that its papers cite: under which id they are held, and as of which day."""

import json
from pathlib import Path
from typing import Any

import pytest

from service.engine import Engine
from service.intake import today
from service.taken import file_key

HUB, OTHER, TITLE = "arxiv:2001.00001", "doi:10.1000/other", "Lanterns"


def file_of(folder: Path, name: str, *told: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(one) + "\n" for one in told), "utf-8")
    return path


def days(engine: Engine) -> dict[str, str | None]:
    return {hub.id: hub.updated_at for hub in engine.view().hubs()}


def test_hubs_named_on_the_lines_are_as_of_the_day_of_the_import(empty_engine: Engine, tmp_path: Path) -> None:
    path = file_of(tmp_path, "a.jsonl", {"title": "One", "hub": HUB}, {"title": "Two", "cites": OTHER})
    report = empty_engine.import_file(path)
    assert (report.hub, report.day) == (None, today())
    assert days(empty_engine) == {HUB: today(), OTHER: today()}
    assert empty_engine.view().hub_page(HUB).coverage.as_of == today()


def test_a_file_that_names_hubs_on_its_lines_is_known_for_that_day(empty_engine: Engine, tmp_path: Path) -> None:
    path = file_of(tmp_path, "a.jsonl", {"title": "One", "hub": HUB})
    empty_engine.import_file(path)
    taken = empty_engine.store.taken_file(file_key(path, "auto", None, None))
    assert taken is not None
    assert taken.day == today()


@pytest.mark.parametrize("alias", [OTHER, "local:lamps"])
def test_the_report_names_the_hub_by_the_id_that_is_held(empty_engine: Engine, tmp_path: Path, alias: str) -> None:
    hub = {"id": HUB, "title": TITLE, "doi": OTHER, "aliases": ["local:lamps"]}
    empty_engine.import_file(file_of(tmp_path, "hub.jsonl", hub))
    report = empty_engine.import_file(file_of(tmp_path, "a.jsonl", {"title": "One"}), hub=alias)
    assert report.hub == HUB
    again = empty_engine.import_file(tmp_path / "a.jsonl", hub=alias)
    assert (again.unchanged, again.hub) == (True, HUB)
    assert days(empty_engine) == {HUB: today()}


def test_a_hub_of_which_nothing_is_held_keeps_the_name_it_was_given(empty_engine: Engine, tmp_path: Path) -> None:
    assert empty_engine.import_file(file_of(tmp_path, "a.jsonl", {"id": "one"}), hub=OTHER).hub == OTHER
