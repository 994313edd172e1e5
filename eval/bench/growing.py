"""A corpus that grows: how long it takes to build and to search at each size, beside FAISS's exact scan."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Vectors
from eval.bench.flat import NEAREST, nearest, scan, scan_rows
from eval.bench.grown import Filtered, Growth, HubScan, Size
from eval.bench.timing import Latency, latency_of, ratio, timed
from eval.bench.vectors import held_out, write_grown
from index.faiss.codes import read_codes
from index.faiss.flat import FaissFlat
from index.faiss.plan import CODES, SUMS, Plan
from index.nearest.sized import Sized
from index.nearest.tuning import recall
from index.nearest.write_sized import write_sized
from index.ranking import best_first
from index.vectors import VectorIndex

STEPS = (1_000, 10_000, 30_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000)
SHARES = (0.5, 0.05, 0.001)
HUBS = (30, 1_000, 50_000)  # members
HUBS_IN = 1_000_000  # vectors of the corpus that these are hubs of, or the largest one where that is smaller
FLAT = 50  # queries of the exact scan, half a second each at five million
VECTORS = "vectors.npy"

Watch = Callable[[str], None]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Built:
    """What building took: `peak` are bytes, `candidates` 0 where there is nothing to build."""

    candidates: int
    seconds: float
    peak: int


def grow(real: Vectors, largest: int, work: Path, watch: Watch, *, plan: Plan | None = None) -> Growth:
    """Grows to `largest` vectors in a folder of `work`, which needs their size on disk and is removed at the end."""
    queries, kept = held_out(real)
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=work) as folder:
        watch(f"{largest:,} vectors")
        write_grown(Path(folder) / VECTORS, kept, largest)
        sizes = []
        for n in [*(step for step in STEPS if step < largest), largest]:
            watch(f"{n:,} of {largest:,}")
            sizes.append(_measured(Path(folder), n, queries, plan or Plan(), hubs=n == min(HUBS_IN, largest)))
        return Growth(min(len(kept), largest), real.shape[1], len(queries), os.cpu_count() or 1, tuple(sizes))


def _measured(folder: Path, n: int, queries: Vectors, plan: Plan, *, hubs: bool) -> Size:
    built = _built(folder, n, plan)
    vectors = _mapped(folder, n)
    index: VectorIndex = FaissFlat(vectors)
    codes = 0
    if built.candidates:
        index = Sized(vectors, read_codes(folder / CODES, vectors.shape), built.candidates)
        codes = sum((folder / name).stat().st_size for name in (CODES, SUMS))
    masks = [np.random.default_rng(seed).random(n) < share for seed, share in enumerate(SHARES)]
    truth, *filtered = nearest(vectors, queries, [None, *masks])
    found, latency = _searched(index, queries)
    filters = zip(SHARES, masks, filtered, strict=True)
    return Size(
        vectors=n,
        candidates=built.candidates,
        seconds=built.seconds,
        stored=vectors.nbytes + codes,
        codes=codes,
        peak=built.peak,
        latency=latency,
        qps=_together(index, queries),
        flat=latency_of(timed(partial(scan, vectors), queries[:FLAT])),
        recall=recall(found, truth),
        filters=tuple(_filtered(index, queries, *each) for each in filters),
        hubs=tuple(_hubs(index, vectors, queries)) if hubs else (),
    )


def _searched(index: VectorIndex, queries: Vectors, allowed: NDArray[np.bool_] | None = None) -> tuple[Rows, Latency]:
    """What each query finds, asked one after the other, and how long that takes; the first ones are not timed."""
    for query in queries[:5]:
        index.search(query[np.newaxis], NEAREST, allowed)
    found: list[Rows] = []
    times = timed(lambda query: found.append(index.search(query[np.newaxis], NEAREST, allowed)[0][0]), queries)
    return np.array(found), latency_of(times)


def _filtered(index: VectorIndex, queries: Vectors, share: float, allowed: NDArray[np.bool_], truth: Rows) -> Filtered:
    found, latency = _searched(index, queries, allowed)
    return Filtered(share, latency, recall(found, truth))


def _together(index: VectorIndex, queries: Vectors) -> float:
    """Replies a second with one client for each core."""
    begun = perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as clients:
        list(clients.map(lambda query: index.search(query[np.newaxis], NEAREST), queries))
    return ratio(len(queries), perf_counter() - begun)


def _hubs(index: VectorIndex, vectors: Vectors, queries: Vectors) -> Iterator[HubScan]:
    """Members lie anywhere, as the citers of a hub do among all papers; they are scored as a search in a hub does."""
    for members in (count for count in HUBS if count < len(vectors)):
        rows = np.sort(np.random.default_rng(members).choice(len(vectors), members, replace=False))
        alone = vectors[rows]
        found: list[Rows] = []

        def ours(query: Vectors, rows: Rows = rows, found: list[Rows] = found) -> None:
            found.append(rows[best_first(index.scores(query, rows), NEAREST)])

        for query in queries[:5]:
            index.scores(query, rows)
        latency = latency_of(timed(ours, queries))
        there = latency_of(timed(partial(scan_rows, vectors, rows=rows), queries))
        beside = latency_of(timed(partial(scan, alone), queries))
        truth = rows[nearest(alone, queries, [None])[0]]
        yield HubScan(members, latency, there, beside, recall(np.array(found), truth))


def _mapped(folder: Path, n: int) -> Vectors:
    return np.asarray(np.load(folder / VECTORS, mmap_mode="r")[:n])


def _built(folder: Path, n: int, plan: Plan) -> Built:
    """Built in a process of its own, so that its memory is that of the build alone."""
    if n <= plan.limit:
        return Built(0, 0.0, 0)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(build, folder, n, plan).result()


def build(folder: Path, n: int, plan: Plan) -> Built:
    vectors = _mapped(folder, n)
    begun = perf_counter()
    found = write_sized(folder, vectors, plan.settings(*vectors.shape), lambda _stage, _done, _total: None)
    return Built(found.candidates, perf_counter() - begun, most_held())


def most_held() -> int:
    """The most bytes of memory that this process held at once, what it mapped of files among them."""
    status = Path("/proc/self/status").read_text("ascii")
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])
