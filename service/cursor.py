"""Where a walk through a list goes on: opaque to callers, pinned to one index version and one set of parameters."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass


class BadCursor(ValueError):
    """The cursor was not made by this service for these parameters."""


@dataclass(frozen=True, slots=True)
class Cursor:
    index_id: str
    offset: int


def write_cursor(cursor: Cursor, asked: str) -> str:
    """`asked` names the list and every parameter that shapes it, other than the cursor itself and the limit."""
    payload = json.dumps([cursor.index_id, cursor.offset], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_seal(payload, asked) + payload).decode().rstrip("=")


def read_cursor(text: str, asked: str) -> Cursor:
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadCursor(_MESSAGE) from error
    seal, payload = raw[:_SEAL_BYTES], raw[_SEAL_BYTES:]
    if _seal(payload, asked) != seal:
        raise BadCursor(_MESSAGE)
    index_id, offset = json.loads(payload)
    return Cursor(index_id, offset)


def _seal(payload: bytes, asked: str) -> bytes:
    """Finds mistakes, not forgers: a cursor gives access to nothing that its list does not."""
    return hashlib.blake2b(payload + b"\0" + asked.encode(), digest_size=_SEAL_BYTES, person=b"cursor").digest()


_SEAL_BYTES = 9
_MESSAGE = (
    "this cursor was not made for this list with these parameters; "
    "repeat the request that gave it with only the cursor added, or leave the cursor out to start again"
)
