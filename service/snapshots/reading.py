"""Reads a snapshot file by file, in the order in which they stand: what differs from its manifest is an error."""

import gzip
import hashlib
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from index.files.manifest import CHUNK, FileSum
from service.snapshots.contents import ANOTHER, MANIFEST, MANIFEST_BYTES, NAME_ONE, Contents, read_contents
from service.snapshots.errors import NotASnapshot, SnapshotDamaged

GZIP = b"\x1f\x8b"
UNREADABLE = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)


class Archive:
    """`contents` is what the snapshot says of itself, and `files` reads the rest, once."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path, self._stream = path, stream
        try:
            self._tar = tarfile.TarFile(fileobj=stream)
            first = self._tar.next()
            told = self._tar.extractfile(first) if first and first.name == MANIFEST and first.isreg() else None
            if first is None or told is None or first.size > MANIFEST_BYTES:
                raise NotASnapshot(f"expected a snapshot of citers, found another archive at {path}; {NAME_ONE}")
            self.contents: Contents = read_contents(told.read(), path)
        except UNREADABLE as error:
            raise NotASnapshot(f"expected a snapshot of citers, found {path}, which is none ({error}); {NAME_ONE}"
                               ) from error  # fmt: skip

    def files(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The name of each file, and its bytes, which have to be read to their end before the next. Raises
        SnapshotDamaged where one is not what was written, or is missing, and NotASnapshot where one does not belong."""
        left = dict(self.contents.files)
        while (member := self._next()) is not None:
            self._check(member, left)
            yield member.name, self._chunks(member, left.pop(member.name))
        if left:
            raise self._damaged(f"none of {len(left)} files of it, such as {next(iter(left))}")
        self._read_to_end()

    def _next(self) -> tarfile.TarInfo | None:
        with self._worded():
            return self._tar.next()

    def _check(self, member: tarfile.TarInfo, left: dict[str, FileSum]) -> None:
        """Only plain files, each once, and only those that the manifest names."""
        try:
            safe = tarfile.data_filter(member, "/").name == member.name and member.isreg()
        except tarfile.FilterError:
            safe = False
        if not safe or member.name not in left:
            raise NotASnapshot(
                f"expected in {self._path} the files alone that its manifest names, found {member.name!r}; "
                f"it may have been made to do harm: {NAME_ONE}"
            )
        if member.size != left[member.name].size:
            raise self._damaged(f"{member.size} bytes of {member.name} where {left[member.name].size} were written")

    def _chunks(self, member: tarfile.TarInfo, expected: FileSum) -> Iterator[bytes]:
        digest, size = hashlib.sha256(), 0
        file = self._tar.extractfile(member)
        while file is not None and (chunk := self._chunk(file)):
            digest.update(chunk)
            size += len(chunk)
            yield chunk
        if FileSum(size, digest.hexdigest()) != expected:
            raise self._damaged(f"other bytes of {member.name} than were written")

    def _chunk(self, file: IO[bytes]) -> bytes:
        with self._worded():
            return file.read(CHUNK)

    def _read_to_end(self) -> None:
        """Where it is compressed, the end has a checksum of all before it."""
        with self._worded():
            while self._stream.read(CHUNK):
                pass

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except UNREADABLE as error:
            raise self._damaged(f"that it cannot be read to its end ({error})") from error

    def _damaged(self, found: str) -> SnapshotDamaged:
        return SnapshotDamaged(f"expected the snapshot {self._path} as it was written, found {found}; {ANOTHER}")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Raises NotASnapshot and SnapshotNewer."""
    with path.open("rb") as raw:
        packed = raw.read(len(GZIP)) == GZIP
        raw.seek(0)
        if packed:
            with gzip.open(raw) as unpacked:
                yield Archive(path, cast("BinaryIO", unpacked))
        else:
            yield Archive(path, raw)


def check(path: Path) -> Contents:
    """Reads all of it, and answers what it says of itself. Raises as `Archive.files` does."""
    with opened(path) as archive:
        for _, chunks in archive.files():
            for _ in chunks:
                pass
    return archive.contents
