"""The lexical leg gives the scores of BM25 as written down, for every paper, from disk."""

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.values import Paper
from index.text.tokens import query_stems
from index.version import IndexVersion
from index.words.lexical import Lexical
from index.words.write_lexical import field_stems, write_lexical

K1, B = 1.2, 0.75
WORDS = st.lists(
    st.sampled_from(["the", "fine-tuning", "tuned", "GPT-4", "cat", "cats", "1.3B", "dog"]), max_size=8
).map(" ".join)


def bm25(papers: list[Paper], query: str) -> list[float]:
    held = [field_stems(paper) for paper in papers]
    mean = sum(map(len, held)) / len(held)
    scores = []
    for own in held:
        counts, score = Counter(own), 0.0
        for word in query_stems(query):
            having = sum(word in other for other in held)
            idf = math.log(1 + (len(held) - having + 0.5) / (having + 0.5))
            score += idf * counts[word] / (counts[word] + K1 * (1 - B + B * len(own) / mean)) if counts[word] else 0.0
        scores.append(score)
    return scores


def lexical_of(folder: Path, papers: list[Paper]) -> Lexical:
    write_lexical(folder, papers)
    return Lexical([folder])


@settings(max_examples=60)
@given(texts=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8), query=WORDS)
def test_scores_are_those_of_bm25(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, str]], query: str
) -> None:
    papers = [Paper(f"local:{n}", title, abstract, tldr) for n, (title, abstract, tldr) in enumerate(texts)]
    lexical = lexical_of(tmp_path_factory.mktemp("words"), papers)
    want = bm25(papers, query) if any(field_stems(paper) for paper in papers) else [0.0] * len(papers)
    np.testing.assert_allclose(lexical.scores(query), want, atol=1e-5)
    assert max(want) <= lexical.bound(query_stems(query)) + 1e-9


def test_the_parts_of_a_score_add_up_to_it(version: IndexVersion) -> None:
    asked = query_stems("student student image")
    (parts,) = version.lexical.parts(asked, np.array([7], dtype=np.int32))
    assert list(parts) == ["imag", "student"]
    assert sum(parts.values()) == pytest.approx(float(version.lexical.weigh(asked)[7]), abs=1e-5)


def test_coverage_is_the_share_of_telling_weight_held(version: IndexVersion) -> None:
    image, student = version.lexical.idf("imag"), version.lexical.idf("student")
    covered = version.lexical.coverage("the image of students", np.arange(9, dtype=np.int32))
    assert covered[7] == 1
    assert covered[1] == pytest.approx(student / (image + student), abs=1e-6)
    assert covered[8] == 0


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("Phi-4", [5]),
        ("phi4", [5]),
        ("finetuning", [1]),
        ("fine tuning", [1]),
        ("RLHF", [8]),
        ("1.3B", [8]),
        ("distil", [1, 2]),
        ("unheard-of", []),
        ("", []),
    ],
)
def test_a_query_finds_these_rows(version: IndexVersion, query: str, rows: list[int]) -> None:
    assert np.flatnonzero(version.lexical.scores(query)).tolist() == rows


def test_stop_words_cover_nothing(version: IndexVersion) -> None:
    assert version.lexical.coverage("the of", np.arange(9, dtype=np.int32)).tolist() == [0.0] * 9


def test_no_papers_and_papers_without_words_score_nothing(tmp_path: Path) -> None:
    assert lexical_of(tmp_path / "none", []).scores("cat").tolist() == []
    assert lexical_of(tmp_path / "mute", [Paper("local:a", "\u2026")]).scores("cat").tolist() == [0.0]


def test_what_one_stem_adds_to_one_row_is_its_share_of_the_whole_leg(version: IndexVersion) -> None:
    lexical = version.lexical
    for word in ("student", "search", "zebra"):
        want = lexical.weigh([word]).tolist()
        parts = lexical.parts([word], np.arange(lexical.n, dtype=np.int32)[::-1])
        assert [part[word] for part in parts] == want[::-1]


def test_what_the_words_of_a_part_tell_is_what_each_of_them_tells(version: IndexVersion) -> None:
    lexical = version.lexical
    ((numbers, places),) = lexical.places(("imag", "unheard", "student"))
    assert (sorted(places.tolist()), numbers.tolist()) == ([0, 2], sorted(numbers.tolist()))
    told = lexical.idfs(0, numbers)
    assert told.tolist() == [lexical.idf(("imag", "unheard", "student")[place]) for place in places.tolist()]
