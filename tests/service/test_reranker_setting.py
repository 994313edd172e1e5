"""The reranker that the settings name reads hits again, and is named wherever what made a reply is named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from answers.gate.entailed import UnknownChecker
from corpus.values import Paper
from index.reranker import UnknownReranker, open_reranker, spread
from index.text.passages import paper_text
from service.app import create_app
from service.engine import Engine
from service.settings import Settings

WAX = "/v1/hubs/arxiv:2001.00001/citers?q=wax&explain=true&limit=1"


@pytest.fixture
def reopened(engine: Engine, settings: Settings) -> Callable[..., TestClient]:
    """Reads the tiny hub with this reranker."""
    embedder = engine._embedder

    def opened(reranker: str | None = None) -> TestClient:
        reading = Engine.open(replace(settings, reranker=reranker), writer=False, open_embedder=lambda _: embedder)
        return TestClient(create_app(reading))

    return opened


def test_the_hits_are_read_again_and_the_parts_add_up(reopened: Callable[..., TestClient]) -> None:
    plain, again = (reopened(name).get(WAX).json()["hits"][0] for name in (None, "overlap"))
    assert again["signals"]["reranker_part"] == 1.0
    assert again["score"] == round(plain["score"] + 1, 6)
    assert again["probability"] == plain["probability"]


def test_another_reranker_is_another_index_id_and_another_tag(reopened: Callable[..., TestClient]) -> None:
    plain, again = (reopened(name).get(WAX) for name in (None, "overlap"))
    assert again.json()["index_id"] == f"{plain.json()['index_id']}-fa9219ec"
    assert again.headers["ETag"] != plain.headers["ETag"]


def test_a_cursor_belongs_to_the_reranker_it_was_made_with(reopened: Callable[..., TestClient]) -> None:
    cursor = reopened("overlap").get(WAX).json()["next_cursor"]
    assert reopened("overlap").get(f"{WAX}&cursor={cursor}").json()["hits"][0]["rank"] == 2
    assert reopened().get(f"{WAX}&cursor={cursor}").json()["type"] == "urn:citers:problem:index_version_gone"


def test_it_is_named_and_checked(reopened: Callable[..., TestClient]) -> None:
    client = reopened("overlap")
    about = client.get("/v1/about").json()
    assert about["models"][1:] == [{"role": "reranker", "name": "overlap", "dim": None}]
    assert about["index_id"] == client.get(WAX).json()["index_id"]
    assert client.get("/readyz").json()["checks"]["reranker"] is True
    assert [model["role"] for model in reopened().get("/v1/about").json()["models"]] == ["embedding"]


def test_a_cross_encoder_named_by_its_folder_orders_the_hits(
    reopened: Callable[..., TestClient], tiny_model: Callable[..., Path]
) -> None:
    folder = tiny_model()
    client = reopened(f"cross-encoder:{folder}")
    hits = client.get(WAX.replace("limit=1", "limit=4")).json()["hits"]
    texts = [paper_text(Paper("", hit["paper"]["title"], hit["paper"]["abstract"])) for hit in hits]
    added = spread(open_reranker(f"cross-encoder:{folder}").scores("wax", texts)).tolist()
    assert [hit["signals"]["reranker_part"] for hit in hits] == added
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert client.get("/v1/about").json()["models"][1]["name"].startswith(f"cross-encoder:{folder.name}@")


def test_an_unknown_one_ends_the_start_with_what_there_is(settings: Settings) -> None:
    with pytest.raises(
        UnknownReranker, match="CITERS_RERANKER: unknown reranker 'bert'; choose overlap or cross-encoder:MODEL"
    ):
        Engine.open(replace(settings, reranker="bert"))


def test_an_unknown_checker_ends_the_start_with_what_sets_it(settings: Settings) -> None:
    with pytest.raises(UnknownChecker, match="CITERS_CHECKER: unknown checker 'bert'; choose cross-encoder:MODEL"):
        Engine.open(replace(settings, checker="bert"))
