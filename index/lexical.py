"""The lexical leg: BM25 over stemmed words of title, TL;DR and abstract, kept on disk and memory-mapped."""

import json
import logging
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from corpus.values import Paper
from index.postings import Postings, open_postings, write_postings
from index.tokens import STOP_WORDS, parts, query_stems, stem, stems, words

Scores = NDArray[np.float32]
Rows = NDArray[np.int32]

# Chosen on SciTLDR's train half, TL;DR to own abstract: MRR@10 0.931 there, 0.932 on dev. Every k1 from 0.9 to 2 with
# every b from 0.4 to 0.9 stayed within 0.008 of it; a title counted twice gained 0.002 over once, thrice nothing more.
K1, B = 1.2, 0.75
TITLE_WEIGHT = 2

logging.getLogger("bm25s").setLevel(logging.WARNING)


def field_stems(paper: Paper) -> list[str]:
    """Every stem of a paper's own words, those of the title as often as they weigh."""
    return TITLE_WEIGHT * stems(paper.title) + stems(paper.tldr or "") + stems(paper.abstract or "")


def write_lexical(folder: Path, snapshot_papers: Iterable[Paper]) -> None:
    """Writes the leg for papers in row order; the folder is made when missing."""
    vocabulary: dict[str, int] = {}
    held: list[list[int]] = []
    titles: list[set[str]] = []
    authors: list[set[str]] = []
    for paper in snapshot_papers:
        held.append([vocabulary.setdefault(word, len(vocabulary)) for word in field_stems(paper)])
        titles.append(set(stems(paper.title)))
        authors.append({form for name in paper.authors for word in words(name) for form in word.forms})
    folder.mkdir(parents=True, exist_ok=True)
    if vocabulary:
        ranker = bm25s.BM25(method="lucene", k1=K1, b=B)
        ranker.index((held, vocabulary), create_empty_token=False, show_progress=False)
        ranker.save(folder, show_progress=False)
    write_postings(folder, "title", titles)
    write_postings(folder, "author", authors)
    (folder / "lexical.json").write_text(json.dumps({"papers": len(held), "words": len(vocabulary)}), encoding="utf-8")


def open_lexical(folder: Path) -> "Lexical":
    """The leg as written, its postings memory-mapped."""
    counts = json.loads((folder / "lexical.json").read_text(encoding="utf-8"))
    ranker = bm25s.BM25.load(folder, mmap=True, show_progress=False) if counts["words"] else None
    return Lexical(counts["papers"], ranker, open_postings(folder, "title"), open_postings(folder, "author"))


class Lexical:
    """Scores every paper for a query's words. A paper without any of them scores exactly 0."""

    def __init__(self, n: int, ranker: bm25s.BM25 | None, titles: Postings, authors: Postings) -> None:
        self.n = n
        self.titles = titles
        self.authors = authors
        self._vocabulary: dict[str, int] = ranker.vocab_dict if ranker else {}
        self._ranker = ranker

    def scores(self, query: str) -> Scores:
        """BM25 of every row for the query as plain words."""
        return self.weigh(query_stems(query))

    def weigh(self, asked: Sequence[str]) -> Scores:
        """BM25 of every row for these stems, each as often as it is asked."""
        known = [self._vocabulary[word] for word in asked if word in self._vocabulary]
        if self._ranker is None or not known:
            return np.zeros(self.n, dtype=np.float32)
        return np.asarray(self._ranker.get_scores_from_ids(known), dtype=np.float32)

    def bound(self, asked: Sequence[str]) -> float:
        """What no paper's score for these stems can reach: every one of them held, without end."""
        return sum(self.idf(word) for word in asked)

    def idf(self, word: str) -> float:
        """How much a stem tells, by how few papers hold it; one that none holds tells the most."""
        held = self.rows(word).size
        return math.log(1 + (self.n - held + 0.5) / (held + 0.5))

    def rows(self, word: str) -> Rows:
        """The papers that hold a stem, ascending."""
        number = self._vocabulary.get(word)
        if self._ranker is None or number is None:
            return np.empty(0, dtype=np.int32)
        start, end = self._ranker.scores["indptr"][number : number + 2]
        return np.asarray(self._ranker.scores["indices"][start:end], dtype=np.int32)

    def coverage(self, query: str) -> Scores:
        """For every row, the share of the query's telling weight that the paper holds, each word once.

        Words weigh by their idf, compounds by that of their parts; stop words tell nothing.
        """
        held, total = np.zeros(self.n, dtype=np.float64), 0.0
        for said in sorted({(word.forms[0], parts(word)) for word in words(query) if word.forms[0] not in STOP_WORDS}):
            total += self._word_held(*said, held)
        return (held / (total or 1.0)).astype(np.float32)

    def _word_held(self, whole: str, said: tuple[str, ...], held: NDArray[np.float64]) -> float:
        """Adds what each row holds of one word to `held`, and answers what there was to hold."""
        weights = {word: self.idf(word) for word in sorted({stem(part) for part in said if part not in STOP_WORDS})}
        total = sum(weights.values())
        closed = self.rows(stem(whole))
        before = held[closed]
        for word, weight in weights.items():
            held[self.rows(word)] += weight
        held[closed] = before + total
        return total

    def parts(self, asked: Sequence[str], row: int) -> dict[str, float]:
        """What each stem adds to one row's score; the parts add up to it."""
        return {word: float(self.weigh([word])[row]) * count for word, count in sorted(Counter(asked).items())}

    def vocabulary(self) -> Iterable[str]:
        """Every stem that some paper holds."""
        return self._vocabulary.keys()

    def stem(self, word: str) -> str:
        """The stem under which a folded word is held."""
        return stem(word)
