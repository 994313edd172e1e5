"""Names of topics: the noun phrases that most of a topic's papers use and few of the others do."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.values import Paper
from index.text.phrase_words import ACADEMIC
from index.text.phrases import Key, Phrasebook
from index.text.tokens import STOP_WORDS, Word, stem, words

OTHER = "other"
FOREIGN = "texts not in English"
TERMS = 2
IN_TITLE, IN_TLDR, IN_ABSTRACT = 1.0, 0.7, 0.5  # what a phrase counts in a paper, by where it stands
LEAST = (0.3, 0.12, 0.12)  # the share of the topic's papers, so weighed, that use one, two or three words at least
SHARES = (1.0, 0.6, 0.3)  # so much of these is enough where nothing used by more names the topic
OWN = 0.12  # of its own use: what the others use no more often is the topic's; twice of it where many use it
SHARED = 0.45  # a phrase that the other topics use so much as often names none, unless there is nothing else
LONGER = (0.5, 2.0, 2.2)  # what one, two or three words are worth: longer names say more
PART_OF = 0.5  # a phrase gives way to a longer one that this share of its papers use
SECOND = 0.35  # a second term must be worth this share of the first
RARE = 0.05  # added to both shares that are compared, so that one paper's word does not tell

TELLING = 25  # words from which it can be told whether a text is English
ENGLISH = 0.2  # of its words that stand between others; Spanish or Portuguese has some of the same letters

# A year, alone or within a word, and a short name with a year behind it: of a meeting or a contest, as "ACL 2012" is.
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
EVENT = re.compile(r"(?<![^\W_])([A-Za-z]{1,9}[A-Z]{1,9}[a-z]{0,9})[ -]?(?:19|20)\d\d(?!\d)")


Field = tuple[float, str, list[Word]]  # what a phrase counts in it, its text, and the words of that


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase with what it is worth as the name of one topic."""

    key: Key
    worth: float


@dataclass(frozen=True, slots=True)
class Usage:
    """How much the papers of each topic use each phrase, all together, and how many papers these are."""

    held: Sequence[Counter[Key]]
    sizes: Sequence[int]

    def shares(self, key: Key, code: int) -> tuple[float, float]:
        """What the phrase counts in a paper of the topic and in one of the others, on average."""
        weight, size = self.held[code][key], self.sizes[code]
        others = max(sum(self.sizes) - size, 1)
        return weight / size, (sum(other[key] for other in self.held) - weight) / others


def name_topics(papers: Sequence[Paper], codes: NDArray[np.integer]) -> list[str]:
    """A label for each code, in the papers' own spelling; `OTHER` for each that nothing names."""
    book = Phrasebook()
    events = _events(papers)
    read = [_read(paper) for paper in papers]
    foreign = np.array([not _english(fields) for fields in read])
    used = [{} if strange else _used(book, fields) for fields, strange in zip(read, foreign, strict=True)]
    used = [_meant(book, {key: weights[key] for key in weights if not _dated(key, events)}) for weights in used]
    count = int(codes.max()) + 1
    held = [_held([weights for weights, own in zip(used, codes, strict=True) if own == code]) for code in range(count)]
    usage = Usage(held, np.bincount(codes, minlength=count).tolist())
    labels: list[str] = []
    taken: set[Key] = set()
    for code in range(count):
        if 2 * np.count_nonzero(foreign[codes == code]) > usage.sizes[code]:
            labels.append(FOREIGN)
            continue
        chosen = next(filter(None, (_chosen(terms, taken) for terms in _candidates(book, usage, code))), [])
        taken.update(chosen)
        labels.append(", ".join(book.spelling(key) for key in chosen) or OTHER)
    return labels


def _read(paper: Paper) -> list[Field]:
    """Its abstract, TL;DR and title, in which a phrase counts most."""
    fields = ((IN_ABSTRACT, paper.abstract), (IN_TLDR, paper.tldr), (IN_TITLE, paper.title))
    return [(weight, text, words(text)) for weight, text in fields if text]


def _used(book: Phrasebook, fields: Sequence[Field]) -> dict[Key, float]:
    """What each phrase counts in a paper."""
    weights: dict[Key, float] = {}
    for weight, text, found in fields:
        weights |= dict.fromkeys(book.add(text, found), weight)
    return weights


def _english(fields: Sequence[Field]) -> bool:
    """Whether a text is long enough to tell, and has the words between others that English has, or is too short."""
    said = [word.forms[0] for _, _, found in fields for word in found]
    return len(said) < TELLING or sum(word in STOP_WORDS for word in said) >= ENGLISH * len(said)


