"""One writer per data folder: a file lock that ends with its process, however that ends."""

import os
from pathlib import Path


class DataFolderInUse(RuntimeError):
    """Another process is writing to the data folder."""


class DataFolderReadOnly(OSError):
    """The data folder cannot be written to."""


class WriterLock:
    """Held from construction to `release`. The process id beside the lock is for people; the lock itself decides."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock, Timeout  # with asyncio, which one that only reads has no use for

        self._owner = folder / "writer.pid"
        self._lock = FileLock(folder / "writer.lock", timeout=0, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
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

    def release(self) -> None:
        self._owner.unlink(missing_ok=True)
        self._lock.release()


def owner(file: Path) -> str:
    """The process id as written, or "unknown" while its writer has not come to that."""
    try:
        return file.read_text("utf-8").strip() or "unknown"
    except FileNotFoundError:
        return "unknown"
