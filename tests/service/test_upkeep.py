"""A few papers are laid upon the index in a moment; what grows large is merged beside the service."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.building.build import prepare
from index.files.pointer import Pointer, read_pointer
from index.scope import HubNotFound
from index.values import SearchRequest
from index.version import verify
from service.engine import Engine
from service.intake import Stopped
from service.making import Made, Step
from service.settings import Settings
from tests.service.conftest import HUB, LettersEmbedder, lines

Many = Callable[..., Path]
Open = Callable[..., Engine]
NEVER = 1_000_000


@pytest.fixture(autouse=True)
def tiny_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every whole index is large enough to lay parts upon, and every part small enough to stay."""
    monkeypatch.setattr("service.upkeep.WHOLE", 1)
    monkeypatch.setattr("service.upkeep.LEAST", NEVER)
    monkeypatch.setattr("service.upkeep.MOST", NEVER)


@pytest.fixture
def engine(open_engine: Open, many: Many) -> Iterator[Engine]:
    with open_engine() as engine:
        engine.import_file(many(3), hub=HUB)
        yield engine


@pytest.fixture
def serving(open_engine: Open, many: Many) -> Iterator[Engine]:
    """As `engine`, while others search."""
    with open_engine(serving=True) as engine:
        engine.import_file(many(3), hub=HUB)
        yield engine


def pointer(settings: Settings) -> Pointer:
    found = read_pointer(settings.data / "index")
    assert found is not None
    return found


def wait_for_merge(engine: Engine) -> None:
    if (merging := engine._upkeep._merging) is not None:
        merging.join()


def ids(engine: Engine, query: str | None = None) -> list[str]:
    return sorted(hit.paper.id for hit in engine.view().search(SearchRequest(query, mode="lexical", limit=100)).hits)


def test_a_few_papers_are_laid_upon_the_index(engine: Engine, settings: Settings, many: Many) -> None:
    whole = pointer(settings)
    report = engine.import_file(many(2, 10), hub=HUB)
    assert pointer(settings) == Pointer(report.index_id or "", 2, whole.index_id, 1, whole.index_id)
    assert engine.view().paper_count == 6
    assert ids(engine, "paper") == ["local:n00000", "local:n00001", "local:n00002", "local:n00010", "local:n00011"]
    assert engine.view().search(SearchRequest(hubs=(HUB,))).total == 5


def test_what_follows_replaces_the_part(engine: Engine, settings: Settings, many: Many) -> None:
    whole = pointer(settings)
    for start in (10, 20, 30):
        engine.import_file(many(2, start), hub=HUB)
    assert (pointer(settings).base, pointer(settings).base_revision) == (whole.index_id, 1)
    assert len(list((settings.data / "index" / "versions").iterdir())) == 3
    assert len(ids(engine)) == 9


