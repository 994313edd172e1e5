"""Restores a snapshot into a folder that is empty: nothing of it can be seen there before all of it is checked."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from index.files.large_pages import Pieces
from index.files.pointer import sync
from index.progress import Progress, no_progress
from service.lock import DataFolderReadOnly, WriterLock
from service.snapshots.contents import INDEX, Contents
from service.snapshots.errors import FolderNotEmpty
from service.snapshots.reading import Archive, opened

ASIDE = ".restoring"
LOCKS = frozenset({"writer.lock", "writer.pid"})  # of the restoring itself, as of whatever writes to a data folder


def restore(path: Path, folder: Path, progress: Progress = no_progress) -> Contents:
    """Raises FolderNotEmpty, DataFolderInUse, DataFolderReadOnly, NotASnapshot, SnapshotNewer and SnapshotDamaged,
    and leaves nothing of the snapshot there then."""
    with opened(path) as archive, _taken(folder):
        aside = folder / ASIDE
        try:
            _unpack(archive, aside, progress)
            _show(aside, folder)
        except OSError as error:
            if error.errno is None:  # one of ours
                raise
            raise DataFolderReadOnly(
                f"expected to restore into {folder}, found: {error.strerror}; "
                f"{archive.contents.size / 1e6:,.0f} MB of room are needed there"
            ) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return archive.contents


@contextmanager
def _taken(folder: Path) -> Iterator[None]:
    """The folder, made where it is not there, with nobody else who writes to it; where what follows fails, a folder
    that was made is taken away again."""
    made = not folder.exists()
    if not made:
        _expect_empty(folder)
    with ExitStack() as held:
        held.callback(WriterLock(folder).release)
        undo = held.enter_context(ExitStack())
        if made:
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
        _expect_empty(folder)
        shutil.rmtree(folder / ASIDE, ignore_errors=True)  # of one that was killed
        yield
        undo.pop_all()


def _expect_empty(folder: Path) -> None:
    found = sorted(each.name for each in folder.iterdir() if each.name not in LOCKS | {ASIDE})
    if found:
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        raise FolderNotEmpty(
            f"expected an empty folder, or none, to restore into, found {', '.join(found[:3])}{more} in {folder}; "
            "name another folder (--data DIR), or move away what is there"
        )


def _unpack(archive: Archive, aside: Path, progress: Progress) -> None:
    aside.mkdir()
    total, folders = len(archive.contents.files), set[Path]()
    for done, (name, chunks) in enumerate(archive.files()):
        progress("restoring", done, total)
        path = aside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with Pieces(path) as file:
            for chunk in chunks:
                file.write(chunk)
        sync(path)
        folders.update(each for each in path.parents if each.is_relative_to(aside))
    for each in folders:
        sync(each)


def _show(aside: Path, folder: Path) -> None:
    """The index last: without it there is nothing to read."""
    for each in sorted(aside.iterdir(), key=lambda each: each.name == INDEX):
        each.rename(folder / each.name)
        sync(folder)
