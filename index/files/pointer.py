"""Which version of the index is current: one small file under the root, replaced in one step."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import orjson

from index.files.manifest import REMEDY, IndexDamaged

CURRENT, VERSIONS = "current", "versions"
UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Pointer:
    """`revision` is the store's when the current version was last found to hold all of it.

    `base` is the whole version that it is laid upon, None where it is whole itself; `base_revision` is the store's that
    the whole one holds all of. `previous` and `previous_base` are those of the version before.
    """

    index_id: str
    revision: int
    base: str | None
    base_revision: int
    previous: str | None = None
    previous_base: str | None = None


def version_folder(root: Path, index_id: str) -> Path:
    return root / VERSIONS / index_id


def read_pointer(root: Path) -> Pointer | None:
    """None where no index has been built."""
    path = root / CURRENT
    if not path.is_file():
        return None
    try:
        return Pointer(**orjson.loads(path.read_bytes()))
    except (TypeError, orjson.JSONDecodeError) as error:
        raise IndexDamaged(f"expected {path} to name an index, found something else; {REMEDY}") from error


def point_at(root: Path, index_id: str, revision: int, base: str | None, base_revision: int) -> None:
    """Makes this version the current one, and forgets those that neither it nor the one it replaces needs."""
    previous, previous_base = _previous(root, index_id)
    aside = root / f"{CURRENT}.new"
    aside.write_bytes(orjson.dumps(Pointer(index_id, revision, base, base_revision, previous, previous_base)))
    sync(aside)
    aside.replace(root / CURRENT)
    sync(root)
    _forget_all_but(root, {index_id, base, previous, previous_base})


def _previous(root: Path, index_id: str) -> tuple[str | None, str | None]:
    """The version that this one comes after, and what that is laid upon.

    A pointer that cannot be read is replaced like one that is not there.
    """
    try:
        before = read_pointer(root)
    except IndexDamaged:
        return None, None
    if before is None:
        return None, None
    if before.index_id == index_id:
        return before.previous, before.previous_base
    return before.index_id, before.base


def sync(path: Path) -> None:
    """Has the file, or the names in the folder, on the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def forget_unfinished(root: Path) -> None:
    """Removes what builds that were killed left behind."""
    for folder in (root / VERSIONS).glob(f"{UNFINISHED}*"):
        shutil.rmtree(folder)


def _forget_all_but(root: Path, kept: set[str | None]) -> None:
    for folder in (root / VERSIONS).iterdir():
        if folder.name not in kept and not folder.name.startswith(UNFINISHED):
            shutil.rmtree(folder)
