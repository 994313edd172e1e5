"""A rebuild keeps the index that is what the settings ask for now; a start that is refused leaves nothing behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.values import Paper
from embeddings.embedder import Embedder
from embeddings.models import ModelUnavailable
from index.faiss.plan import Plan
from index.reranker import UnknownReranker
from service.engine import Engine
from service.settings import Settings
from service.standing import StoreMissing, verified
from tests.built import build_version
from tests.service.conftest import LettersEmbedder, open_letters


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An index of a hundred papers that is searched by codes."""
    papers = [Paper(f"local:{n:03}", f"{chr(97 + n % 26) * (1 + n % 7)} lamp {n}") for n in range(100)]
    plan = Plan(limit=50)
    build_version(tmp_path, papers=papers, citations=(), hubs=(), embedder=LettersEmbedder(), revision=1, plan=plan)
    return tmp_path


@pytest.mark.parametrize(
    ("plan", "kept"),
    [
        (Plan(limit=50), True),
        (Plan(limit=50, recall=0.9), False),
        (Plan(limit=1000), False),
    ],
)
def test_an_index_is_kept_where_it_is_searched_as_the_settings_say(root: Path, plan: Plan, kept: bool) -> None:
    assert (verified(root, "letters", "auto", plan) is not None) == kept


def open_missing(_settings: Settings) -> Embedder:
    raise ModelUnavailable("expected the model 'none', found it nowhere")


def test_a_start_that_is_refused_leaves_no_store_behind(settings: Settings) -> None:
    with pytest.raises(UnknownReranker, match="CITERS_RERANKER: unknown reranker 'best'"):
        Engine.open(replace(settings, reranker="best"), open_embedder=open_letters)
    with pytest.raises(ModelUnavailable):
        Engine.open(settings, open_embedder=open_missing)
    assert [path.name for path in settings.data.iterdir()] == ["writer.lock"]


def test_where_a_store_is_missing_none_is_made(engine: Engine, settings: Settings) -> None:
    engine.close()
    (settings.data / "store.sqlite").unlink()
    with pytest.raises(StoreMissing, match=r"put a copy of store\.sqlite there"):
        Engine.open(settings, open_embedder=open_letters)
    assert not (settings.data / "store.sqlite").exists()
