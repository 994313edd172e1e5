"""An index of what a test has in hand, without a store."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.changes import Changes, Size
from corpus.values import Citation, Hub, Paper
from embeddings.embedder import Embedder
from index.building.build import prepare, publish
from index.files.pointer import forget_unfinished


def build_version(
    root: Path,
    *,
    papers: Iterable[Paper],
    citations: Iterable[Citation],
    hubs: Iterable[Hub],
    embedder: Embedder,
    revision: int = 1,
    **more: Any,
) -> Path:
    """Makes `root` current with these papers (by id), hubs and citations (by hub, then citing); answers the folder.

    `more` is for `prepare`.
    """
    forget_unfinished(root)
    held = Changes(0, revision, Size(0, 0), iter(papers), iter(citations), (), (), tuple(hubs))
    return publish(root, prepare(root, held, embedder=embedder, **more), revision, revision)
