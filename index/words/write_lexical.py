"""Writes the lexical leg: the words of papers, titles, authors and citing sentences, and how words are spelt."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from corpus.values import Citation, Paper
from index.text.tokens import chunk_forms, spelt, stems
from index.words.contexts import NUMBERS
from index.words.lexical import AUTHORS, CONTEXTS, SPELLINGS, TITLES, Lexical
from index.words.postings import write_postings
from index.words.wordlist import write_words
from index.words.write_bm25 import write_bm25

# A title counted twice gained 0.002 of MRR@10 over once on SciTLDR's train half; thrice gained nothing more.
TITLE_WEIGHT = 2


def field_stems(paper: Paper) -> list[str]:
    """Every stem of a paper's own words, those of the title as often as they weigh."""
    return TITLE_WEIGHT * stems(paper.title) + stems(paper.tldr or "") + stems(paper.abstract or "")


def write_lexical(
    folder: Path, papers: Iterable[Paper], citations: Iterable[Citation] = (), below: Lexical | None = None
) -> None:
    """Writes the leg for papers in row order and citations in theirs; the folder is made when missing.

    `below` is the leg that this one is laid upon: a length means the same in both.
    """
    titles: list[set[str]] = []
    authors: list[set[str]] = []
    chunks: set[str] = set()

    def documents() -> Iterator[list[str]]:
        for paper in papers:
            titles.append(set(stems(paper.title)))
            authors.append({form for name in paper.authors for chunk in name.split() for form in chunk_forms(chunk)})
            for text in (paper.title, paper.tldr, paper.abstract):
                chunks.update((text or "").split())
            yield field_stems(paper)

    write_bm25(folder, documents(), None if below is None else below.mean_length)
    write_postings(folder, TITLES, titles)
    write_postings(folder, AUTHORS, authors)
    write_words(folder, SPELLINGS, sorted({word for chunk in chunks for word in spelt(chunk)}))
    _write_contexts(folder / CONTEXTS, citations, None if below is None else below.contexts.mean_length)


def _write_contexts(folder: Path, citations: Iterable[Citation], mean_length: float | None) -> None:
    """The citing sentences of those citations that have any, numbered from 0 in the order of all."""
    numbers: list[int] = []

    def documents() -> Iterator[list[str]]:
        for number, citation in enumerate(citations):
            if citation.contexts:
                numbers.append(number)
                yield [stem for sentence in citation.contexts for stem in stems(sentence.text)]

    write_bm25(folder, documents(), mean_length)
    np.save(folder / NUMBERS, np.array(numbers, dtype=np.int32))
