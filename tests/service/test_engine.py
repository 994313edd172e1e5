"""What was stored is searchable, whatever happened in between, and only one process writes."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.store_errors import NewerSchema
from index.values import SearchRequest
from index.version import IndexMismatch
from service.engine import Engine, NothingImported
from service.intake import Intake, Stopped
from service.lock import DataFolderInUse
from service.settings import Settings
from service.standing import StoreMissing
from service.views import KEPT_VIEWS, VersionGone
from service.written import NotAWriter

Open = Callable[..., Engine]
Many = Callable[..., Path]


def held(engine: Engine) -> int:
    return engine.view().search(SearchRequest()).total


def test_an_import_can_be_searched_when_it_returns(empty_engine: Engine, many: Many) -> None:
    report = empty_engine.import_file(many(3), hub="2001.00001", hub_title="Lanterns")
    assert (report.hub, report.format, report.added, report.problem_count) == ("arxiv:2001.00001", "jsonl", 3, 0)
    assert report.index_id == empty_engine.view().index_id
    assert held(empty_engine) == 3


def test_a_rehearsal_finds_nothing_amiss_with_papers_or_without(empty_engine: Engine, many: Many) -> None:
    empty_engine.view().rehearse()
    empty_engine.import_file(many(3))
    empty_engine.view().rehearse()


def test_importing_again_changes_nothing_and_builds_nothing(empty_engine: Engine, many: Many) -> None:
    first = empty_engine.import_file(many(3))
    stages: list[str] = []
    again = empty_engine.import_file(many(3), progress=lambda stage, _done, _total: stages.append(stage))
    assert (again.added, again.skipped, again.index_id) == (0, 3, first.index_id)
    assert stages == []


def test_more_than_a_batch_arrives_whole(empty_engine: Engine, many: Many) -> None:
    seen: list[int] = []

    def watch(stage: str, done: int, _total: int | None) -> None:
        seen.extend([done] if stage == "reading" else [])

    assert empty_engine.import_file(many(1201), progress=watch).added == 1201
    assert (held(empty_engine), seen) == (1201, [500, 1000, 1201])


def test_bad_lines_are_reported_and_good_ones_kept(empty_engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text('{"id": "a", "title": "A"}\n{"id": "b"\n{"id": "c", "title": "C"}\n', "utf-8")
    report = empty_engine.import_file(path)
    assert (report.added, report.problem_count, [found.line for found in report.problems]) == (2, 1, [2])


def test_a_view_stays_as_it_was(empty_engine: Engine, many: Many) -> None:
    empty_engine.import_file(many(2))
    before = empty_engine.view()
    empty_engine.import_file(many(2, 10))
    assert before.search(SearchRequest()).total == 2
    assert empty_engine.view(before.index_id) is before
    assert held(empty_engine) == 4


def test_a_view_answers_when_its_files_are_gone(empty_engine: Engine, many: Many, settings: Settings) -> None:
    empty_engine.import_file(many(2))
    before = empty_engine.view()
    for n in range(1, 4):
        empty_engine.import_file(many(2, 10 * n))
    assert not (settings.data / "index" / "versions" / before.index_id).exists()
    for query in ("lanten", 'author:"nobdy"'):
        assert before.search(SearchRequest(query=query)).total <= 2


def test_views_are_kept_for_a_while(empty_engine: Engine, many: Many) -> None:
    versions = [empty_engine.import_file(many(1, n)).index_id for n in range(KEPT_VIEWS + 1)]
    assert empty_engine.view(versions[1]).search(SearchRequest()).total == 2
    with pytest.raises(VersionGone, match="start again without the cursor"):
        empty_engine.view(versions[0])


def test_a_stop_while_reading_reports_what_was_stored(open_engine: Open, many: Many) -> None:
    def stop(_stage: str, _done: int, _total: int | None) -> None:
        raise Stopped("enough")

    begun: list[Intake] = []
    with open_engine() as engine:
        with pytest.raises(Stopped):
            engine.import_file(many(700), progress=stop, begun=begun.append)
        assert ([taken.report().added for taken in begun], held(engine)) == ([500], 0)
    with open_engine() as engine:
        assert held(engine) == 500


def test_a_crash_between_store_and_index_is_made_good_at_the_next_start(open_engine: Open, many: Many) -> None:
    with open_engine() as engine:
        engine.import_file(many(2))

        def crash(stage: str, _done: int, _total: int | None) -> None:
            if stage != "reading":
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            engine.import_file(many(3, 10), progress=crash)
        assert held(engine) == 2
    with open_engine() as engine:
        assert held(engine) == 5


def test_a_service_replies_at_once_and_is_brought_up_after(open_engine: Open, many: Many) -> None:
    def crash(stage: str, _done: int, _total: int | None) -> None:
        if stage != "reading":
            raise KeyboardInterrupt

    with open_engine() as engine:
        engine.import_file(many(2))
        with pytest.raises(KeyboardInterrupt):
            engine.import_file(many(3, 10), progress=crash)
    with open_engine(serving=True) as engine:
        assert held(engine) == 2
        engine._serving = False  # builds in this process, whose models tests can give
        engine.bring_up()
        assert held(engine) == 5


def test_a_store_that_was_lost_does_not_empty_the_index(open_engine: Open, many: Many, settings: Settings) -> None:
    with open_engine() as engine:
        engine.import_file(many(2))
    kept = (settings.data / "store.sqlite").read_bytes()
    for file in settings.data.glob("store.sqlite*"):
        file.unlink()
    for how in ({}, {"rebuild": True}, {"serving": True}):
        with pytest.raises(StoreMissing, match=r"put a copy of store\.sqlite there"):
            open_engine(**how)
    with open_engine(writer=False) as engine:
        assert held(engine) == 2
    for file in settings.data.glob("store.sqlite*"):
        file.unlink()
    (settings.data / "store.sqlite").write_bytes(kept)
    with open_engine() as engine:
        assert held(engine) == 2


def test_a_damaged_index_is_built_again(open_engine: Open, many: Many, settings: Settings) -> None:
    with open_engine() as engine:
        before = engine.import_file(many(2)).index_id
    for file in (settings.data / "index" / "versions").rglob("*.npy"):
        file.write_bytes(b"")
    with open_engine() as engine:
        assert (held(engine), engine.view().index_id) == (2, before)


def test_a_rebuild_makes_again_only_what_is_not_as_it_was_written(
    open_engine: Open, many: Many, settings: Settings
) -> None:
    def rebuilt(file: Path) -> bool:
        before = file.stat().st_mtime_ns
        with open_engine(rebuild=True) as engine:
            assert (held(engine), engine.view().index_id) == (2, index_id)
        return file.stat().st_mtime_ns != before

    with open_engine() as engine:
        index_id = engine.import_file(many(2)).index_id
    vectors = settings.data / "index" / "versions" / str(index_id) / "vectors.paper.npy"
    content = vectors.read_bytes()
    assert not rebuilt(vectors)
    vectors.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert rebuilt(vectors)
    assert vectors.read_bytes() == content


def test_an_index_of_another_model_is_refused_until_it_is_built_again(open_engine: Open, many: Many) -> None:
    with open_engine() as engine:
        engine.import_file(many(2))
    with pytest.raises(IndexMismatch, match="other letters"):
        open_engine(model="other")
    with pytest.raises(IndexMismatch):
        open_engine(model="other", writer=False)
    with open_engine(model="other", rebuild=True) as engine:
        assert (held(engine), engine.about().model) == (2, "other letters")


def test_a_refused_start_leaves_the_folder_free(open_engine: Open, many: Many) -> None:
    with open_engine() as engine:
        engine.import_file(many(2))
    for _ in range(2):
        with pytest.raises(IndexMismatch):
            open_engine(model="other")


def test_one_process_writes_and_others_read_beside_it(open_engine: Open, many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
        with pytest.raises(DataFolderInUse):
            open_engine()
        with open_engine(writer=False) as reader:
            assert held(reader) == 2
            with pytest.raises(NotAWriter, match="send the request to the one that writes"):
                reader.import_file(many(1))


def test_a_reader_of_nothing_is_told_how_to_begin(open_engine: Open) -> None:
    with pytest.raises(NothingImported, match="citers demo"):
        open_engine(writer=False)


def test_a_store_of_a_later_release_is_left_alone(open_engine: Open, many: Many, settings: Settings) -> None:
    with open_engine() as engine:
        engine.import_file(many(1))
    with sqlite3.connect(settings.data / "store.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerSchema):
        open_engine()


def test_the_demo_loads_and_loading_it_again_changes_nothing(empty_engine: Engine) -> None:
    first, again = empty_engine.load_demo(), empty_engine.load_demo()
    assert first.problem_count == 0
    assert (first.hub, first.added, again.added) == ("arxiv:2306.02707", again.skipped, 0)
    assert empty_engine.view().hub_page("2306.02707").coverage.held == first.added
