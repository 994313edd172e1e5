"""What a snapshot says of itself, in its first file: who wrote it, in which formats, and what every file has to be."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from corpus.schema import NEWEST
from corpus.store_look import Held
from embeddings.cache_look import CACHE
from index.files.manifest import FORMAT as INDEX_FORMAT
from index.files.manifest import MANIFEST as INDEX_MANIFEST
from index.files.manifest import FileSum
from index.files.pointer import CURRENT, VERSIONS
from service.choice import STORE
from service.release import release
from service.snapshots.errors import NotASnapshot, SnapshotDamaged, SnapshotNewer

MANIFEST = "citers-snapshot.json"
MANIFEST_BYTES = 16 << 20  # more than a manifest of any folder has
FORMAT = 1
OWN_SUM = "sha256"
NAME_ONE = "name a file that `citers snapshot` wrote"
ANOTHER = "take another copy of it, or another snapshot"
INDEX, VECTORS, SPOOL = "index", "vectors", "spool"
POINTER = f"{INDEX}/{CURRENT}"
STORED, CACHED = STORE, f"{VECTORS}/{CACHE}"
# The only files of a snapshot: none of these names leads out of the folder.
_NAME = re.compile(
    rf"{re.escape(STORED)}|{POINTER}|{INDEX}/{VERSIONS}/[0-9a-f]{{12}}(/[a-z][a-zA-Z0-9_.]*)+"
    rf"|{re.escape(CACHED)}|{SPOOL}/[0-9a-f]{{32}}[a-z0-9.]*"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """`files` are in the order of the archive. `store` and `index` are the formats of these two, `model` the
    embedding model that made the vectors."""

    index_id: str
    model: str
    held: Held
    files: dict[str, FileSum]
    created_at: str
    release: str = release()
    store: str = NEWEST
    index: int = INDEX_FORMAT

    @property
    def older(self) -> bool:
        """Whether this release has to bring it up to date before it can be read."""
        return self.store < NEWEST or self.index < INDEX_FORMAT

    @property
    def size(self) -> int:
        return sum(each.size for each in self.files.values())


def version_of(index_id: str) -> str:
    """Where the files of a version are."""
    return f"{INDEX}/{VERSIONS}/{index_id}"


def written(contents: Contents) -> bytes:
    fields = {
        "snapshot": FORMAT,
        "release": contents.release,
        "created_at": contents.created_at,
        "index_id": contents.index_id,
        "model": contents.model,
        "formats": {"store": contents.store, "index": contents.index},
        "counts": contents.held,
        "files": contents.files,
    }
    return signed(fields)


def signed(fields: dict[str, Any]) -> bytes:
    """A manifest with the sum of its own words."""
    return _dumped({**fields, OWN_SUM: _sum(fields)})


def _sum(fields: dict[str, Any]) -> str:
    """Of all that a manifest says but this."""
    return hashlib.sha256(_dumped(fields)).hexdigest()


def _dumped(fields: dict[str, Any]) -> bytes:
    return orjson.dumps(fields, option=orjson.OPT_INDENT_2)


def read_contents(told: bytes, path: Path) -> Contents:
    """Raises NotASnapshot, SnapshotNewer and SnapshotDamaged. `path` is where it was found."""
    try:
        fields = orjson.loads(told)
        found = _newer(fields)
        expected = fields.pop(OWN_SUM)
        contents = _contents(fields) if found is None else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotASnapshot(f"expected a snapshot of citers, found {path} with another manifest; {NAME_ONE}") from error
    if contents is None:
        raise SnapshotNewer(
            f"expected a snapshot in the formats of citers {release()}, found {found} in {path}, "
            f"written by citers {fields.get('release')}; restore it with that release or a later one"
        )
    if _sum(fields) != expected:
        raise SnapshotDamaged(f"expected the manifest of {path} as it was written, found another; {ANOTHER}")
    _check_names(contents, path)
    return contents


def _contents(fields: dict[str, Any]) -> Contents:
    return Contents(
        index_id=fields["index_id"],
        model=fields["model"],
        held=Held(**fields["counts"]),
        files={name: FileSum(int(each["size"]), str(each["sha256"])) for name, each in fields["files"].items()},
        release=fields["release"],
        created_at=fields["created_at"],
        store=fields["formats"]["store"],
        index=fields["formats"]["index"],
    )


def _newer(fields: dict[str, Any]) -> str | None:
    """What is of a later format than this release knows; looked at before all else, which may be told in another way
    there."""
    if fields["snapshot"] > FORMAT:
        return f"a snapshot of format {fields['snapshot']}"
    known = {"store": NEWEST, "index": INDEX_FORMAT}
    newer = [part for part, newest in known.items() if fields["formats"][part] > newest]
    return f"a {newer[0]} of format {fields['formats'][newer[0]]}" if newer else None


def _check_names(contents: Contents, path: Path) -> None:
    strange = next((name for name in contents.files if not _NAME.fullmatch(name)), None)
    if strange is not None:
        raise NotASnapshot(
            f"expected a snapshot with files of a data folder alone, found {strange!r} in {path}; {NAME_ONE}"
        )
    needed = (STORED, POINTER, f"{version_of(contents.index_id)}/{INDEX_MANIFEST}")
    lacking = [name for name in needed if name not in contents.files]
    if lacking:
        raise NotASnapshot(f"expected a snapshot with {lacking[0]}, found none in {path}; {NAME_ONE}")
