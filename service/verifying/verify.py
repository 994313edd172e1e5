"""The checks of a data folder, one after another, each telling what it looked at or what is wrong and what to do."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.store_errors import NewerSchema, NotAStore, OlderSchema
from corpus.store_look import looking
from embeddings.cache_look import CACHE, check_cache
from index.files.manifest import REMEDY, IndexNewer, IndexOlder, check_sums, read_manifest
from index.files.pointer import Pointer, read_pointer
from index.files.snapshot import Snapshot
from index.progress import Progress, no_progress
from index.version import part_folders
from service.choice import STORE, index_of
from service.job_records import has_whole_file
from service.settings import Settings
from service.snapshots.contents import SPOOL, VECTORS
from service.snapshots.pairing import nothing_imported
from service.snapshots.reading import check
from service.standing import StoreMissing, expect_store
from service.verifying.agreement import disagreements
from service.verifying.unit_vectors import lengths

TRIES = 5
TOLD = 3  # of all that store and index disagree about

FAULTS = (OSError, IndexNewer, IndexOlder, NotAStore, NewerSchema, OlderSchema, StoreMissing)


class Wrong(ValueError):
    """What a check found to be wrong, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Check:
    """`detail` says what was looked at where it is ok, and else what is wrong and what to do."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    index_id: str
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def verify(settings: Settings, progress: Progress = no_progress) -> Verified:
    """Reads everything in the data folder, and writes nothing. A service may write to it meanwhile: where the index
    was replaced while it was looked at, and something seemed wrong, all is looked at again.

    Raises NothingImported where there is neither store nor index, and StoreMissing.
    """
    expect_store(settings)
    root = index_of(settings)
    for _ in range(TRIES):
        pointer = _pointer(root, settings)
        found = _Looked(settings, pointer).verified(progress)
        if found.ok or _pointer(root, settings) == pointer:
            break
    return found


def _pointer(root: Path, settings: Settings) -> Pointer:
    pointer = read_pointer(root)
    if pointer is None:
        raise nothing_imported(settings)
    return pointer


class _Looked:
    """What the checks of one version have in common."""

    def __init__(self, settings: Settings, pointer: Pointer) -> None:
        self._settings, self._pointer = settings, pointer
        self._folders = part_folders(index_of(settings), pointer)

    def verified(self, progress: Progress) -> Verified:
        looks = {"store": self._store, "index": self._index, "vectors": self._vectors, "agreement": self._agreement,
                 "cache": self._cache, "uploads": self._uploads}  # fmt: skip
        needs = {"vectors": ("index",), "agreement": ("store", "index"), "uploads": ("store",)}
        checks: dict[str, Check] = {}
        for name, look in looks.items():
            progress(name, 0, None)
            waits = [need for need in needs.get(name, ()) if not checks[need].ok]
            checks[name] = _unseen(name, waits) if waits else _seen(name, look)
        return Verified(self._pointer.index_id, tuple(checks.values()))

    def _store(self) -> str:
        with looking(self._settings.data / STORE) as look:
            look.check()
            held = look.held()
        return (f"{STORE} is sound, and its {held.papers:,} papers, {held.hubs:,} of them hubs, and {held.citations:,} "
                "citations refer to each other")  # fmt: skip

    def _index(self) -> str:
        manifests = [read_manifest(folder) for folder in self._folders]
        for folder, manifest in zip(self._folders, manifests, strict=True):
            check_sums(folder, manifest)
        size = sum(each.size for manifest in manifests for each in manifest.files.values())
        files = sum(len(manifest.files) for manifest in manifests)
        return f"{files:,} files of index {self._pointer.index_id}, {size / 1e6:,.1f} MB, have their sha256"

    def _vectors(self) -> str:
        found = lengths(self._folders, read_manifest(self._folders[-1]).dim)
        if found.wrong:
            raise Wrong(f"expected vectors of length 1, found {found.wrong:,} of {found.vectors:,} that are not; "
                        f"{REMEDY}")  # fmt: skip
        zeros = f"; {found.zeros:,} stand for texts without words, or not read yet" if found.zeros else ""
        return f"{found.vectors - found.zeros:,} vectors are finite and of length 1{zeros}"

    def _agreement(self) -> str:
        snapshot = Snapshot(self._folders)
        with looking(self._settings.data / STORE) as look:
            found = list(islice(disagreements(look, snapshot, self._pointer.revision), TOLD))
            behind = look.revision > self._pointer.revision
        if found:
            raise Wrong(f"expected store and index to hold the same, found: {'; '.join(found)}; {REMEDY}")
        later = "; what the store was told since is made searchable by a service, or the next import" if behind else ""
        return f"{snapshot.held:,} papers of the index and their citations are as the store has them{later}"

    def _cache(self) -> str:
        folder = self._settings.data / VECTORS
        if not (folder / CACHE).exists():
            return "there is no vector cache; texts are embedded anew when they are needed"
        kept = check_cache(folder, read_manifest(self._folders[-1]).dim)
        return f"{kept:,} entries of the vector cache can be read"

    def _uploads(self) -> str:
        """A job that ended meanwhile has had its file taken away."""
        lost, there = self._without_file()
        if lost and (lost := lost & self._without_file()[0]):
            raise Wrong(f"expected the uploads of jobs that have not ended, found none of {', '.join(sorted(lost))} in "
                        f"{self._settings.data / SPOOL}; these jobs will fail: send the files again")  # fmt: skip
        return f"{there:,} uploads of jobs that have not ended are there"

    def _without_file(self) -> tuple[set[str], int]:
        with looking(self._settings.data / STORE) as look:
            names = {str(job.payload["file"]) for job in look.unfinished_jobs() if has_whole_file(job)}
            lost = {name for name in names if not (self._settings.data / SPOOL / name).is_file()}
            return lost, len(names - lost)


def _seen(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except (Wrong, *FAULTS) as error:
        return Check(name, False, str(error))


def _unseen(name: str, waits: list[str]) -> Check:
    return Check(name, False, f"not looked at, for it needs what is wrong above ({' and '.join(waits)})")


def verify_snapshot(path: Path) -> Verified:
    """Reads all of a snapshot. Raises NotASnapshot, SnapshotNewer and SnapshotDamaged."""
    found = check(path)
    detail = f"{len(found.files):,} files of the snapshot, {found.size / 1e6:,.1f} MB, have their sha256"
    return Verified(found.index_id, (Check("snapshot", True, detail),))
