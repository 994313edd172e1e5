"""One writer per data folder, whoever it is and however it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.lock import DataFolderInUse, DataFolderMoved, DataFolderReadOnly, WriterLock


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with pytest.raises(DataFolderInUse, match=f"in use by process {os.getpid()}; stop that process"):
        WriterLock(tmp_path)
    lock.release()


def test_a_released_folder_can_be_taken_again(tmp_path: Path) -> None:
    WriterLock(tmp_path).release()
    WriterLock(tmp_path).release()
    assert [path.name for path in tmp_path.iterdir()] == ["writer.lock"]


def test_a_killed_writer_holds_nothing(tmp_path: Path) -> None:
    taken = f"WriterLock(pathlib.Path({str(tmp_path)!r}))"
    code = f"import os, pathlib; from service.lock import WriterLock; {taken}; os._exit(9)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 9
    WriterLock(tmp_path).release()


def test_a_folder_that_was_moved_or_replaced_is_found_out(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "held")
    lock.check()
    (tmp_path / "held").rename(tmp_path / "moved")
    with pytest.raises(DataFolderMoved, match="stop this process, and start it again on the folder"):
        lock.check()
    other = WriterLock(tmp_path / "held")
    with pytest.raises(DataFolderMoved):
        lock.check()
    other.release()
    lock.release()


def test_who_lost_its_folder_does_not_unname_the_writer_of_the_one_in_its_place(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "held")
    (tmp_path / "held").rename(tmp_path / "moved")
    other = WriterLock(tmp_path / "held")
    lock.release()
    assert (tmp_path / "held" / "writer.pid").read_text("utf-8") == f"{os.getpid()}\n"
    other.release()


def test_the_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    WriterLock(tmp_path / "a" / "b").release()
    assert (tmp_path / "a" / "b" / "writer.lock").is_file()


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(DataFolderReadOnly, match="should be writable but is not"):
        WriterLock(tmp_path / "file" / "folder")
