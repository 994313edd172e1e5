"""txtai: its index, made for its own API to serve (`txtai.api`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from txtai import Embeddings


class Known:
    """Stands in for the model while vectors are handed over; the service then loads the model itself."""

    def __init__(self, held: Any) -> None:
        self._vectors = dict(zip(held.papers.texts, held.papers.vectors, strict=True))

    def encode(self, texts: Sequence[str], **_how: Any) -> Any:
        return np.stack([self._vectors[text] for text in texts])


class Only(dict[str, Known]):
    """The one model, by whichever name it is asked for."""

    def __contains__(self, _name: object) -> bool:
        return True

    def __getitem__(self, _name: str) -> Known:
        return super().__getitem__("known")


def prepare(held: Any, state: Path, model: str) -> None:
    models = Only()
    models["known"] = Known(held)
    embeddings = Embeddings(settings(model), models=models)
    embeddings.index(enumerate(held.papers.texts))
    embeddings.save(str(state / "index"))
    (state / "api.yml").write_text(
        f"path: {state / 'index'}\nembeddings:\n  path: {model}\n  hybrid: true\n  content: true\n", "utf-8"
    )


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    embeddings = Embeddings(settings(model))

    def index(texts: Sequence[str]) -> None:
        embeddings.index(enumerate(texts))

    return index


def settings(model: str) -> dict[str, Any]:
    return {"path": model, "hybrid": True, "content": True}
