"""Many papers are read in bfloat16 where the machine does so natively; an index keeps to what it was read in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import orjson
import pytest

from embeddings.models import ModelUnavailable
from index.files.manifest import BFLOAT16, read_manifest
from index.files.pointer import point_at, version_folder
from index.progress import no_progress
from service.choice import bulk_model_of, model_of
from service.engine import Engine
from service.making import Step, make
from service.reading import Readers, bulk_wanted
from service.settings import Settings
from tests.service.conftest import LettersEmbedder, open_letters

Many = Callable[..., Path]
Open = Callable[..., Engine]


def version(root: Path, index_id: str, papers: int, *, bfloat16: bool) -> None:
    """A current version of which no more is there than what its manifest says of its papers."""
    folder = version_folder(root, index_id)
    folder.mkdir(parents=True)
    manifest = {"counts": {"papers": papers}, "settings": BFLOAT16 if bfloat16 else {}}
    (folder / "manifest.json").write_bytes(orjson.dumps(manifest))
    point_at(root, index_id, 1, None, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.mark.parametrize(("papers", "wanted"), [(999, False), (1_000, True)])
def test_many_papers_are_wanted_in_bfloat16_where_nothing_was_read_before(
    root: Path, papers: int, wanted: bool
) -> None:
    assert bulk_wanted(root, None, papers) is wanted


@pytest.mark.parametrize("bfloat16", [False, True])
def test_a_whole_version_follows_the_current_one_while_that_holds_half_of_its_papers(
    root: Path, bfloat16: bool
) -> None:
    version(root, "held", 2_000, bfloat16=bfloat16)
    assert bulk_wanted(root, None, 4_000) is bfloat16
    assert bulk_wanted(root, None, 4_001) is True


@pytest.mark.parametrize(
    ("bfloat16", "papers", "wanted"), [(True, 999, False), (True, 1_000, True), (False, 5_000, False)]
)
def test_a_part_follows_the_whole_that_it_will_be_merged_with(
    root: Path, bfloat16: bool, papers: int, wanted: bool
) -> None:
    version(root, "whole", 50_000, bfloat16=bfloat16)
    assert bulk_wanted(root, "whole", papers) is wanted


def test_a_damaged_version_is_followed_by_none(root: Path) -> None:
    version(root, "held", 2_000, bfloat16=False)
    (version_folder(root, "held") / "manifest.json").write_text("{")
    assert bulk_wanted(root, None, 2_000) is True
    (root / "current").write_text("{}")
    assert bulk_wanted(root, None, 2_000) is True


def test_a_version_says_what_it_was_read_in_and_has_a_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch, open_engine: Open, many: Many, tmp_path: Path
) -> None:
    monkeypatch.setattr("service.reading.MANY", 3)
    readers = Readers(LettersEmbedder(), LettersEmbedder)
    with open_engine() as engine:
        exact = engine.import_file(many(3)).index_id
        few, enough = Readers(LettersEmbedder()), readers
        made = [make(Step(), tmp_path / "other", engine.store, each, no_progress).prepared for each in (few, enough)]
    assert (made[0].index_id, made[1].index_id != exact) == (exact, True)
    assert made[1].aside is not None
    assert read_manifest(made[1].aside).settings == {"precision": "bf16"}


def test_an_index_read_in_bfloat16_is_built_again_once_fp32_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, many: Many
) -> None:
    monkeypatch.setattr("service.reading.MANY", 3)
    monkeypatch.setattr("service.choice.bulk_model_of", read_natively)
    faster = replace(settings, precision="auto")
    with Engine.open(faster, open_embedder=open_letters) as engine:
        first = engine.import_file(many(3)).index_id
    with Engine.open(faster, open_embedder=open_letters, rebuild=True) as engine:
        assert engine.view().index_id == first
    exact = replace(settings, precision="fp32")
    with Engine.open(exact, open_embedder=open_letters) as engine:
        assert engine.view().index_id == first
    with Engine.open(exact, open_embedder=open_letters, rebuild=True) as engine:
        assert engine.view().index_id != first


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list["Loaded"]:
    """What has been opened to read three papers or more."""
    found: list[Loaded] = []

    def read_so(_settings: Settings, _opener: object) -> Loaded:
        found.append(Loaded())
        return found[-1]

    monkeypatch.setattr("service.reading.MANY", 3)
    monkeypatch.setattr("service.choice.bulk_model_of", read_so)
    return found


def test_what_reads_many_papers_is_loaded_while_the_file_is_read(
    opened: list["Loaded"], settings: Settings, many: Many
) -> None:
    def watched(stage: str, _done: int, total: int | None) -> None:
        if stage == "reading" and total:
            assert opened[0].loaded.wait(60)

    with Engine.open(replace(settings, precision="auto"), open_embedder=open_letters) as engine:
        engine.import_file(many(2))
        assert opened == []
        engine.import_file(many(5, start=2), progress=watched)
    assert len(opened) == 1


def test_a_service_has_it_loaded_by_another_process_alone(
    opened: list["Loaded"], settings: Settings, many: Many
) -> None:
    with Engine.open(replace(settings, precision="auto"), open_embedder=open_letters) as engine:
        engine.import_file(many(2))
    with Engine.open(replace(settings, precision="auto"), open_embedder=open_letters, serving=True) as engine:
        engine.import_file(many(5, start=2))
        assert engine.about().papers == 7
    assert opened == []


def test_what_hinders_its_loading_is_told(
    monkeypatch: pytest.MonkeyPatch, opened: list["Loaded"], settings: Settings, many: Many
) -> None:
    def fails(_model: Loaded) -> None:
        raise ModelUnavailable("no export")

    monkeypatch.setattr(Loaded, "load", fails)
    with (
        Engine.open(replace(settings, precision="auto"), open_embedder=open_letters) as engine,
        pytest.raises(ModelUnavailable, match="no export"),
    ):
        engine.import_file(many(3))
    assert len(opened) == 1


class Loaded(LettersEmbedder):
    """Says when it has been loaded."""

    def __init__(self) -> None:
        self.loaded = Event()

    def load(self) -> None:
        self.loaded.set()


def read_natively(settings: Settings, _opener: object) -> LettersEmbedder | None:
    return None if settings.precision == "fp32" else LettersEmbedder()


@pytest.mark.parametrize("setting", [{"precision": "fp32"}, {"model": "another"}, {"device": "cuda"}])
def test_only_the_packaged_model_on_the_processor_reads_in_bfloat16(
    settings: Settings, setting: dict[str, str]
) -> None:
    assert bulk_model_of(replace(settings, **{"precision": "auto", **setting}), model_of) is None
