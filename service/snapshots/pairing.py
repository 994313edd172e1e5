"""A store and an index that go together, held open: what others write or take away meanwhile changes neither."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import orjson

from corpus.store_errors import StoreBusy
from corpus.store_look import Look, looking
from index.files.manifest import MANIFEST, REMEDY, FileSum, IndexDamaged, Manifest, read_manifest
from index.files.pointer import Pointer, read_pointer, version_folder
from service.choice import STORE, index_of
from service.engine import NothingImported
from service.job_records import has_whole_file
from service.settings import Settings
from service.snapshots.contents import POINTER, SPOOL, version_of
from service.standing import expect_store

TRIES = 20  # each takes a hundredth of a second, and an index is made current once in a second at most


@dataclass(frozen=True, slots=True)
class Pair:
    """`look` is at the store of a moment at which `manifest` was that of the current index.

    The store may hold more than the index, as it does while an import is under way: a service brings the index up to
    it; whoever has read the store calls `leave_store`, for as long as it is looked at its log only grows.

    `index` has the files of its parts, opened, with what each has to be; `small` those that are held whole;
    `uploads` what jobs that have not ended are to read.
    """

    look: Look
    leave_store: Callable[[], None]
    manifest: Manifest
    index: dict[str, tuple[BinaryIO, FileSum]]
    small: dict[str, bytes]
    uploads: dict[str, BinaryIO]


@contextmanager
def pair_in(settings: Settings) -> Iterator[Pair]:
    """Raises NothingImported, StoreMissing, IndexDamaged, IndexNewer, IndexOlder, NotAStore and the like."""
    expect_store(settings)
    root = index_of(settings)
    for attempt in range(1, TRIES + 1):
        with ExitStack() as opened:
            pointer = read_pointer(root)
            if pointer is None:
                raise nothing_imported(settings)
            pair = _opened(settings, pointer, opened, last=attempt == TRIES)
            if pair is not None:
                yield pair
                return
    raise StoreBusy(f"expected the index in {root} to stay as it is for a moment, found it replaced again and again; "
                    "wait until the imports under way have ended")  # fmt: skip


def nothing_imported(settings: Settings) -> NothingImported:
    return NothingImported(f"there is no index in {settings.data}; import a file first (citers import FILE)")


def _opened(settings: Settings, pointer: Pointer, opened: ExitStack, *, last: bool) -> Pair | None:
    """None where the index was replaced, or a job ended, while its files were opened."""
    root = index_of(settings)
    small = {POINTER: orjson.dumps(replace(pointer, previous=None, previous_base=None))}
    index: dict[str, tuple[BinaryIO, FileSum]] = {}
    try:
        for index_id in filter(None, (pointer.base, pointer.index_id)):
            manifest = _part(root, index_id, index, small, opened)
    except (FileNotFoundError, IndexDamaged):
        if read_pointer(root) == pointer:
            raise
        return None
    store = opened.enter_context(ExitStack())
    look = store.enter_context(looking(settings.data / STORE))
    if read_pointer(root) != pointer:
        return None
    uploads, all_there = _uploads(settings.data / SPOOL, look, opened)
    return Pair(look, store.close, manifest, index, small, uploads) if all_there or last else None


def _part(
    root: Path,
    index_id: str,
    index: dict[str, tuple[BinaryIO, FileSum]],
    small: dict[str, bytes],
    opened: ExitStack,
) -> Manifest:
    """Opens the files of one part; its manifest is held, for tuning may replace it."""
    folder, name = version_folder(root, index_id), version_of(index_id)
    manifest = read_manifest(folder)
    small[f"{name}/{MANIFEST}"] = (folder / MANIFEST).read_bytes()
    for inner, each in manifest.files.items():
        try:
            index[f"{name}/{inner}"] = opened.enter_context((folder / inner).open("rb")), each
        except FileNotFoundError as error:
            raise IndexDamaged(f"expected {each.size} bytes in {folder / inner}, found no file; {REMEDY}") from error
    return manifest


def _uploads(spool: Path, look: Look, opened: ExitStack) -> tuple[dict[str, BinaryIO], bool]:
    """Those that are there, and whether these are all: one is taken away when its job has ended. What is being fetched
    is left out, and fetched anew where the snapshot is restored."""
    names = [str(job.payload["file"]) for job in look.unfinished_jobs() if has_whole_file(job)]
    there = [name for name in names if (spool / name).is_file()]
    found: dict[str, BinaryIO] = {}
    for name in there:
        found[f"{SPOOL}/{name}"] = opened.enter_context((spool / name).open("rb"))
    return found, len(there) == len(names)
