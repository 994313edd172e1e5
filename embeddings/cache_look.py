"""The vector cache copied and checked as it is at one moment, whoever writes to it meanwhile.

LMDB trusts what it reads, so that a damaged file may end the process that reads it: that is done in another one.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import lmdb
import numpy as np

from embeddings.cache import CacheUnusable

T = TypeVar("T")

CACHE, LOCK = "data.mdb", "lock.mdb"
KEY_BYTES = 32
OFF_UNIT = 1e-3  # a vector's length differs from 1 by rounding alone


class CacheDamaged(CacheUnusable):
    """The vector cache is not what was written."""


def copy_cache(folder: Path, into: Path) -> None:
    """All that is kept, as the file `CACHE` in a folder that is there. Raises CacheDamaged, and OSError where it finds
    no room."""
    _apart(_copied, folder, into)


def check_cache(folder: Path, dim: int) -> int:
    """Reads every entry, and answers how many there are; `dim` is that of the model in use.

    Raises CacheDamaged where one cannot be read, or what should be vectors of that many numbers is not of length 1.
    A change that leaves the length as it was is not seen: LMDB keeps no checksums.
    """
    return _apart(_checked, folder, dim)


def _apart(work: Callable[..., T], folder: Path, given: object) -> T:
    try:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin) as other:
            return other.submit(work, folder, given).result()
    except BrokenProcessPool as error:
        raise _damaged(folder, "a file that LMDB cannot read") from error


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: whoever waits is told too, and ends this


def _copied(folder: Path, into: Path) -> None:
    with _opened(folder) as cache:
        try:
            cache.copy(str(into), compact=True)
        except lmdb.DiskError as error:
            raise OSError(str(error)) from error


def _checked(folder: Path, dim: int) -> int:
    count = 0
    with _opened(folder) as cache, cache.begin(buffers=True) as reading:
        for key, value in reading.cursor():
            count += 1
            if len(key) != KEY_BYTES or len(value) % 2:
                raise _damaged(folder, "an entry that no model makes")
            if not _is_sound(value, dim):
                raise _damaged(folder, "a vector that is not of length 1")
        if count != reading.stat()["entries"]:
            raise _damaged(folder, f"{count:,} entries where {reading.stat()['entries']:,} are counted")
    return count


def _is_sound(value: memoryview, dim: int) -> bool:
    """A text's vector and, in half precision, those of its spans; one without words has zeros. Those of a model with
    another number of dimensions are not looked into."""
    wide = 4 * dim
    if len(value) < wide or (len(value) - wide) % (2 * dim):
        return True
    whole = np.frombuffer(value[:wide], np.float32)
    parts = np.frombuffer(value[wide:], np.float16)
    length = float(np.dot(whole, whole)) ** 0.5
    return (length == 0 or abs(length - 1) < OFF_UNIT) and bool(np.isfinite(parts).all())


@contextmanager
def _opened(folder: Path) -> Iterator[lmdb.Environment]:
    """Without the lock where nobody can have it: one that is not there is not made."""
    try:
        with lmdb.open(
            str(folder), readonly=True, create=False, lock=os.access(folder / LOCK, os.W_OK), max_spare_txns=0
        ) as cache:
            pages, page = cache.info()["last_pgno"] + 1, cache.stat()["psize"]
            if pages * page > (folder / CACHE).stat().st_size:
                raise _damaged(folder, "a file that ends too soon")
            yield cache
    except lmdb.Error as error:
        raise _damaged(folder, str(error)) from error


def _damaged(folder: Path, found: str) -> CacheDamaged:
    return CacheDamaged(
        f"expected the vector cache in {folder} as it was written, found {found}; remove that folder while no process "
        "writes to it: texts are embedded anew when they are needed"
    )
