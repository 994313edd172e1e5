"""In which precision a version's papers are read: bfloat16 where they are many and the machine computes it natively."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from embeddings.embedder import Embedder
from index.files.manifest import BFLOAT16, IndexDamaged, papers_and_precision
from index.files.pointer import read_pointer, version_folder

# Papers that are read half as fast in fp32 while the other runtime is loaded, and as many again: fewer gain little, and
# what is made of few is the same on every machine.
MANY = 1_000


def nobody() -> None:
    """Nothing reads faster here."""


@dataclass(frozen=True, slots=True)
class Readers:
    """`exact` reads papers in fp32; `bulk` gives what reads them in bfloat16, None where nothing does.

    `bulk` is asked only where it is wanted, for to know it a library is loaded that a service has no other use for.
    """

    exact: Embedder
    bulk: Callable[[], Embedder | None] = nobody

    def reader(self, root: Path, base: str | None, papers: int) -> tuple[Embedder, dict[str, str]]:
        """Who reads a version of so many papers upon `base`, and what its manifest says of that."""
        bulk = self.bulk() if bulk_wanted(root, base, papers) else None
        return (self.exact, {}) if bulk is None else (bulk, BFLOAT16)


class Foreseen:
    """The readers of an import under way, of which the one for many papers is loaded while the file is read."""

    def __init__(self, readers: Readers, root: Path) -> None:
        self.readers = readers
        self._root, self._loading = root, False

    def stored(self, papers: int) -> None:
        """So many have changed, and more may: once they are enough, the model is loaded in a thread of its own."""
        if self._loading or papers < MANY or not bulk_wanted(self._root, None, papers):
            return
        self._loading = True
        second = ThreadPoolExecutor(1, thread_name_prefix="foreseen")
        bulk = second.submit(self.readers.bulk)
        second.submit(_load, bulk)
        second.shutdown(wait=False)
        self.readers = replace(self.readers, bulk=bulk.result)


def _load(bulk: Future[Embedder | None]) -> None:
    """Whoever reads first tries again where this fails, and is told."""
    if (model := bulk.result()) is not None:
        model.load()


def bulk_wanted(root: Path, base: str | None, papers: int) -> bool:
    """Whether a version of so many papers is better read in bfloat16.

    A part follows the whole version that it will be merged with. A whole one follows the current one where that holds
    half of the papers: their vectors are kept, in that precision alone.
    """
    if base is not None:
        _, in_bfloat16 = papers_and_precision(version_folder(root, base))
        return in_bfloat16 and papers >= MANY
    held, in_bfloat16 = _current(root)
    return in_bfloat16 if 2 * held >= papers else papers >= MANY


def _current(root: Path) -> tuple[int, bool]:
    try:
        pointer = read_pointer(root)
    except IndexDamaged:
        return 0, False
    return (
        (0, False) if pointer is None else papers_and_precision(version_folder(root, pointer.base or pointer.index_id))
    )
