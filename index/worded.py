"""The words leg of a search: what a query's words say of papers, by their own words and by their citing sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import Rows, Scores
from index.fusion import CONTEXT_WEIGHT, lexical_part, rounded
from index.scope import Scope
from index.text.tokens import query_stems, telling_stems
from index.values import Mode
from index.version import IndexVersion
from index.words.lexical import UNTOLD, Told


@dataclass(frozen=True, slots=True)
class Worded:
    """Of some rows, side by side with them: `words` is BM25 of their own words and, weighed, of citing sentences,
    `told` these sentences' part, `coverage` the share of the query's telling weight that they hold.

    `asked` are the stems looked for, `part` what words add to a row's score, `telling` counts the telling words.
    """

    asked: tuple[str, ...]
    part: Scores
    words: Scores
    told: Scores
    coverage: Scores
    telling: int

    def holding(self, rows: Rows) -> tuple[Rows, "Worded"]:
        """Those of the rows that hold a word, and what is said of them."""
        held = self.words > 0
        part, words, told, coverage = (each[held] for each in (self.part, self.words, self.told, self.coverage))
        return rows[held], Worded(self.asked, part, words, told, coverage, self.telling)


def worded(version: IndexVersion, scope: Scope, rows: Rows, text: str, mode: Mode) -> Worded:
    """What the query's words say of these rows of the scope."""
    asked, lexical = tuple(query_stems(text)), version.lexical
    words, told, held = rounded(lexical.weigh(asked, rows)), np.zeros(rows.size), UNTOLD
    if scope.telling.size:
        held = told_of(version, scope, rows)
        told = rounded(context_weight(version, asked, mode) * context_matches(version, scope, rows, asked))
        words += told
    part = lexical_part(words / (lexical.bound(asked) or 1.0), mode)
    return Worded(asked, part, words, told, lexical.coverage(text, rows, held), len(telling_stems(text)))


def told_of(version: IndexVersion, scope: Scope, rows: Rows) -> Told:
    """The citing sentences of these rows of the scope, as documents of their own."""
    among, numbers = scope.told_by(rows)
    if not numbers.size:
        return UNTOLD
    return Told(among, version.lexical.contexts.documents(numbers))


def context_weight(version: IndexVersion, asked: Sequence[str], mode: Mode) -> float:
    """What citing sentences that hold all that was asked add to BM25 of a paper's own words."""
    return CONTEXT_WEIGHT[mode] * (version.lexical.bound(asked) or 1.0)


def context_matches(version: IndexVersion, scope: Scope, rows: Rows, asked: Sequence[str]) -> Scores:
    """How well the citing sentences of each of these rows match, in [0, 1]: those of its citation of the best hub."""
    matches, contexts = np.zeros(rows.size), version.lexical.contexts
    among, numbers = scope.told_by(rows)
    if numbers.size:
        np.maximum.at(matches, among, contexts.matched(asked, contexts.documents(numbers)))
    return matches
