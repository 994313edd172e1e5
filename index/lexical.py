"""The lexical leg: BM25 over stemmed words of title, TL;DR and abstract; beside it, citing sentences and spellings."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.values import Citation, Paper
from index.lexical_bm25 import Bm25, Scores, write_bm25
from index.lexical_contexts import Contexts, write_contexts
from index.postings import open_postings, write_postings
from index.tokens import STOP_WORDS, chunk_forms, parts, query_stems, spelt, stem, stems, words

# A title counted twice gained 0.002 of MRR@10 over once on SciTLDR's train half; thrice gained nothing more.
TITLE_WEIGHT = 2
CONTEXTS, SPELLINGS = "contexts", "spellings.json"


def field_stems(paper: Paper) -> list[str]:
    """Every stem of a paper's own words, those of the title as often as they weigh."""
    return TITLE_WEIGHT * stems(paper.title) + stems(paper.tldr or "") + stems(paper.abstract or "")


def write_lexical(folder: Path, snapshot_papers: Iterable[Paper], citations: Iterable[Citation] = ()) -> None:
    """Writes the leg for papers in row order and citations in theirs; the folder is made when missing."""
    titles: list[set[str]] = []
    authors: list[set[str]] = []
    chunks: set[str] = set()

    def documents() -> Iterator[list[str]]:
        for paper in snapshot_papers:
            titles.append(set(stems(paper.title)))
            authors.append({form for name in paper.authors for chunk in name.split() for form in chunk_forms(chunk)})
            for text in (paper.title, paper.tldr, paper.abstract):
                chunks.update((text or "").split())
            yield field_stems(paper)

    write_bm25(folder, documents())
    write_postings(folder, "title", titles)
    write_postings(folder, "author", authors)
    spellings = sorted({word for chunk in chunks for word in spelt(chunk)})
    (folder / SPELLINGS).write_text(json.dumps(spellings, ensure_ascii=False), encoding="utf-8")
    write_contexts(folder / CONTEXTS, citations)


def open_lexical(folder: Path) -> "Lexical":
    """The leg as written, its postings memory-mapped."""
    return Lexical(folder)


class Lexical(Bm25):
    """The papers' own words as BM25 has them, by row, and what else was written of words."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.titles, self.authors = open_postings(folder, "title"), open_postings(folder, "author")
        self.contexts = Contexts(folder / CONTEXTS)
        self._folder = folder

    def scores(self, query: str) -> Scores:
        """BM25 of every row for the query as plain words."""
        return self.weigh(query_stems(query))

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
        return {word: self.weight(word, row) * count for word, count in sorted(Counter(asked).items())}

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every word of letters as some paper spells it, folded, in order; read when first asked for."""
        return tuple(json.loads((self._folder / SPELLINGS).read_text(encoding="utf-8")))
