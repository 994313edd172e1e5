"""One writer per data folder: a file lock that ends with its process, however that ends."""

import os
from pathlib import Path


class DataFolderInUse(RuntimeError):
    """Another process is writing to the data folder."""


class DataFolderReadOnly(OSError):
    """The data folder cannot be written to."""


class DataFolderMoved(RuntimeError):
    """The data folder is not where it was when this process began to write to it."""


class WriterLock:
    """Held from construction to `release`. The process id beside the lock is for people; the lock itself decides."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock, Timeout  # with asyncio, which one that only reads has no use for

        self._folder, self._owner, self._file = folder, folder / "writer.pid", folder / "writer.lock"
        self._lock = FileLock(self._file, timeout=0, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
            self._held = self._now()
            self._owner.write_text(f"{os.getpid()}\n", "utf-8")
        except Timeout as error:
            raise DataFolderInUse(
                f"the data folder {folder} is in use by process {owner(self._owner)}; stop that process, "
                "send the request to it, or choose another folder with --data or CITERS_DATA"
            ) from error
        except OSError as error:
            self._lock.release()
            raise DataFolderReadOnly(
                f"the data folder {folder} should be writable but is not ({error.strerror or error}); "
                "change its permissions, or choose another folder with --data or CITERS_DATA"
            ) from error

    def check(self) -> None:
        """Raises DataFolderMoved where another folder, or none, stands in the place of the one that is locked: what is
        open would be written there, and all else here."""
        if self._now() != self._held:
            raise DataFolderMoved(
                f"expected the data folder at {self._folder}, found that it was moved or replaced while it was in use; "
                "stop this process, and start it again on the folder (--data or CITERS_DATA): nothing in it is lost"
            )

    def _now(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def release(self) -> None:
        if self._now() == self._held:  # else the process id that stands there is another's
            self._owner.unlink(missing_ok=True)
        self._lock.release()


def owner(file: Path) -> str:
    """The process id as written, or "unknown" while its writer has not come to that."""
    try:
        return file.read_text("utf-8").strip() or "unknown"
    except FileNotFoundError:
        return "unknown"
