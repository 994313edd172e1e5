"""A service that only reads has what the one that writes has made, and keeps what it had where that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.files.manifest import IndexDamaged
from index.files.pointer import CURRENT
from index.values import SearchRequest
from service.app import create_app
from service.engine import Engine
from service.settings import Settings
from service.views import VersionGone

Many = Callable[..., Path]
Open = Callable[..., Engine]


def total(engine: Engine) -> int:
    return engine.view().search(SearchRequest()).total


def test_what_is_written_is_read_when_it_is_followed(open_engine: Open, many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
        with open_engine(writer=False) as reader:
            before = reader.view()
            writer.import_file(many(3, 10))
            assert total(reader) == 2
            reader.follow()
            assert (total(reader), reader.view().index_id) == (5, writer.view().index_id)
            assert reader.view(before.index_id) is before


def test_a_list_begun_in_a_version_not_taken_up_yet_goes_on(open_engine: Open, many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(12))
        with open_engine(writer=False) as reader, TestClient(create_app(writer)) as first:
            writer.import_file(many(3, 20))
            cursor = first.get("/v1/search?limit=10&sort=title").json()["next_cursor"]
            with TestClient(create_app(reader)) as second:
                page = second.get("/v1/search", params={"limit": 10, "sort": "title", "cursor": cursor})
            assert page.status_code == 200
            titles = [hit["paper"]["title"] for hit in page.json()["hits"]]
            assert titles == ["Paper 5", "Paper 6", "Paper 7", "Paper 8", "Paper 9"]


def test_a_version_that_never_was_is_told_so_and_the_same_goes_on(open_engine: Open, many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
    with open_engine(writer=False) as reader:
        before = reader.view()
        with pytest.raises(VersionGone, match="begun in index version 0000"):
            reader.view("0000")
        assert reader.view() is before


def test_where_nothing_is_new_the_same_goes_on(open_engine: Open, many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
    with open_engine(writer=False) as reader:
        before = reader.view()
        reader.follow()
        assert reader.view() is before


def test_what_was_held_goes_on_where_what_is_current_cannot_be_read(
    open_engine: Open, many: Many, settings: Settings
) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
    with open_engine(writer=False) as reader:
        (settings.data / "index" / CURRENT).write_bytes(b"{")
        with pytest.raises(IndexDamaged):
            reader.follow()
        with pytest.raises(VersionGone, match="begun in index version 0000"):
            reader.view("0000")
        assert total(reader) == 2
