"""An exported model in ONNX Runtime: what sentence-transformers computes, without torch and in less memory."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, RunOptions, SessionOptions
from tokenizers import Encoding, Tokenizer

from embeddings.crew import Crew
from embeddings.embedder import Embedder, Halves, Reading, Spans, Vectors, unit
from embeddings.onnx_files import GRAPH, TOKENIZER, Export
from embeddings.spans import behind, pooled, token_starts

Ids = np.ndarray[tuple[int], np.dtype[np.int64]]

BATCH_TOKENS = 2048  # of a batch, padding included; larger ones were not faster and take more memory
CHUNK = 256  # texts tokenized at once: the tokenizer's own record of a text is many times its size
LOOKED_AT = 16  # characters for each token of the window, of what lies behind in a long text: a token has some five


class Graph(Protocol):
    """The exported graph, loaded. Any number of threads may run it at once, and `streams` of them gain by it.

    Batches of `batch_tokens`, padding included, are the quickest.
    """

    streams: int
    batch_tokens: int

    def run(self, given: Mapping[str, Any], *, last: bool) -> tuple[Vectors, Vectors]:
        """Of token ids and their mask, both (texts, longest): vectors of the texts, (texts, dim), and of their tokens.

        After the `last` of some batches, the memory that they took may be given back.
        """
        ...


@dataclass(frozen=True, slots=True)
class Window:
    """As much of text `row` as the model reads at once, from span `first` on: a vector comes of it for those before
    `end`. `ids` are its tokens, and `starts` where they begin in the text."""

    row: int
    first: int
    end: int
    ids: Ids
    starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """What is read together; `last` of what was tokenized together."""

    windows: Sequence[Window]
    last: bool


class OnnxEmbedder(Embedder):
    """Needs no lock: a graph and a tokenizer can be used by several threads at once.

    Passages are tokenized in the caller's thread and read in as many others as the graph has streams. Which of them
    reads a batch, and when, changes none of its bytes.

    A passage's vector may differ in the last bit or two (1e-7) with the passages it shares a batch with; equal calls
    give equal bytes. A query is always embedded alone, so its bytes depend on nothing else.
    """

    def __init__(self, folder: Path, export: Export, *, name: str, graph: Graph | None = None) -> None:
        """`graph` runs the folder's in another runtime; None: in ONNX Runtime."""
        self.name, self.dim = name, export.dim
        self._export = export
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(export.window)
        self._tokenizer.no_padding()
        self._graph = graph or Session(folder / GRAPH)
        self._crew = Crew(self._graph.streams)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        tokens = [row for start in range(0, len(texts), CHUNK) for row in self._tokens(texts[start : start + CHUNK])]
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        groups = list(self._groups([len(row) for row in tokens]))

        def read(rows: list[int]) -> None:
            vectors[rows] = self._vectors([tokens[row] for row in rows], last=rows is groups[-1])

        self._crew.do(read, groups)
        return vectors

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self.begin_spans(texts, spans).result()

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        wholes = np.zeros((len(texts), self.dim), dtype=np.float32)
        begins = np.cumsum([0, *map(len, spans)])
        parts = np.zeros((begins[-1], self.dim), dtype=np.float16)

        def read(batch: Batch) -> None:
            vectors, tokens = self._run([each.ids for each in batch.windows], last=batch.last)
            for each, whole, own in zip(batch.windows, unit(vectors), tokens, strict=True):
                if each.first == 0:
                    wholes[each.row] = whole
                at, covered = begins[each.row], spans[each.row][each.first : each.end]
                parts[at + each.first : at + each.end] = pooled(own[: len(each.starts)], each.starts, covered)

        def ended() -> tuple[Vectors, Halves]:
            job.end()
            return wholes, parts

        job = self._crew.begin(read, self._batches(texts, spans))
        return Reading(ended, job.cancel)

    def embed_query(self, text: str) -> Vectors:
        tokens = self._tokenizer.encode(self._export.query_prompt + text).ids
        vector: Vectors = self._vectors([np.array(tokens)])[0]
        return vector

    def _batches(self, texts: Sequence[str], spans: Sequence[Spans]) -> Iterator[Batch]:
        """A chunk is tokenized when the batches of the one before it have been handed out."""
        for start in range(0, len(texts), CHUNK):
            rows = range(start, min(start + CHUNK, len(texts)))
            windows = list(self._windows(rows, texts, spans))
            groups = list(self._groups([len(each.ids) for each in windows]))
            for group in groups:
                yield Batch([windows[place] for place in group], group is groups[-1])

    def _windows(self, rows: Iterable[int], texts: Sequence[str], spans: Sequence[Spans]) -> Iterator[Window]:
        """Each text from its start; what lies behind the model's window by itself, from its first span on, as often as
        it takes."""
        left = dict.fromkeys(rows, 0)
        while left:
            begins = [spans[row][first][0] if first else 0 for row, first in left.items()]
            encoded = self._begun([texts[row][begin:] for row, begin in zip(left, begins, strict=True)])
            ends = {}
            for (row, first), begin, each in zip(left.items(), begins, encoded, strict=True):
                own = token_starts(each, len(self._export.passage_prompt))
                starts = np.where(own < 0, own, own + begin)
                ends[row] = behind(starts, spans[row], first)
                yield Window(row, first, ends[row], _ids(each), starts)
            left = {row: end for row, end in ends.items() if end < len(spans[row])}

    def _groups(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        return batches(lengths, self._graph.batch_tokens)

    def _begun(self, texts: Sequence[str]) -> list[Encoding]:
        """As much of each text as the window takes. A tokenizer reads all that it is given: of a long text, which is
        read in many windows, it is given the beginning, and all of it only where that does not fill the window."""
        enough = LOOKED_AT * self._export.window
        encoded = self._encoded([text[:enough] for text in texts])
        for place, text in enumerate(texts):
            if len(text) > enough and not encoded[place].overflowing:
                encoded[place] = self._encoded([text])[0]
        return encoded

    def _encoded(self, texts: Sequence[str]) -> list[Encoding]:
        return self._tokenizer.encode_batch([self._export.passage_prompt + text for text in texts])

    def _tokens(self, texts: Sequence[str]) -> list[Ids]:
        return [_ids(each) for each in self._encoded(texts)]

    def _vectors(self, tokens: Sequence[Ids], *, last: bool = False) -> Vectors:
        vectors, _ = self._run(tokens, last=last)
        return unit(vectors)

    def _run(self, tokens: Sequence[Ids], *, last: bool = False) -> tuple[Vectors, Vectors]:
        """One batch: the texts' vectors, (texts, dim), and their tokens', (texts, longest, dim)."""
        lengths = np.array([len(row) for row in tokens])
        mask = np.arange(max(1, lengths.max())) < lengths[:, None]  # some tokenizers give an empty text no token
        ids = np.full(mask.shape, self._export.pad, dtype=np.int64)
        ids[mask] = np.concatenate(tokens)
        return self._graph.run({"input_ids": ids, "attention_mask": mask.astype(np.int64)}, last=last)


def _ids(encoded: Encoding) -> Ids:
    return np.array(encoded.ids, dtype=np.int64)


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Row numbers, longest rows first, so that those of a batch are nearly alike and need little padding.

    A batch has at most so many tokens, or one row.
    """
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    start = 0
    while start < len(order):
        end = start + max(1, most // max(1, lengths[order[start]]))
        yield order[start:end]
        start = end


class Session:
    """The graph in ONNX Runtime, which maps its weights and reads one batch with every core, or with so many."""

    streams = 1

    def __init__(self, graph: Path, threads: int | None = None, batch_tokens: int = BATCH_TOKENS) -> None:
        self.batch_tokens = batch_tokens
        self._session = _open_session(graph, threads or os.cpu_count() or 1)

    def run(self, given: Mapping[str, Any], *, last: bool) -> tuple[Vectors, Vectors]:
        """What is given back are 90 MiB, which queries have no use for."""
        vectors, each = self._session.run(None, given, _giving_back() if last else None)
        return vectors, each


def _giving_back() -> RunOptions:
    options = RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def _open_session(graph: Path, threads: int) -> InferenceSession:
    options = SessionOptions()
    # More callers than that share these threads, which the system keeps fair.
    options.intra_op_num_threads = threads
    # Threads that wait for work in a loop take the cores from the rest of the service.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
