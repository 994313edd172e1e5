"""What only reading the text of papers near the cut tells: that a query stands there word for word, or that a number of
the query stands there beside something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from index.calibration import lowered
from index.ranking import Order, Ranking
from index.text.tokens import STOP_WORDS, folded, parts, stem, telling_stems, words
from index.version import IndexVersion
from index.words.lexical import Lexical

SENTENCE, TELLING = 8, 5  # words, and telling ones among them, that no two papers have in a row by accident
READ = 10  # of the best papers: one that says it word for word is nearly always the first
READ_FOR_NUMBERS = 300
VERBATIM = 0.95  # the chance of a paper that does
ALL = 1 - 1e-9  # of the query's telling weight: shares are sums of fractions
LONGEST_NUMBER = 3  # digits: a longer one is a year, or says by itself what it counts


def read_again(version: IndexVersion, ranking: Ranking, text: str) -> Ranking:
    """The ranking with the chances that reading gives; scores stay as they are."""
    chances = ranking.probability.copy()
    for number, beside, share in _numbers(version.lexical, text):
        places = _apart(version, ranking, number, beside)
        chances[places] = lowered(chances[places], share)
    verbatim = _verbatim(version, ranking, text)
    chances[verbatim] = np.maximum(chances[verbatim], VERBATIM)
    return replace(ranking, probability=chances)


def _numbers(lexical: Lexical, text: str) -> Iterator[tuple[str, re.Pattern[str], float]]:
    """Each short number of a query that has a telling word beside it, where it should stand in a text, and its share of
    the query's telling weight."""
    said = [part for word in words(text) for part in parts(word)]
    each = {(word.forms[0], parts(word)) for word in words(text) if word.forms[0] not in STOP_WORDS}
    told = [stem(part) for _, own in each for part in set(own) if part not in STOP_WORDS]
    whole = sum(map(lexical.idf, told))
    for number in sorted({part for part in said if part.isdecimal() and len(part) <= LONGEST_NUMBER}):
        sought = [*_beside(number, said)]
        if sought and whole:
            yield number, re.compile("|".join(sought)), told.count(number) * lexical.idf(number) / whole


def _beside(number: str, said: Sequence[str]) -> Iterator[str]:
    for before, after in pairwise(said):
        if after == number and _names(before):
            yield rf"\b{_inflected(before)}\W{{0,3}}{number}(?![.,]?\d|\w)"
        if before == number and _names(after):
            yield rf"(?<![\w.,]){number}\W{{0,3}}{_inflected(after)}"


def _names(word: str) -> bool:
    return word not in STOP_WORDS and not word.isdecimal()


def _inflected(word: str) -> str:
    return rf"(?:{re.escape(word)}|{re.escape(stem(word))})[^\W\d]*"


def _apart(version: IndexVersion, ranking: Ranking, number: str, beside: re.Pattern[str]) -> Order:
    """The relevant papers that hold the number and have it nowhere beside what it has in the query: of the best, since
    thousands may hold it."""
    relevant = np.sort(ranking.order(READ_FOR_NUMBERS, relevant_only=True))
    held = relevant[version.lexical.holders(number, ranking.rows[relevant])]
    return held[[not beside.search(_text(version, int(row))) for row in ranking.rows[held]]]


def _text(version: IndexVersion, row: int) -> str:
    """All that a paper says, its citing sentences too."""
    paper, citations = version.snapshot.paper(row), version.snapshot.citations_of(row)
    cited = (sentence.text for citation in citations for sentence in citation.contexts)
    return folded("\n".join((paper.title, paper.tldr or "", paper.abstract or "", *cited)))


def _verbatim(version: IndexVersion, ranking: Ranking, text: str) -> Order:
    """Those of the best papers below the cut that say all of the query in a row."""
    asked = _run(text)
    if len(asked.split()) < SENTENCE or len(telling_stems(text)) < TELLING:
        return np.empty(0, dtype=np.intp)
    best = ranking.order(READ)
    # To take a text apart into words is dear, and few have all of these anywhere.
    near = best[~ranking.relevant[best] & (ranking.coverage[best] > ALL)]
    return near[[asked in _run(_text(version, int(row))) for row in ranking.rows[near]]]


def _run(text: str) -> str:
    """A text's words in a row, with blanks around each."""
    return f" {' '.join(word.forms[0] for word in words(text))} "
