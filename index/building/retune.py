"""Chooses anew how wide a large index looks: another version over the same files, which are linked and not copied."""

import os
import uuid
from dataclasses import replace
from pathlib import Path

from index.building.sealing import move, write_manifest
from index.faiss.plan import CODES, RECALL
from index.files.columns import column
from index.files.manifest import Manifest, identify, read_manifest
from index.files.pointer import UNFINISHED, VERSIONS, point_at, read_pointer, version_folder
from index.files.tuned import Step, Tuned, tuned
from index.nearest.write_vectors import PAPER_VECTORS


def retune(root: Path, target: float, *, anew: bool = False) -> Tuned | None:
    """Makes current a version tuned to this recall; None where every vector is read, so that there is nothing to tune.

    What each width finds was measured when the index was built, and is measured again only with `anew`. The caller
    sees to it that nobody else writes there meanwhile.
    """
    pointer = read_pointer(root)
    if pointer is None:
        return None
    folder = version_folder(root, pointer.base or pointer.index_id)
    manifest = read_manifest(folder)
    if manifest.tuned is None:
        return None
    found = tuned(_measured(folder) if anew else manifest.tuned.steps, target)
    settings = {**manifest.settings, RECALL: f"{target:g}"}
    whole = _written(root, folder, replace(manifest, settings=settings, tuned=found))
    if pointer.base is None:
        point_at(root, whole, pointer.revision, None, pointer.base_revision)
    else:
        part = version_folder(root, pointer.index_id)
        laid = _written(root, part, replace(read_manifest(part), base=whole))
        point_at(root, laid, pointer.revision, whole, pointer.base_revision)
    return found


def _measured(folder: Path) -> tuple[Step, ...]:
    from index.faiss.codes import read_codes
    from index.nearest.tuning import curve, strayed

    vectors = column(folder / PAPER_VECTORS)
    return curve(vectors, read_codes(folder / CODES, vectors.shape), strayed(vectors))


def _written(root: Path, folder: Path, manifest: Manifest) -> str:
    """A version with the files of this folder and this manifest, in its place; answers its index_id."""
    named = replace(manifest, index_id=identify(manifest))
    final = version_folder(root, named.index_id)
    if final == folder:
        write_manifest(folder, named)
        return named.index_id
    aside = root / VERSIONS / f"{UNFINISHED}{uuid.uuid4().hex}"
    for name in named.files:
        (aside / name).parent.mkdir(parents=True, exist_ok=True)
        os.link(folder / name, aside / name)
    write_manifest(aside, named)
    move(aside, final)
    return named.index_id
