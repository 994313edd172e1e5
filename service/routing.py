"""Routes of ids that have slashes in them: a slash that is escaped is of the id, and begins no part of the path."""

from collections.abc import Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote_to_bytes

from fastapi.routing import APIRoute
from starlette.routing import Match


class IdRoute(APIRoute):
    """`/papers/{paper:path}/related` is not meant by `/papers/doi:10.1%2Frelated`, whose last part is an id."""

    def matches(self, scope: MutableMapping[str, Any]) -> tuple[Match, MutableMapping[str, Any]]:
        match, child = super().matches(scope)
        if match is not Match.NONE and not written_apart(self.path, scope):
            return Match.NONE, {}
        return match, child


def written_apart(template: str, scope: MutableMapping[str, Any]) -> bool:
    """Whether what stands behind the id in the template is a part of its own in the path as it was sent."""
    _, has_id, name = template.rpartition(":path}/")
    return not has_id or unquote_to_bytes(sent_path(scope).rpartition(b"/")[2]) == name.encode()


def sent_path(scope: Mapping[str, Any]) -> bytes:
    """The path as it was sent, with what is escaped in it."""
    sent: bytes = scope.get("raw_path") or scope["path"].encode()
    return sent.partition(b"?")[0]
