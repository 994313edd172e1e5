"""Uploads on disk: safely there before they are acknowledged, gone when they have been taken in."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from index.files.pointer import sync

if TYPE_CHECKING:
    from corpus.store import Store

CHUNK = 1 << 20
FAILED_KEPT = 10
OWN = "fetched-"  # how the names of files begin that a command, and no job, has brought here
_SUFFIX = re.compile(r"(\.[a-z0-9]{1,8}){1,2}\Z")


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent, not yet on our disk: the bytes, their name, and how they are to be read."""

    stream: BinaryIO
    name: str
    format: str = "auto"
    hub: str | None = None
    hub_title: str | None = None


class NotKept(OSError):
    """An upload could not be written to our disk."""


def spool(folder: Path, job_id: str, upload: Upload) -> tuple[Path, str]:
    """The file, synced to disk, and the sha256 of its bytes. Raises NotKept, and leaves nothing behind then."""
    path = folder / f"{job_id}{suffix(upload.name)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return path, _written(path, upload.stream)
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise NotKept(
            f"expected to keep the upload in {folder}, found: {error.strerror}; "
            "free some room there or let this user write to it, and send the file again"
        ) from error


def append(path: Path, at: int, text: bytes) -> int:
    """Has the file go on with the text after so many bytes, synced to disk; answers how many there are then.

    Raises NotKept, and what was there stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("r+b" if at else "wb") as file:
            file.truncate(at)
            file.seek(at)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            return file.tell()
    except OSError as error:
        raise NotKept(
            f"expected to keep what was fetched in {path.parent}, found: {error.strerror}; "
            "free some room there or let this user write to it, and start the import again"
        ) from error


def _written(path: Path, stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    with path.open("wb") as file:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)
    return digest.hexdigest()


def forget_failed(folder: Path, store: Store) -> None:
    """The newest FAILED_KEPT files of failed jobs stay; whoever sends what fails must not fill the disk."""
    jobs = ((path, store.job(path.name.partition(".")[0])) for path in folder.glob("*"))
    failed = [path for path, job in jobs if job is not None and job.state == "failed"]
    for path in sorted(failed, key=lambda path: path.stat().st_mtime_ns)[:-FAILED_KEPT]:
        path.unlink(missing_ok=True)


def forget_strays(folder: Path, store: Store) -> None:
    """Uploads that a crash left before their job was saved: nobody was told that they had arrived."""
    for path in folder.glob("*"):
        if not path.name.startswith(OWN) and store.job(path.name.partition(".")[0]) is None:
            path.unlink()


def suffix(name: str) -> str:
    """The end of the sender's file name, which may tell the format; nothing else of it reaches our disk."""
    found = _SUFFIX.search(name.lower())
    return found[0] if found else ""
