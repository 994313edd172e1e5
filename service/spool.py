"""Uploads on disk: safely there before they are acknowledged, gone when they have been taken in."""

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from index.files.pointer import sync

CHUNK = 1 << 20
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


def suffix(name: str) -> str:
    """The end of the sender's file name, which may tell the format; nothing else of it reaches our disk."""
    found = _SUFFIX.search(name.lower())
    return found[0] if found else ""
