"""The index that a data folder has, where it will do as it is; else it is built again from the store."""

import logging
from contextlib import suppress
from pathlib import Path

from index.faiss.plan import CODED, RECALL, Plan
from index.files.manifest import REMEDY, IndexDamaged, IndexNewer, IndexOlder, papers_and_precision, read_manifest
from index.files.pointer import read_pointer, version_folder
from index.version import IndexMismatch, IndexVersion, open_current, verify
from service.choice import STORE, index_of
from service.settings import Settings

log = logging.getLogger("service.standing")


class StoreMissing(FileNotFoundError):
    """There is an index of papers, and no store that they could be from."""


def made_from(version: IndexVersion, revision: int, settings: Settings) -> None:
    """Raises StoreMissing where the store, of this revision, has never held anything: brought up to it, the index would
    lose its papers.

    An older copy of the store is taken as it is.
    """
    if version.revision and not revision:
        raise _missing(settings)


def expect_store(settings: Settings) -> None:
    """Raises StoreMissing, before one is made, where the folder has an index of papers and no store."""
    if (settings.data / STORE).exists():
        return
    with suppress(IndexDamaged):
        pointer = read_pointer(index_of(settings))
        if pointer is not None and pointer.revision:
            raise _missing(settings)


def _missing(settings: Settings) -> StoreMissing:
    return StoreMissing(
        f"expected the store that the index in {index_of(settings)} was made from, found none in {settings.data}; "
        f"put a copy of {STORE} there, or read what the index holds with `citers export` and import that into "
        "another folder; to begin anew, remove the index"
    )


def intact(root: Path, model: str) -> IndexVersion | None:
    """None where there is none, or where it cannot be read. Raises IndexMismatch and IndexNewer."""
    try:
        return open_current(root, model=model)
    except (IndexDamaged, IndexOlder) as error:
        log.warning("the index is built again from the store: %s", str(error).removesuffix(f"; {REMEDY}"))
        return None


def verified(root: Path, model: str, precision: str, plan: Plan) -> IndexVersion | None:
    """As `intact`, but of one whole version whose every file is as it was written, by this model, searched as `plan`
    says, and as precise as `precision` of the settings asks for."""
    try:
        verify(root)
        version = open_current(root, model=model)
        if version is None or version.base != version.index_id:
            return None
        folder = version_folder(root, version.index_id)
        return version if _as_precise(folder, precision) and _as_planned(folder, plan) else None
    except (IndexDamaged, IndexOlder, IndexNewer, IndexMismatch) as error:
        log.info("the index is built again: %s", error)
        return None


def _as_precise(folder: Path, precision: str) -> bool:
    """Once fp32 is asked for, nothing less will do."""
    _, in_bfloat16 = papers_and_precision(folder)
    return precision != "fp32" or not in_bfloat16


def _as_planned(folder: Path, plan: Plan) -> bool:
    manifest = read_manifest(folder)
    found = {name: said for name, said in manifest.settings.items() if name in (RECALL, CODED)}
    return found == plan.settings(manifest.counts["papers"], manifest.dim)
