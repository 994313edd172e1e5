"""Nothing is embedded twice, whoever asks, however large it grows, and however the last process ended."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from embeddings.cache import CHUNK, CachedEmbedder, CacheUnusable, VectorCache, open_cache

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]


def child(program: str, folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / program), str(folder)]
    return subprocess.Popen(command, env={"PYTHONPATH": str(PROJECT)}, stdout=subprocess.PIPE, text=True)


def test_only_what_is_missing_is_embedded(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    embedder.embed_passages(["one", "two"])
    embedder.embed_passages(["two", "three", "one", "four"])
    assert counting.calls == [["one", "two"], ["three", "four"]]


def test_rows_come_in_the_order_of_the_texts(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    embedder.embed_passages(["4444"])
    vectors = embedder.embed_passages(["1", "4444", "1", "333"])
    expected = np.array([[1, 1], [4, 0], [1, 1], [3, 2]]) / np.sqrt([[2], [16], [2], [13]])
    np.testing.assert_allclose(vectors, expected, atol=1e-7)
    assert (vectors.dtype, vectors.flags.c_contiguous) == (np.float32, True)


def test_a_text_given_twice_is_embedded_once(cache: VectorCache, counting: Any) -> None:
    CachedEmbedder(counting, cache).embed_passages(["same", "same"])
    assert counting.calls == [["same"]]


def test_no_texts_no_rows(cache: VectorCache, counting: Any) -> None:
    assert CachedEmbedder(counting, cache).embed_passages([]).shape == (0, 2)


def test_the_first_vector_of_a_text_is_the_one_it_keeps(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    first = embedder.embed_passages(["a", "b"])
    assert embedder.embed_passages(["b", "a"]).tobytes() == first[::-1].tobytes()


def test_who_comes_second_takes_what_the_first_kept(cache: VectorCache) -> None:
    assert cache.keep({b"key": b"first"}) == [b"first"]
    assert cache.keep({b"key": b"second", b"other": b"third"}) == [b"first", b"third"]


def test_a_query_is_neither_taken_from_passages_nor_kept(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    embedder.embed_passages(["text"])
    embedder.embed_query("text")
    embedder.embed_query("text")
    assert counting.calls == [["text"], ["text"], ["text"]]


def test_models_do_not_share_vectors(cache: VectorCache, counting: Any) -> None:
    CachedEmbedder(counting, cache).embed_passages(["text"])
    counting.name = "another"
    CachedEmbedder(counting, cache).embed_passages(["text"])
    assert counting.calls == [["text"], ["text"]]


def test_it_is_called_what_its_embedder_is_called(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    assert (embedder.name, embedder.dim) == ("counting", 2)


def test_texts_go_in_chunks_and_progress_counts_them(cache: VectorCache, counting: Any) -> None:
    heard: list[tuple[int, int]] = []
    embedder = CachedEmbedder(counting, cache, progress=lambda done, total: heard.append((done, total)))
    embedder.embed_passages([str(i) for i in range(2 * CHUNK + 10)])
    assert [len(call) for call in counting.calls] == [CHUNK, CHUNK, 10]
    assert heard == [(512, 1034), (1024, 1034), (1034, 1034)]


def test_vectors_outlive_the_cache_that_kept_them(tmp_path: Path, counting: Any) -> None:
    for _ in range(2):
        cache = open_cache(tmp_path)
        CachedEmbedder(counting, cache).embed_passages(["text"])
        cache.close()
    assert counting.calls == [["text"]]


def test_it_grows_when_it_is_full(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, size=1 << 16)
    entries = {i.to_bytes(4, "big"): bytes([i % 256]) * 1000 for i in range(1000)}
    assert cache.keep(entries) == list(entries.values())
    assert cache.held(list(entries)) == list(entries.values())
    cache.close()


def test_another_process_may_make_it_grow(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, size=1 << 16)
    cache.keep({b"mine": b"1"})
    with child("growing_child.py", tmp_path) as process:
        assert process.communicate()[0] == "kept\n"
    assert cache.held([b"mine", b"theirs 999"]) == [b"1", bytes(1000)]
    assert cache.keep({b"more": b"2"}) == [b"2"]
    cache.close()


def test_what_was_kept_survives_kill_9(tmp_path: Path, counting: Any) -> None:
    with child("endless_child.py", tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "second chunk\n"
        process.kill()
    assert process.returncode == -9
    cache = open_cache(tmp_path)
    CachedEmbedder(counting, cache).embed_passages([str(i) for i in range(2 * CHUNK)])
    assert counting.calls == [[str(i) for i in range(CHUNK, 2 * CHUNK)]]
    cache.close()


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(
        CacheUnusable, match=r"expected a folder for the vector cache that can be written, found .*file"
    ):
        open_cache(tmp_path / "file")


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.mdb").write_bytes(b"not a cache" * 1000)
    with pytest.raises(CacheUnusable, match="choose another data folder"):
        open_cache(tmp_path)


def test_one_process_opens_a_folder_once(cache: VectorCache, tmp_path: Path) -> None:
    with pytest.raises(CacheUnusable, match="already open in this process"):
        open_cache(tmp_path / "vectors")