def test_a_paper_told_anew_is_found_as_it_is_now(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "again.jsonl"
    path.write_bytes(lines([{"id": "n00001", "title": "Paper 1", "abstract": "Wicks burn.", "year": 2000}]))
    engine.import_file(path)
    assert ids(engine, "wicks") == ["local:n00001"]
    assert len(ids(engine)) == 3


def test_a_hub_that_is_removed_is_gone_at_once(engine: Engine, settings: Settings, many: Many) -> None:
    engine.import_file(many(2, 10), hub="2002.00002", hub_title="Others")
    assert engine.delete_hub(HUB) == (HUB, 4)
    assert pointer(settings).base is not None
    assert ids(engine) == ["local:n00010", "local:n00011"]
    assert [hub.id for hub in engine.view().hubs()] == ["arxiv:2002.00002"]


def test_a_part_is_as_good_as_new_after_a_restart(open_engine: Open, settings: Settings, many: Many) -> None:
    with open_engine() as engine:
        engine.import_file(many(3))
        laid = engine.import_file(many(1, 10)).index_id
    verify(settings.data / "index")
    for writer in (True, False):
        with open_engine(writer=writer) as engine:
            assert (engine.view().index_id, len(ids(engine))) == (laid, 4)


def test_a_rebuild_makes_one_whole(open_engine: Open, settings: Settings, many: Many) -> None:
    with open_engine() as engine:
        engine.import_file(many(3))
        engine.import_file(many(1, 10))
    with open_engine(rebuild=True) as engine:
        assert (pointer(settings).base, len(ids(engine))) == (None, 4)


def test_too_many_at_once_make_a_new_whole(
    engine: Engine, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.MOST", 2)
    engine.import_file(many(9, 10), hub=HUB)
    assert (pointer(settings).base, len(ids(engine))) == (None, 12)


def test_many_papers_are_found_by_words_before_the_model_has_read_them(
    serving: Engine, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.FEW", 1)
    seen: list[tuple[list[str], tuple[str, ...]]] = []

    def watch(stage: str, done: int, _total: int | None) -> None:
        if stage == "vectors" and done == 0:
            seen.append((ids(serving, '"paper 11"'), serving.view().search(SearchRequest("eleven")).warnings))

    serving.import_file(many(2, 10), progress=watch)
    assert [found for found, _ in seen] == [["local:n00011"]]
    assert seen[0][1] == ("2 papers have just arrived; until embedded, found by words and filters alone",)
    assert serving.view().search(SearchRequest("eleven")).warnings == ()


def test_citers_that_wait_for_the_model_are_told_apart(
    serving: Engine, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.FEW", 1)
    seen: list[tuple[int, int]] = []

    def watch(stage: str, done: int, _total: int | None) -> None:
        if stage == "vectors" and done == 0:
            seen.extend((hub.citers, hub.indexed) for hub in serving.view().hubs() if hub.id == HUB)

    serving.import_file(many(2, 10), hub=HUB, progress=watch)
    assert seen == [(5, 3)]
    assert [(hub.citers, hub.indexed) for hub in serving.view().hubs() if hub.id == HUB] == [(5, 5)]


def test_what_no_model_has_read_yet_is_read_after_a_restart(
    open_engine: Open, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.FEW", 1)

    def stop(stage: str, _done: int, _total: int | None) -> None:
        if stage == "vectors":
            raise Stopped("the power failed")

    with open_engine(serving=True) as engine:
        engine.import_file(many(3))
        with pytest.raises(Stopped):
            engine.import_file(many(2, 10), progress=stop)
        assert len(engine.view().search(SearchRequest("eleven")).warnings) == 1
    with open_engine() as engine:
        assert engine.view().search(SearchRequest("eleven")).warnings == ()
        assert len(ids(engine)) == 5
    assert pointer(settings).revision == 2


def test_a_part_that_takes_much_away_is_merged_too(
    engine: Engine, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.import_file(many(1, 10), hub="2002.00002", hub_title="Others")
    monkeypatch.setattr("service.upkeep.MOST", 6)
    engine.delete_hub(HUB)
    wait_for_merge(engine)
    assert (pointer(settings).base, ids(engine)) == (None, ["local:n00010"])


def test_a_large_part_is_merged_beside_the_service(
    engine: Engine, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.import_file(many(2, 10), hub=HUB)
    laid = ids(engine)
    monkeypatch.setattr("service.upkeep.MOST", 4)
    engine.import_file(many(1, 20), hub=HUB)
    wait_for_merge(engine)
    merged = pointer(settings)
    assert (merged.base, merged.revision, merged.base_revision) == (None, 3, 3)
    assert engine.view().index_id == merged.index_id
    assert ids(engine) == [*laid, "local:n00020"]


def test_what_arrives_during_a_merge_is_laid_upon_what_it_makes(engine: Engine, settings: Settings, many: Many) -> None:
    engine.import_file(many(3, 10), hub=HUB)
    with engine.store.changes(0) as held:
        whole = Made(Step(), prepare(settings.data / "index", held, embedder=LettersEmbedder()), held.revision)
    engine.import_file(many(1, 20), hub=HUB)
    engine._upkeep._adopt(whole)
    verify(settings.data / "index")
    assert (pointer(settings).base, pointer(settings).base_revision, pointer(settings).revision) == (
        whole.prepared.index_id,
        2,
        3,
    )
    engine._reread()
    assert len(ids(engine)) == 7


def test_a_merge_that_ends_early_costs_nothing(
    engine: Engine, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.MOST", 4)
    engine.import_file(many(3, 10), hub=HUB)
    merging = engine._upkeep._merging
    assert merging is not None
    merging.stop()
    wait_for_merge(engine)
    assert len(ids(engine)) == 6
    monkeypatch.setattr("service.upkeep.MOST", NEVER)
    engine.import_file(many(1, 20), hub=HUB)
    assert (len(ids(engine)), pointer(settings).base is not None) == (7, True)


def test_a_service_that_ends_takes_its_merge_with_it(
    open_engine: Open, settings: Settings, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_engine() as engine:
        engine.import_file(many(3))
        monkeypatch.setattr("service.upkeep.MOST", 1)
        engine.import_file(many(2, 10))
        merging = engine._upkeep._merging
    assert merging is not None
    assert not merging._beside._process.is_alive()
    with open_engine() as engine:
        assert len(ids(engine)) == 5
        engine.import_file(many(1, 20))
        wait_for_merge(engine)
        assert [path.name for path in (settings.data / "index" / "versions").glob(".unfinished-*")] == []


def test_a_hub_is_gone_while_an_import_goes_on_and_the_import_ends_after_it(
    serving: Engine, many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.upkeep.FEW", 1)
    serving.import_file(many(2, 50), hub="2002.00002", hub_title="Others")
    gone: list[tuple[list[str], int]] = []

    def delete() -> None:
        _, removed = serving.delete_hub("2002.00002")
        gone.append((ids(serving), removed))

    other = threading.Thread(target=delete)

    def watch(stage: str, _done: int, _total: int | None) -> None:
        if stage == "vectors" and not other.ident:
            other.start()
            time.sleep(0.5)  # until it waits

    serving.import_file(many(3, 10), hub=HUB, progress=watch)
    other.join()
    ((seen, removed),) = gone
    assert removed == 3  # the hub itself as well
    assert "local:n00050" not in seen
    assert "local:n00010" in seen
    assert "local:n00050" not in ids(serving)
    assert serving.view().search(SearchRequest("eleven")).warnings == ()


def test_nobody_waits_to_be_told_that_there_is_no_such_hub(engine: Engine, many: Many) -> None:
    engine.import_file(many(2))
    holding, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with engine._writing:
            holding.set()
            leave.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(30)
    try:
        with pytest.raises(HubNotFound):
            engine.delete_hub("2009.00009")
    finally:
        leave.set()
        holder.join()
