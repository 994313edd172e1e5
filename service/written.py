"""The store of a data folder as a process may write to it: while it holds the lock, and the folder is where it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from service.lock import WriterLock

if TYPE_CHECKING:
    from corpus.store import Store


class NotAWriter(RuntimeError):
    """This engine only reads its data folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """The store of a data folder, and the lock that is held on it."""

    lock: WriterLock
    store: Store


def store_in(written: Written | None, folder: Path) -> Store:
    """The store to write to, once it is known that the folder is still where it was: what has been opened goes with a
    folder that is moved, and what is opened anew would be another one."""
    if written is None:
        raise NotAWriter(f"this process only reads {folder}; send the request to the one that writes")
    written.lock.check()
    return written.store