def _events(papers: Sequence[Paper]) -> frozenset[str]:
    """The stems of names that stand before a year."""
    texts = [text for paper in papers for text in (paper.title, paper.tldr, paper.abstract) if text]
    return frozenset(stem(found[1].lower()) for text in texts for found in EVENT.finditer(text))


def _dated(key: Key, events: frozenset[str]) -> bool:
    return any(word in events or YEAR.search(word) for word in key)


def _meant(book: Phrasebook, weights: dict[Key, float]) -> dict[Key, float]:
    """The same with acronyms counted as what they stand for."""
    meant: dict[Key, float] = {}
    for key, weight in weights.items():
        meant[book.meant(key)] = max(weight, meant.get(book.meant(key), 0.0))
    return meant


def _held(inside: Sequence[dict[Key, float]]) -> Counter[Key]:
    held: Counter[Key] = Counter()
    for weights in inside:
        held.update(weights)
    return held


def _candidates(book: Phrasebook, usage: Usage, code: int) -> Iterator[list[Term]]:
    """The phrases that may name the topic, those used by many first, and those that the others use as well last."""
    for share in SHARES:
        yield [term for term in _ranked(book, usage, code, share) if not _shared(book, usage, term.key, code)]
    for share in SHARES:
        yield _ranked(book, usage, code, share)


def _ranked(book: Phrasebook, usage: Usage, code: int, share: float) -> list[Term]:
    """The topic's phrases that this share of the least is used, the most telling first."""
    held, size = usage.held[code], usage.sizes[code]
    terms = []
    for key, weight in held.items():
        length = min(len(key), len(LEAST)) - 1
        few = weight < share * LEAST[length] * size or (weight <= 1 and size > 1)
        if few or not book.names_something(key):
            continue
        inside, outside = usage.shares(key, code)
        telling = np.log((inside + RARE) / (outside + RARE)) if len(usage.held) > 1 else 1.0
        terms.append(Term(key, round(float(inside * telling * LONGER[length]), 6)))
    terms = sorted((term for term in terms if term.worth > 0), key=lambda term: (-term.worth, term.key))
    longer = _longer(held, terms)
    return [term for term in terms if longer.get(term.key, 0.0) < PART_OF * held[term.key]]


def _shared(book: Phrasebook, usage: Usage, key: Key, code: int) -> bool:
    """Whether the other topics use the phrase nearly as often, or it is made of words that they do, and not theirs
    hardly ever."""

    def common(said: Key) -> bool:
        inside, outside = usage.shares(said, code)
        return outside > SHARED * inside

    inside, outside = usage.shares(key, code)
    own = OWN if inside < LEAST[0] else 2 * OWN
    if outside <= own * inside:
        return False
    return common(key) or all(word in ACADEMIC or common(book.meant((word,))) for word in key)


def _longer(held: Counter[Key], terms: Sequence[Term]) -> dict[Key, float]:
    """Of each run of words within a longer name of the topic, what the most used of these names counts."""
    lengths = sorted({len(term.key) for term in terms})
    most: dict[Key, float] = {}
    for key in (term.key for term in terms):
        for part in _parts(key, lengths):
            most[part] = max(held[key], most.get(part, 0.0))
    return most


def _parts(key: Key, lengths: Sequence[int]) -> Iterator[Key]:
    """The runs of words of these lengths within a longer one."""
    for length in lengths[: bisect_left(lengths, len(key))]:
        yield from (key[start : start + length] for start in range(len(key) - length + 1))


def _chosen(terms: Sequence[Term], taken: set[Key]) -> list[Key]:
    """The best terms that no other topic has: the first of another head than theirs if it can be, though many names may
    end in "learning"; the second of another head and without a word of the first."""
    heads = {key[-1] for key in taken}
    free = [term for term in terms if term.key not in taken]
    apart = [term for term in free if term.key[-1] not in heads - ACADEMIC and term.worth >= SECOND * free[0].worth]
    chosen: list[Term] = []
    for term in apart or free[:1]:
        if chosen and (term.worth < SECOND * chosen[0].worth or term.key[-1] in heads):
            continue
        if not any(_alike(word, said) for other in chosen for said in other.key for word in term.key):
            chosen.append(term)
        if len(chosen) == TERMS:
            break
    return [term.key for term in chosen]


def _alike(word: str, other: str) -> bool:
    """Whether one stem begins the other, as in parser and parsing."""
    return word.startswith(other[:4]) and other.startswith(word[:4])
