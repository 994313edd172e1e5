"""FAISS over short codes of the vectors: four bits for each run of dimensions, all of them scanned for a query."""

from pathlib import Path
from typing import Self
from weakref import WeakValueDictionary

import faiss
import numpy as np

from index.arrays import Mask, Vectors
from index.faiss.plan import BITS
from index.faiss.products import THREADS
from index.files.manifest import REMEDY, IndexDamaged
from index.vectors import Rows

# FAISS scans an inverted file with a filter, and a flat index of such codes only without; so there is one list, of all.
LISTS = 1


class Codes:
    """Product-quantised vectors: `faiss.IndexIVFPQFastScan` with one list, which is scanned whole in one thread.

    Every dimension run is one of sixteen learnt from a sample, so a score is rough; the best of all by it are among the
    first few hundred. Scanning only some of many lists is quicker, but what a filter leaves lies in more of them.
    """

    def __init__(self, index: faiss.IndexIVFPQFastScan) -> None:
        self._index = index

    @classmethod
    def learnt(cls, sample: Vectors, runs: int) -> Self:
        """No vectors yet; `sample` is what they are like, and `runs`, which divides their dimension, how many parts."""
        dim = sample.shape[1]
        index = faiss.IndexIVFPQFastScan(faiss.IndexFlatIP(dim), dim, LISTS, runs, BITS, faiss.METRIC_INNER_PRODUCT)
        index.by_residual = False
        index.cp.min_points_per_centroid = index.pq.cp.min_points_per_centroid = 1
        faiss.omp_set_num_threads(1)  # runs are learnt one after the other, and threads would wait for each at its end
        index.pq.cp.max_points_per_centroid = len(sample)
        enough = max(len(sample), 1 << BITS)  # a run has so many codes, none of which FAISS leaves unlearnt
        index.train(np.resize(np.asarray(sample, dtype=np.float32), (enough, dim)))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, vectors: Vectors) -> None:
        faiss.omp_set_num_threads(THREADS)
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def write(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    def propose(self, query: Vectors, count: int, allowed: Mask | None = None) -> Rows:
        """Up to so many rows that are best by their codes, ascending; `allowed` has one truth for each row."""
        bits = None if allowed is None else np.packbits(allowed, bitorder="little")
        chosen = None if bits is None else faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
        faiss.omp_set_num_threads(1)
        searching = faiss.IVFSearchParameters()
        searching.nprobe, searching.sel = LISTS, chosen
        _, rows = self._index.search(np.ascontiguousarray(query[np.newaxis]), min(count, len(self)), params=searching)
        return np.sort(rows[0][rows[0] >= 0])


# Versions that are laid upon one whole one, of which a service holds several, hold its codes once.
_held: WeakValueDictionary[tuple[Path, int], Codes] = WeakValueDictionary()


def read_codes(path: Path, shape: tuple[int, int]) -> Codes:
    """Those written of (n, dim) vectors. Raises IndexDamaged where the file holds something else."""
    written = path, path.stat().st_mtime_ns
    codes = _held.get(written)
    if codes is None:
        codes = _held[written] = Codes(_read(path, shape))
    return codes


def _read(path: Path, shape: tuple[int, int]) -> faiss.IndexIVFPQFastScan:
    try:
        index = faiss.read_index(str(path))
    except RuntimeError as error:
        raise IndexDamaged(f"expected codes of vectors in {path}, found none that can be read; {REMEDY}") from error
    found = (index.ntotal, index.d)
    if not isinstance(index, faiss.IndexIVFPQFastScan) or found != shape:
        raise IndexDamaged(f"expected codes of vectors of shape {shape} in {path}, found {found}; {REMEDY}")
    return index
