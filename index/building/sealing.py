"""A folder with a manifest is complete: how one becomes so, and how one is known to be."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import orjson

from index.files.manifest import (
    MANIFEST,
    FileSum,
    IndexDamaged,
    IndexNewer,
    IndexOlder,
    Manifest,
    check_sums,
    file_sum,
    read_manifest,
)
from index.files.pointer import sync
from index.progress import Progress
from index.words.lexical import CONTEXTS, LEXICAL


def seal(folder: Path, manifest: Manifest, progress: Progress) -> None:
    """Sums up and syncs every file, then writes the manifest: a folder with a manifest is complete."""
    names, sums = files_of(folder), {}

    def sealed(name: str) -> FileSum:
        sync(folder / name)
        return file_sum(folder / name)

    with ThreadPoolExecutor(2, thread_name_prefix="sealing") as threads:  # a disk waits for nobody's sums
        for done, (name, found) in enumerate(zip(names, threads.map(sealed, names), strict=True), start=1):
            sums[name] = found
            progress("checksums", done, len(names))
    write_manifest(folder, replace(manifest, files=sums))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Whole or not at all, in place of one that is there."""
    aside = folder / f"{MANIFEST}.new"
    aside.write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
    sync(aside)
    aside.replace(folder / MANIFEST)
    for path in (folder / LEXICAL / CONTEXTS, folder / LEXICAL, folder):
        sync(path)


def move(aside: Path, final: Path) -> None:
    if final.exists():  # damaged, or it would have been used
        shutil.rmtree(final)
    aside.rename(final)
    sync(final.parent)


def is_whole(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    try:
        check_sums(folder, read_manifest(folder))
    except (IndexDamaged, IndexNewer, IndexOlder):
        return False
    return True


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
