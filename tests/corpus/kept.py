"""What a store holds now, told as changes since there was nothing."""

from corpus.store import Store
from corpus.values import Citation, Hub, Paper


def papers(store: Store) -> list[Paper]:
    """In order of id."""
    with store.changes(0) as changes:
        return list(changes.papers)


def paper(store: Store, paper_id: str) -> Paper | None:
    return next((one for one in papers(store) if one.id == paper_id), None)


def citations(store: Store) -> list[Citation]:
    """In order of hub and citing paper."""
    with store.changes(0) as changes:
        return list(changes.citations)


def hubs(store: Store) -> list[Hub]:
    """In order of id."""
    with store.changes(0) as changes:
        return list(changes.hubs)
