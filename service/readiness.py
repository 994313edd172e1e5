"""Whether what a search needs works: the model, each search leg, and a reranker where there is one."""

from embeddings.embedder import Embedder
from index.reranker import Reranker
from service.view import View


class NotReady(RuntimeError):
    """A part without which nothing can be answered does not work."""


def checks(view: View, embedder: Embedder, reranker: Reranker | None) -> dict[str, bool]:
    """What is checked, by name: the index, the model, and whether each search leg finds its canary."""
    model = len(embedder.embed_query("canary")) == embedder.dim
    rereads = {} if reranker is None else {"reranker": len(reranker.scores("canary", ["canary"])) == 1}
    return {"index": True, "model": model, **rereads, **view.canaries()}


def passed(checked: dict[str, bool]) -> dict[str, bool]:
    """The same, where every check passed. Raises NotReady."""
    failed = [name for name, works in checked.items() if not works]
    if failed:
        raise NotReady(f"not ready to answer: {', '.join(failed)} failed its check; see the log, then restart")
    return checked
