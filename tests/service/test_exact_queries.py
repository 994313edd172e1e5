"""Who reads queries otherwise than usual says so in `index_id`, from the settings to the replies."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.progress import no_progress
from service.choice import model_of
from service.engine import Engine
from service.settings import Settings
from tests.service.conftest import LettersEmbedder, lines


class ReadOtherwise(LettersEmbedder):
    reads = "slowly"


@pytest.mark.parametrize("writer", [True, False])
def test_replies_of_another_way_of_reading_have_another_index_id(
    settings: Settings, tmp_path: Path, writer: bool
) -> None:
    (tmp_path / "papers.jsonl").write_bytes(lines())
    with Engine.open(settings, open_embedder=lambda _: LettersEmbedder()) as engine:
        engine.import_file(tmp_path / "papers.jsonl", format="jsonl", progress=no_progress)
        usual = engine.view().index_id
    with Engine.open(settings, writer=writer, open_embedder=lambda _: ReadOtherwise()) as engine:
        assert engine.view().index_id == f"{usual}-57188f22"


@pytest.mark.parametrize(
    ("setting", "reads"),
    [({}, ""), ({"precision": "fp32"}, "fp32 queries"), ({"device": "cuda"}, "fp32 queries")],
)
def test_the_settings_say_how_the_packaged_model_reads(settings: Settings, setting: dict[str, str], reads: str) -> None:
    chosen = replace(settings, **{"model": "all-MiniLM-L6-v2", "precision": "auto", "device": "cpu", **setting})
    assert model_of(chosen).reads == reads
