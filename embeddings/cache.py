"""Keeps every vector once computed on disk, by model and text, so that nothing is embedded twice."""

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import lmdb
import numpy as np

from embeddings.embedder import Embedder, Halves, Precision, Reading, Spans, Vectors

CHUNK = 512
FIRST_SIZE = 64 << 20

Progress = Callable[[int, int], None]
Asked = dict[bytes, tuple[str, Spans]]  # texts and their spans, by their keys


class CacheUnusable(OSError):
    """The folder of the vector cache cannot be read and written."""


class VectorCache:
    """Bytes by key, several threads and processes at once; what was kept survives the end of the process.

    One process opens a folder once at a time.
    """

    def __init__(self, folder: Path, *, size: int = FIRST_SIZE) -> None:
        """`size` is the room in bytes to begin with; it doubles whenever it is used up."""
        self._folder = folder
        self._lock = threading.Lock()  # LMDB resizes its map only while no transaction is under way
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._env = lmdb.open(str(folder), map_size=size, metasync=False)
        except (OSError, lmdb.Error) as error:
            raise self._unusable(error) from error

    def held(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """What is kept under each key, in their order."""
        with self._lock, self._begin(write=False) as reading:
            return [None if (value := reading.get(key)) is None else bytes(value) for key in keys]

    def keep(self, entries: Mapping[bytes, bytes]) -> list[bytes]:
        """Adds these in one transaction and answers what is kept now: what came first under a key stays."""
        with self._lock:
            while (kept := self._added(entries)) is None:
                self._env.set_mapsize(2 * self._env.info()["map_size"])
            return kept

    def close(self) -> None:
        self._env.close()

    def _added(self, entries: Mapping[bytes, bytes]) -> list[bytes] | None:
        """None where there is no room for all of them, and none was added."""
        try:
            with self._begin(write=True) as writing:
                for key, value in entries.items():
                    writing.put(key, value, overwrite=False)
                return [bytes(writing.get(key, value)) for key, value in entries.items()]
        except lmdb.MapFullError:
            return None
        except lmdb.Error as error:
            raise self._unusable(error) from error

    def _begin(self, *, write: bool) -> "lmdb.Transaction":
        try:
            return self._env.begin(write=write)
        except lmdb.MapResizedError:
            self._env.set_mapsize(0)  # another process made the map larger: take its size
            return self._env.begin(write=write)

    def _unusable(self, error: Exception) -> CacheUnusable:
        return CacheUnusable(
            f"expected a folder for the vector cache that can be written, found {self._folder} ({error}); "
            "make it writable, or choose another data folder"
        )


class Kept(Protocol):
    """Bytes by key."""

    def held(self, keys: Sequence[bytes]) -> list[bytes | None]: ...
    def keep(self, entries: Mapping[bytes, bytes]) -> list[bytes]: ...


class CachedEmbedder(Embedder):
    """An embedder that asks another one only for the texts never seen before, and keeps what it answers.

    Passages go in chunks, each kept before the next is begun, so that a run that is cut off goes on where it was.
    The first vector computed for a text is the one it has from then on. `progress` hears (done, total) of each call.
    What was computed in one `precision` is not used for another.
    """

    def __init__(
        self, embedder: Embedder, cache: Kept, *, progress: Progress | None = None, precision: Precision = "fp32"
    ) -> None:
        self.name, self.dim, self.reads = embedder.name, embedder.dim, embedder.reads
        self._computed = embedder.name if precision == "fp32" else f"{embedder.name} {precision}"
        self._embedder, self._cache, self._progress = embedder, cache, progress
        self._under_way: set[bytes] = set()  # the keys of texts that are being read

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for start in range(0, len(texts), CHUNK):
            chunk = texts[start : start + CHUNK]
            vectors[start : start + len(chunk)] = self._chunk(chunk)
            if self._progress is not None:
                self._progress(start + len(chunk), len(texts))
        return vectors

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        chunks = [slice(at, at + CHUNK) for at in range(0, max(len(texts), 1), CHUNK)]
        found = [self.begin_spans(texts[chunk], spans[chunk]).result() for chunk in chunks]
        wholes, parts = zip(*found, strict=True)
        return np.concatenate(wholes), np.concatenate(parts)

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        """What is read is kept when it ends. A text that is under way already is not begun a second time."""
        keys = [self._key("every span", f"{list(own)}\0{text}") for text, own in zip(texts, spans, strict=True)]
        asked = dict(zip(keys, zip(texts, spans, strict=True), strict=True))
        held = self._held(asked)
        missing = {key: each for key, each in asked.items() if key not in held and key not in self._under_way}
        reading = self._begin(missing)
        self._under_way.update(missing)

        def ended() -> tuple[Vectors, Halves]:
            try:
                held.update(self._kept(missing, reading))
            finally:
                self._under_way.difference_update(missing)
            others = {key: each for key, each in asked.items() if key not in held}  # begun, and perhaps ended, before
            held.update(self._held(others))
            again = {key: each for key, each in others.items() if key not in held}
            held.update(self._kept(again, self._begin(again)))
            return self._joined([held[key] for key in keys])

        def cancel() -> None:
            self._under_way.difference_update(missing)
            reading.cancel()

        return Reading(ended, cancel)

    def load(self) -> None:
        self._embedder.load()

    def embed_query(self, text: str) -> Vectors:
        """Not kept: a query costs less than a write to disk."""
        return self._embedder.embed_query(text)

    def _chunk(self, texts: Sequence[str]) -> Vectors:
        keys = [self._key("passage", text) for text in texts]
        values = dict(zip(keys, self._cache.held(keys), strict=True))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if values[key] is None}
        if missing:
            computed = self._embedder.embed_passages(list(missing.values()))
            entries = {key: row.tobytes() for key, row in zip(missing, computed, strict=True)}
            values.update(zip(entries, self._cache.keep(entries), strict=True))
        return np.frombuffer(b"".join(values[key] or b"" for key in keys), dtype=np.float32).reshape(-1, self.dim)

    def _held(self, asked: Asked) -> dict[bytes, bytes]:
        found = zip(asked, self._cache.held(list(asked)), strict=True)
        return {key: value for key, value in found if value is not None}

    def _begin(self, asked: Asked) -> Reading:
        """A model that nothing is asked of is not loaded."""
        if not asked:
            return Reading(lambda: self._joined([]))
        texts, spans = zip(*asked.values(), strict=True)
        return self._embedder.begin_spans(texts, spans)

    def _kept(self, asked: Asked, reading: Reading) -> dict[bytes, bytes]:
        """Waits for the reading of what was asked, keeps it, and answers what is kept now."""
        wholes, parts = reading.result()
        ends = np.cumsum([len(spans) for _, spans in asked.values()])
        own = np.split(parts, ends[:-1]) if asked else []
        entries = {key: one.tobytes() + few.tobytes() for key, one, few in zip(asked, wholes, own, strict=True)}
        return dict(zip(entries, self._cache.keep(entries), strict=True)) if entries else {}

    def _joined(self, values: Sequence[bytes]) -> tuple[Vectors, Halves]:
        wide = 4 * self.dim  # the bytes of the whole text's vector, after which its spans' follow
        wholes = np.frombuffer(b"".join([value[:wide] for value in values]), dtype=np.float32)
        parts = np.frombuffer(b"".join([value[wide:] for value in values]), dtype=np.float16)
        return wholes.reshape(-1, self.dim), parts.reshape(-1, self.dim)

    def _key(self, kind: str, text: str) -> bytes:
        return hashlib.sha256(f"{self._computed}\0{kind}\0{text}".encode()).digest()


def open_cache(folder: Path) -> VectorCache:
    return VectorCache(folder)
