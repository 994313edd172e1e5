"""A part of a text is read within the whole of it, alike in both runtimes, and nothing is read twice."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from embeddings.cache import CachedEmbedder, VectorCache
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import behind, each_alone, every_span, pooled

TEXT = "Distilling step-by-step. We train small students. They outperform their teacher by 3.5 points."
SPANS = ((0, 24), (25, 49), (50, 94))


def test_a_span_is_the_unit_mean_of_the_tokens_that_begin_in_it() -> None:
    tokens = np.array([[9, 9], [1, 0], [0, 1], [0, 3], [9, 9]], dtype=np.float32)
    found = pooled(tokens, np.array([-1, 0, 4, 9, -1]), [(0, 8), (8, 12), (12, 20)])
    np.testing.assert_allclose(found, [[0.5**0.5, 0.5**0.5], [0, 1], [0, 0]], atol=1e-3)


def test_both_runtimes_give_the_same_parts(exported: Embedder, original: Embedder) -> None:
    texts, spans = [TEXT, "", "中文摘要 and 🦉 more"], [SPANS, (), ((0, 4), (5, 14))]
    (wholes, parts), (other_wholes, other_parts) = (one.embed_spans(texts, spans) for one in (exported, original))
    assert (wholes.shape, parts.shape, parts.dtype) == ((3, 384), (5, 384), np.float16)
    np.testing.assert_allclose(wholes, other_wholes, atol=1e-5)
    np.testing.assert_allclose(parts.astype(float), other_parts.astype(float), atol=1e-3)


def test_the_whole_is_the_passage_and_a_part_is_coloured_by_it(minilm: Embedder) -> None:
    wholes, parts = minilm.embed_spans([TEXT], [SPANS])
    np.testing.assert_allclose(wholes, minilm.embed_passages([TEXT]), atol=1e-5)
    alone = minilm.embed_passages([TEXT[start:end] for start, end in SPANS])
    whole, within = wholes[0].astype(float), parts.astype(float)
    assert np.all(within @ whole > alone.astype(float) @ whole)
    np.testing.assert_allclose(np.linalg.norm(within, axis=1), 1, atol=1e-2)


def test_what_lies_behind_the_models_window_is_read_by_both_runtimes(exported: Embedder, original: Embedder) -> None:
    texts, spans = ["learning " * 3000, TEXT], [((0, 100), (9_000, 9_100), (20_007, 20_107)), SPANS]
    (wholes, parts), (other_wholes, other_parts) = (one.embed_spans(texts, spans) for one in (exported, original))
    assert parts.any(axis=1).all()
    np.testing.assert_allclose(wholes, other_wholes, atol=1e-5)
    np.testing.assert_allclose(parts.astype(float), other_parts.astype(float), atol=1e-3)
    _, rest = exported.embed_spans([texts[0][20_007:]], [((0, 100),)])
    np.testing.assert_allclose(parts[2].astype(float), rest[0].astype(float), atol=1e-3)


def test_a_span_in_which_no_token_begins_is_left() -> None:
    starts = np.array([-1, 0, 4, 9, -1])
    assert behind(starts, [(0, 4), (4, 9), (9, 12), (12, 20)], 0) == 3
    assert behind(starts, [(0, 4), (5, 8), (9, 12)], 1) == 3
    assert behind(starts, [(0, 4), (12, 20)], 1) == 2
    assert behind(starts, [], 0) == 0


def test_spans_that_were_read_are_kept(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    first = embedder.embed_spans(["abcd", "", "xy"], [((0, 2), (2, 4)), (), ((0, 2),)])
    calls = len(counting.calls)
    again = embedder.embed_spans(["xy", "abcd"], [((0, 2),), ((0, 2), (2, 4))])
    assert len(counting.calls) == calls
    np.testing.assert_array_equal(again[0], first[0][[2, 0]])
    np.testing.assert_array_equal(again[1], first[1][[2, 0, 1]])
    embedder.embed_spans(["abcd"], [((0, 4),)])
    assert counting.calls[calls:] == [["abcd"], ["abcd"]]


def test_a_text_under_way_is_not_read_again(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    first = embedder.begin_spans(["abcd", "xy"], [((0, 2),), ()])
    second = embedder.begin_spans(["xy", "new", "new"], [(), ((0, 3),), ((0, 3),)])
    one, other = first.result(), second.result()
    assert counting.calls == [["abcd", "xy"], ["ab"], ["new"], ["new"]]
    np.testing.assert_array_equal(other[0][0], one[0][1])
    np.testing.assert_array_equal(other[0][1], other[0][2])
    assert other[1].shape == (2, 2)


def test_what_was_under_way_and_left_is_read_by_who_needs_it(cache: VectorCache, counting: Any) -> None:
    embedder = CachedEmbedder(counting, cache)
    first = embedder.begin_spans(["xy"], [()])
    second = embedder.begin_spans(["xy"], [()])
    first.cancel()
    assert second.result()[0].shape == (1, 2)
    assert counting.calls[0] == ["xy"]
    embedder.embed_spans(["xy"], [()])
    assert [call for call in counting.calls if call] == [["xy"]]


def test_what_fails_is_not_under_way_any_more(cache: VectorCache, counting: Any) -> None:
    class Broken(Windowed):
        def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
            raise OSError("the model is gone")

    broken = CachedEmbedder(Broken(), cache)
    for _ in range(2):
        with pytest.raises(OSError, match="the model is gone"):
            broken.embed_spans(["xy"], [()])


@pytest.mark.parametrize("texts", [[], ["ab"]])
def test_texts_without_spans_have_no_parts(counting: Any, cache: VectorCache, texts: list[str]) -> None:
    wholes, parts = CachedEmbedder(counting, cache).embed_spans(texts, [()] * len(texts))
    assert (wholes.shape, parts.shape) == ((len(texts), 2), (0, 2))


def test_a_runtime_that_cannot_place_tokens_reads_every_span_alone(counting: Any) -> None:
    _, parts = each_alone(counting, ["abcde"], [((0, 2), (2, 5))])
    assert counting.calls == [["abcde"], ["ab", "cde"]]
    assert parts.shape == (2, 2)


class Windowed(Embedder):
    """Reads the first ten characters of a text: a span has a vector where it begins in them, its length and a one."""

    name, dim = "windowed", 2

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        read = [[end - start, 1] if start < 10 else [0, 0] for own in spans for start, end in own]
        parts = np.array(read, dtype=np.float16).reshape(-1, 2)
        return self.embed_passages(texts), parts

    def embed_query(self, text: str) -> Vectors:
        vector: Vectors = self.embed_passages([text])[0]
        return vector


def test_what_lies_behind_the_window_is_read_as_well() -> None:
    texts, spans = ["a" * 30, "b" * 5, ""], [((0, 8), (9, 12), (12, 20), (21, 30)), ((0, 5),), ()]
    wholes, parts = every_span(Windowed().embed_spans, texts, spans)
    assert wholes.tolist() == [[30, 1], [5, 1], [0, 1]]
    assert parts.tolist() == [[8, 1], [3, 1], [8, 1], [9, 1], [5, 1]]


def test_a_text_of_which_a_model_makes_nothing_keeps_zeros() -> None:
    class Blind(Windowed):
        def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
            return self.embed_passages(texts), np.zeros((sum(map(len, spans)), 2), dtype=np.float16)

    assert every_span(Blind().embed_spans, ["abc def"], [((0, 3), (4, 7))])[1].tolist() == [[0, 0], [0, 0]]


def test_the_last_sentence_of_a_long_abstract_has_a_vector(minilm: Embedder) -> None:
    text = "Bees dance for flowers. " * 120 + "Smoke calms guards."
    spans = [(start, start + 23) for start in range(0, 2880, 24)] + [(2880, 2899)]
    _, parts = minilm.embed_spans([text], [spans])
    assert parts.any(axis=1).all()
