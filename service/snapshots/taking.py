"""Takes a snapshot: written beside where it is to be, and given its name when it is complete."""

import hashlib
import shutil
import tarfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from gzip import GzipFile
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast

from embeddings.cache_look import CACHE, CacheDamaged, copy_cache
from index.files.manifest import CHUNK, REMEDY, FileSum, IndexDamaged, file_sum
from index.files.pointer import sync
from index.progress import Progress, no_progress
from service.settings import Settings
from service.snapshots.contents import CACHED, MANIFEST, STORED, VECTORS, Contents, written
from service.snapshots.errors import SnapshotExists, SnapshotUnwritable
from service.snapshots.pairing import Pair, pair_in

# Vectors hardly get smaller, however long it takes: the texts do at once.
LEVEL = 1


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the snapshot to be: where its bytes come from, and what they have to be."""

    stream: BinaryIO
    sum: FileSum


def take(settings: Settings, path: Path, progress: Progress = no_progress) -> Contents:
    """The data folder as one file, compressed where its name ends in "gz"; a service may write to the folder meanwhile.

    Raises SnapshotExists, SnapshotUnwritable, IndexDamaged, NotAStore and CacheDamaged, and leaves nothing behind then.
    """
    _expect_free(path)
    with pair_in(settings) as pair, _aside(path) as aside, ExitStack() as opened:
        progress("store", 0, None)
        pair.look.check()
        pair.look.copy(aside / "store")
        held = pair.look.held()
        pair.leave_store()
        members = _members(pair, settings, aside, opened, progress)
        sums = {name: member.sum for name, member in members.items()}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        contents = Contents(pair.manifest.index_id, pair.manifest.model, held, sums, now)
        unnamed = aside / "snapshot"
        _write(unnamed, contents, members, progress, packed=path.name.endswith("gz"))
        sync(unnamed)
        _expect_free(path)
        unnamed.rename(path)
        sync(path.parent)
    return contents


def _expect_free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise SnapshotExists(
            f"expected no file at {path}, found one, which is left as it is; give another name, or remove it first"
        )


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A folder beside the file, on the same disk; taken away in the end."""
    aside = path.parent / f".{path.name}.unfinished-{uuid.uuid4().hex[:8]}"
    try:
        aside.mkdir()
        yield aside
    except (CacheDamaged, IndexDamaged, SnapshotExists):
        raise
    except OSError as error:
        raise SnapshotUnwritable(
            f"expected to write the snapshot {path}, found: {error.strerror or error}; "
            "give a folder that is there, that this user may write to, and that has room"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _members(pair: Pair, settings: Settings, aside: Path, opened: ExitStack, progress: Progress) -> dict[str, Member]:
    """In the order of the archive; the store first, of which there is a copy."""
    copies = {STORED: aside / "store"}
    vectors = settings.data / VECTORS
    if (vectors / CACHE).exists():
        progress("vectors", 0, None)
        copy_cache(vectors, aside)
        copies[CACHED] = aside / CACHE
    held = {name: Member(BytesIO(told), _sum_of(told)) for name, told in pair.small.items()}
    index = {name: Member(stream, each) for name, (stream, each) in pair.index.items()}
    copied = {name: Member(opened.enter_context(copy.open("rb")), file_sum(copy)) for name, copy in copies.items()}
    uploads = {name: Member(stream, _sum_in(stream)) for name, stream in pair.uploads.items()}
    return {**copied, **held, **index, **uploads}


def _sum_of(told: bytes) -> FileSum:
    return FileSum(len(told), hashlib.sha256(told).hexdigest())


def _sum_in(stream: BinaryIO) -> FileSum:
    """Of a file that may have lost its name."""
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    stream.seek(0)
    return FileSum(size, digest.hexdigest())


def _write(path: Path, contents: Contents, members: dict[str, Member], progress: Progress, *, packed: bool) -> None:
    with ExitStack() as opened:
        raw = opened.enter_context(path.open("wb"))
        out = opened.enter_context(GzipFile("", "wb", LEVEL, raw, mtime=0)) if packed else raw
        archive = opened.enter_context(tarfile.open(fileobj=out, mode="w"))
        told = written(contents)
        _add(archive, MANIFEST, Member(BytesIO(told), _sum_of(told)))
        for done, (name, member) in enumerate(members.items()):
            progress("snapshot", done, len(members))
            _add(archive, name, member)


def _add(archive: tarfile.TarFile, name: str, member: Member) -> None:
    """Raises IndexDamaged where a file of the index is not what its manifest says: the others were just written."""
    entry, told = tarfile.TarInfo(name), Summed(member.stream)
    entry.size, entry.mode = member.sum.size, 0o644
    try:
        archive.addfile(entry, cast("IO[bytes]", told))  # it is read, and nothing else
    except OSError as error:
        if "unexpected end of data" not in str(error):
            raise
    if told.sum() != member.sum or member.stream.read(1):
        raise IndexDamaged(
            f"expected {member.sum.size} bytes with sha256 {member.sum.sha256} in {name} of the data folder, "
            f"found others; {REMEDY}"
        )


class Summed:
    """A file that is summed up as it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._digest, self._size = stream, hashlib.sha256(), 0

    def read(self, size: int) -> bytes:
        chunk = self._stream.read(size)
        self._digest.update(chunk)
        self._size += len(chunk)
        return chunk

    def sum(self) -> FileSum:
        return FileSum(self._size, self._digest.hexdigest())
