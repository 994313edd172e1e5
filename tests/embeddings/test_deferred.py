"""A deferred embedder has its name at once and its model when the first text comes, once."""

from collections.abc import Sequence

import numpy as np
import pytest

from embeddings.deferred import DeferredEmbedder
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.models import ModelUnavailable
from embeddings.spans import each_alone


class Ones(Embedder):
    name, dim = "ones", 2

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.ones((len(texts), 2), dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return np.ones(2, dtype=np.float32)


def test_nothing_is_loaded_for_its_name() -> None:
    loads: list[str] = []
    deferred = DeferredEmbedder("ones", 2, lambda: loads.append("load") or Ones())
    assert (deferred.name, deferred.dim, loads) == ("ones", 2, [])


def test_it_loads_once() -> None:
    loads: list[str] = []
    deferred = DeferredEmbedder("ones", 2, lambda: loads.append("load") or Ones())
    assert deferred.embed_query("a").tolist() == [1.0, 1.0]
    assert deferred.embed_passages(["a", "b"]).tolist() == [[1.0, 1.0], [1.0, 1.0]]
    assert loads == ["load"]


def test_what_loading_raises_every_use_raises() -> None:
    def absent() -> Ones:
        raise ModelUnavailable("expected a model, found none")

    deferred = DeferredEmbedder("ones", 2, absent)
    for _ in range(2):
        with pytest.raises(ModelUnavailable, match="found none"):
            deferred.embed_query("a")


def test_it_can_be_loaded_before_the_first_text() -> None:
    loads: list[str] = []
    deferred = DeferredEmbedder("ones", 2, lambda: loads.append("load") or Ones())
    deferred.load()
    deferred.load()
    assert (deferred.embed_query("a").tolist(), loads) == ([1.0, 1.0], ["load"])
