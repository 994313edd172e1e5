"""The lexical leg: BM25 over stemmed words of title, TL;DR and abstract; beside it, citing sentences and spellings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores
from index.text.tokens import STOP_WORDS, parts, query_stems, stem, words
from index.words.bm25 import NONE, Bm25, Documents, Places, summed
from index.words.contexts import Contexts
from index.words.postings import Postings
from index.words.spellings import read_spellings

LEXICAL = "lexical"
TITLES, AUTHORS, CONTEXTS, SPELLINGS = "title", "author", "contexts", "spellings"


@dataclass(frozen=True, slots=True)
class Told:
    """The documents of some rows' citing sentences, and beside each the place of its row among these."""

    among: NDArray[np.intp]
    documents: Rows


UNTOLD = Told(np.empty(0, dtype=np.intp), NONE)


class Lexical(Bm25):
    """The papers' own words as BM25 has them, by row, and what else was written of words."""

    def __init__(
        self, folders: Sequence[Path], citations: Sequence[int] = (0,), gone: Rows = NONE, gone_citations: Rows = NONE
    ) -> None:
        """The legs of some parts of an index, whose rows and citations count on from one to the next.

        `citations` are the numbers of the first citations of the parts; rows and citations that are gone ascend.
        """
        super().__init__(folders, gone)
        firsts = self._stack.starts[:-1]
        self.titles, self.authors = Postings(folders, TITLES, firsts), Postings(folders, AUTHORS, firsts)
        self.contexts = Contexts([folder / CONTEXTS for folder in folders], citations, gone_citations)
        # Every word of letters as some paper spells it, and every word of an author's name, folded, of each folder.
        self.spellings = [read_spellings(folder, SPELLINGS) for folder in folders]
        self.names = [read_spellings(folder, AUTHORS) for folder in folders]

    def scores(self, query: str) -> Scores:
        """BM25 of every row for the query as plain words."""
        return self.weigh(query_stems(query))

    def coverage(self, query: str, rows: Rows, told: Told = UNTOLD) -> Scores:
        """For each of these rows, the share of the query's telling weight that the paper holds, each word once.

        Citing sentences, of which `told` has those of the rows, count as its own text does. Words weigh by their idf,
        compounds by that of their parts; stop words tell nothing.
        """
        found, whole = list[tuple[Places, Scores, float]](), 0.0
        for said in sorted({(word.forms[0], parts(word)) for word in words(query) if word.forms[0] not in STOP_WORDS}):
            places, held, total = self._word_held(*said, rows, told)
            found.append((places, held, 1.0))
            whole += total
        return summed(found, len(rows)) / (whole or 1.0)

    def _word_held(self, whole: str, said: tuple[str, ...], rows: Rows, told: Told) -> tuple[Places, Scores, float]:
        """Where rows hold something of one word, how much each of these holds, and what there was to hold."""
        weights = {word: self.idf(word) for word in sorted({stem(part) for part in said if part not in STOP_WORDS})}
        total = sum(weights.values())
        if list(weights) == [stem(whole)]:
            places = self._holding(stem(whole), rows, told)
            return places, np.full(len(places), total), total
        apart = np.zeros(len(rows))
        for word, weight in weights.items():
            apart[self._holding(word, rows, told)] += weight
        apart[self._holding(stem(whole), rows, told)] = total
        places = np.flatnonzero(apart)
        return places, apart[places], total

    def _holding(self, word: str, rows: Rows, told: Told) -> Places:
        """The places in `rows` of those that hold a stem, in their own text or in what is `told`."""
        own = self.holders(word, rows)
        if not told.documents.size:
            return own
        cited = np.unique(told.among[self.contexts.holding(word, told.documents)])  # a paper may cite several hubs
        return np.unique(np.concatenate([own, cited])) if cited.size else own

    def parts(self, asked: Sequence[str], rows: Rows) -> list[dict[str, float]]:
        """For each of these rows, what each stem adds to its score; the parts add up to it."""
        counted = sorted(Counter(asked).items())
        added = [(self.weigh([word], rows) * count).tolist() for word, count in counted]
        return [{word: each[at] for (word, _), each in zip(counted, added, strict=True)} for at in range(len(rows))]

    def places(self, asked: Sequence[str]) -> list[tuple[Rows, Rows]]:
        """For each folder the stems by their numbers in its words, which ascend, and where in `asked` each stands."""
        return [_numbered(part, asked) for part in self._parts]


def _numbered(part: Documents, asked: Sequence[str]) -> tuple[Rows, Rows]:
    held = sorted((at, place) for place, word in enumerate(asked) if (at := part.number(word)) is not None)
    numbers, places = np.array(held, dtype=np.int32).reshape(-1, 2).T
    return numbers, places
