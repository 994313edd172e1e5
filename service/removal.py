"""Which hub is meant to be deleted: one that can be searched, or one that is stored and cannot be searched yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.ids import any_slug
from index.scope import HubNotFound
from service.view import View

if TYPE_CHECKING:
    from corpus.store import Store


def held_hub(view: View, store: Store, text: str) -> str:
    """The hub's own id. Raises HubNotFound, and UnknownId where the text cannot be the id of a paper."""
    try:
        return view.hub_id(text)
    except HubNotFound:
        named = any_slug(text)
        if not store.holds_hub(named):
            raise
        return named
