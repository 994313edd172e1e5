"""A hub about keeping bees, held by a service whose language model is a scripted server."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from service.app import create_app
from service.engine import Engine
from service.settings import Settings
from tests.llm.scripted import Script, Server, serving

HUB = "arxiv:2001.00001"
PAPERS = (
    {
        "id": "waggle",
        "title": "Waggle dances and foraging distance",
        "abstract": "Bees were filmed for three summers. Longer waggle dances point to more distant flowers. "
        "The dances of 240 workers from 12 hives were decoded with DanceNet.",
    },
    {
        "id": "noise",
        "title": "Noise on the comb",
        "abstract": "Loud noise does not shorten the waggle dances of honey bees. Dances were recorded in 8 hives.",
    },
    {"id": "mites", "title": "Mite control by brood breaks", "tldr": "A brood break halves the mite load of a colony."},
    {"id": "smoke", "title": "Smoke calms colonies", "tldr": "Cool smoke calms guard bees within 40 seconds."},
)
QUESTION = "What do longer waggle dances of bees point to?"
Opened = Callable[..., tuple[TestClient, Server]]


def lines(papers: Sequence[dict[str, object]]) -> bytes:
    return "".join(json.dumps(paper) + "\n" for paper in papers).encode()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    return open_embedder(cache=tmp_path_factory.mktemp("held") / "models")


@pytest.fixture(scope="session")
def bees(model: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder with the hub in it, to be read."""
    folder = tmp_path_factory.mktemp("bees")
    (folder / "bees.jsonl").write_bytes(lines(PAPERS))
    settings = Settings(data=folder / "held")
    with Engine.open(settings, open_embedder=lambda _: model) as engine:
        engine.import_file(folder / "bees.jsonl", hub=HUB, hub_title="A survey of hives")
    return settings


@pytest.fixture
def opened(bees: Settings, model: Embedder) -> Iterator[Opened]:
    """A service on the hub, with a language model that follows a script."""
    with ExitStack() as parts:

        def service(script: Script, **changed: object) -> tuple[TestClient, Server]:
            server = parts.enter_context(serving(script))
            settings = replace(bees, **{"llm_url": server.url, "llm_model": "tiny", **changed})
            engine = parts.enter_context(Engine.open(settings, writer=False, open_embedder=lambda _: model))
            return parts.enter_context(TestClient(create_app(engine), raise_server_exceptions=False)), server

        yield service


@pytest.fixture(scope="session")
def data(bees: Settings) -> Path:
    return bees.data
