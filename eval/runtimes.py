"""What the model costs in each runtime, and how far their vectors lie apart: `python -m eval.runtimes PAPERS.jsonl`."""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from embeddings.embedder import Embedder, Vectors
from embeddings.models import open_bulk_embedder, open_embedder
from embeddings.packaged import open_integers

ROUNDS = 3
Opener = Callable[[Path | None], Embedder]
_held: list[Embedder] = []  # in a process of its own: the one that is measured there


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one runtime: the speed is the best round's, the processor's seconds are the median round's."""

    load: float
    query: float
    query_processor: float
    passages_a_second: float
    passage_processor: float
    peak_mib: float
    vectors: Vectors


def measured(papers: Path) -> dict[str, Cost]:
    """Each runtime in a fresh process, by turns, so that what else the machine does meets both alike."""
    read = [json.loads(line) for line in papers.read_text("utf-8").splitlines()]
    queries = [paper["title"] for paper in read]
    passages = [f"{paper['title']} {paper.get('abstract') or ''}" for paper in read]
    with TemporaryDirectory() as folder, ExitStack() as stack:
        exports = Path(folder)
        native = stack.enter_context(_process()).submit(_make, exports).result()
        openers: dict[str, tuple[Opener, Path | None]] = {
            "sentence-transformers": (_open, None),
            "ONNX Runtime, fp32": (_open, exports),
            "ONNX Runtime, int8": (_open_integers, exports),
            **({"OpenVINO, bf16": (_open_bulk, exports)} if native else {}),
        }
        processes = {name: stack.enter_context(_process()) for name in openers}
        loads = {name: process.submit(_load, *openers[name]).result() for name, process in processes.items()}
        rounds: dict[str, list[Round]] = {name: [] for name in processes}
        for _ in range(ROUNDS):
            for name, process in processes.items():
                rounds[name].append(process.submit(_round, queries, passages).result())
        return {name: _cost(loads[name], rounds[name]) for name in processes}


def lines(found: dict[str, Cost]) -> Iterator[str]:
    """The table; the first runtime's vectors are what the others' are compared with."""
    yield (
        "| runtime | load | query, p50 | CPU a query | abstracts a second | CPU an abstract | peak memory "
        "| largest difference | lowest cosine |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    first = next(iter(found.values())).vectors
    for name, one in found.items():
        apart, cosine = float(np.abs(one.vectors - first).max()), float((one.vectors * first).sum(axis=1).min())
        yield (
            f"| {name} | {one.load:.1f} s | {1000 * one.query:.1f} ms | {1000 * one.query_processor:.1f} ms "
            f"| {one.passages_a_second:.1f} | {1000 * one.passage_processor:.0f} ms | {one.peak_mib:.0f} MiB "
            f"| {apart:.1e} | {cosine:.4f} |"
        )


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds of every query, of one on the processor, and of a passage on the clock and on the processor."""

    queries: list[float]
    query_processor: float
    clock: float
    passage_processor: float
    peak_mib: float
    vectors: Vectors


def _cost(load: float, rounds: list[Round]) -> Cost:
    query = float(np.median([seconds for each in rounds for seconds in each.queries]))
    speed = 1 / min(each.clock for each in rounds)
    for_query = float(np.median([each.query_processor for each in rounds]))
    for_passage = float(np.median([each.passage_processor for each in rounds]))
    return Cost(load, query, for_query, speed, for_passage, rounds[-1].peak_mib, rounds[-1].vectors)


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _make(exports: Path) -> bool:
    """Both exports; whether this machine reads in bfloat16 natively. What it imports would count in the processes that
    are measured."""
    _load(_open_integers, exports)
    return open_bulk_embedder(cache=exports) is not None


def _open(cache: Path | None) -> Embedder:
    return open_embedder(cache=cache, exact=True)


def _open_integers(cache: Path | None) -> Embedder:
    assert cache is not None  # noqa: S101  # opened where the exports are
    return open_integers(cache)


def _open_bulk(cache: Path | None) -> Embedder:
    found = open_bulk_embedder(cache=cache)
    assert found is not None  # noqa: S101  # asked where there is one
    return found


def _load(opener: Opener, cache: Path | None) -> float:
    """Seconds until a first text is embedded, all imports included."""
    start = time.perf_counter()
    _held.append(opener(cache))
    _held[0].embed_query("")
    return time.perf_counter() - start


def _round(queries: list[str], passages: list[str]) -> Round:
    (embedder,) = _held
    clocks, busy = [time.perf_counter()], [time.process_time()]
    for query in queries:
        embedder.embed_query(query)
        clocks.append(time.perf_counter())
    busy.append(time.process_time())
    vectors = embedder.embed_passages(passages)
    clock, spent = (time.perf_counter() - clocks[-1]) / len(passages), np.diff([*busy, time.process_time()])
    for_query, for_passage = float(spent[0]) / len(queries), float(spent[1]) / len(passages)
    return Round(np.diff(clocks).tolist(), for_query, clock, for_passage, _peak_mib(), vectors)


def _peak_mib() -> float:
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # macOS counts bytes, Linux kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.runtimes", description=__doc__)
    parser.add_argument("papers", type=Path, help="papers with title and abstract, a line of JSON each")
    for line in lines(measured(parser.parse_args().papers)):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
