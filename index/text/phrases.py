"""Texts in, phrases out: runs of telling words that may name something, how papers write them, and their acronyms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.remembered import remembered
from index.text.phrase_words import ACADEMIC, ARTICLES, BEFORE_VERBS, BREAKING, is_adverb
from index.text.tokens import LONGEST_CHUNK, POSSESSIVE, STOP_WORDS, Word, parts, stem, words

LONGEST = 3
AT_END = 0.5  # share of its uses in which a phrase must end a run of words: an adjective or a verb seldom does

PARTICIPLE = re.compile(r"[^e]ed$")
ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z-]{0,20}[A-Z]s?)\)")
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+)$")

Key = tuple[str, ...]


class Phrase(NamedTuple):
    """One use of a phrase: `key` are its stems, `text[start:end]` what was written; `last`: it ends a run of words.

    A tuple, since hundreds of papers have tens of thousands of them and it is made the quickest.
    """

    key: Key
    start: int
    end: int
    last: bool


@dataclass
class Phrasebook:
    """The phrases of many texts: how often each is used, how it is written where it ends its run, and what acronyms
    mean. Of a word of small letters `casing` has how it is written within sentences, use by use.
    """

    uses: Counter[Key] = field(default_factory=Counter)
    written: defaultdict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    casing: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    in_names: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    long_forms: dict[Key, Key] = field(default_factory=dict)
    shorts: dict[Key, str] = field(default_factory=dict)
    acronyms: defaultdict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, text: str, found: Sequence[Word]) -> frozenset[Key]:
        """Takes note of a text, in which these words were `found`, and returns its phrases. Where most words have
        capitals, these say nothing of a word, and little where the word beside it has one too."""
        capitals = [text[word.start].isupper() for word in found]
        if 2 * sum(capitals) <= len(found):
            for place, word in enumerate(found):
                if not _starts_sentence(text, word.start):
                    written = text[word.start : word.end]
                    beside = capitals[place] and any(
                        capitals[max(0, place - 1) : place] + capitals[place + 1 : place + 2]
                    )
                    (self.in_names if beside else self.casing)[written.lower()].append(written)
        every = list(phrases(text, found))
        keys = [phrase.key for phrase in every]
        self.uses.update(keys)
        for key, start, end, last in every:
            if last:
                self.written[key].append(text[start:end])
        for key, short in acronyms(text, found):
            self.acronyms[key][short] += 1
            self.long_forms[_short_key(short)] = key
            self.shorts[_short_key(short)] = short
        return frozenset(keys)

    def meant(self, key: Key) -> Key:
        """The long form where the key is an acronym, and no word that is mostly written small: "se" is no "SE"."""
        if key not in self.long_forms:
            return key
        written = self.casing.get(self.shorts[key].lower(), ())
        small = sum(said.islower() for said in written)
        return key if 2 * small > len(written) else self.long_forms[key]

    def names_something(self, key: Key) -> bool:
        """Whether the phrase may stand alone as a name."""
        if len(set(key)) < len(key) or (len(key) == 1 and len(key[0]) < 3):
            return False
        if key not in self.acronyms and all(word in ACADEMIC for word in key):
            return False
        ends = len(self.written.get(key, ()))
        return ends > 0 and ends >= AT_END * self.uses[key]

    def spelling(self, key: Key) -> str:
        """As most papers write it, with its acronym behind it where one is given."""
        spellings = Counter[str]()
        for written, count in Counter(self.written[key]).items():
            spellings[self._cased(written.split(" "))] += count
        plain = _most(spellings)
        return f"{plain} ({_most(self.acronyms[key])})" if key in self.acronyms else plain

    def _cased(self, written: Sequence[str]) -> str:
        """As the words are written within sentences; where one never is, a capital at its start is the title's. So is
        one that it has only beside other capitals, if any word of the phrase is written small."""
        plain = [_most(Counter(self.casing[said.lower()])) if said.lower() in self.casing else "" for said in written]
        part = not any(said.islower() for said in plain)
        return " ".join(
            said
            or (_most(Counter(self.in_names[own.lower()])) if part and own.lower() in self.in_names else _small(own))
            for said, own in zip(plain, written, strict=True)
        )


def _small(written: str) -> str:
    """Without the capitals of a title; what is written in capitals stays."""
    return re.sub(r"[^\W\d_]+", lambda part: part.group().lower() if part.group().istitle() else part.group(), written)


def phrases(text: str, found: Sequence[Word]) -> Iterator[Phrase]:
    """Every phrase of one to three words within a run; a verb by its neighbours is in none at that end."""
    for first, end in _runs(text, found):
        before = found[first - 1].forms[0] if first else ""
        after = found[end].forms[0] if end < len(found) else ""
        start = first + (before in BEFORE_VERBS)
        closed = not (after in ARTICLES and text[found[end - 1].end : found[end].start] == " ")
        run = found[start:end]
        stems = tuple([stem(word.forms[0]) for word in run])
        for right, word in enumerate(run, start=1):
            if PARTICIPLE.search(text[word.start : word.end].lower()):
                continue
            last = closed and right == len(run)
            for left in range(max(0, right - LONGEST), right):
                yield Phrase(stems[left:right], run[left].start, word.end, last)


def _runs(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """From where to where words stand side by side that could be parts of a name."""
    start, behind = 0, 0
    for place, (begin, end, forms) in enumerate(found):
        if _breaks(forms[0]) or _owns(text, begin, end):
            if place > start:
                yield start, place
            start = place + 1
        elif place > start and text[behind:begin] != " ":
            yield start, place
            start = place
        behind = end
    if len(found) > start:
        yield start, len(found)


@remembered(most=100_000, longest=LONGEST_CHUNK)
def _breaks(plain: str) -> bool:
    if plain in STOP_WORDS or plain.isdigit() or len(plain) < 2:
        return True
    return plain in BREAKING or is_adverb(plain)


def _owns(text: str, start: int, end: int) -> bool:
    return text[end - 1] in "sS" and POSSESSIVE.search(text[start:end]) is not None


def _starts_sentence(text: str, at: int) -> bool:
    """Most words stand behind a blank and a letter, which tells without a look at what else there may be."""
    if at > 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False
    return SENTENCE_START.search(text[max(0, at - 3) : at]) is not None


def acronyms(text: str, found: Sequence[Word]) -> Iterator[tuple[Key, str]]:
    """Long forms that the text gives an acronym right behind, as in "chain of thought (CoT)"."""
    for place, word in enumerate(found):
        given = ACRONYM.match(text, word.end)
        if given is None:
            continue
        letters = re.sub(r"s$|-", "", given.group(1)).lower()
        for first in range(place, max(-1, place - len(letters)), -1):
            said = [part for each in found[first : place + 1] for part in parts(each)]
            if "".join(part[0] for part in said) == letters:
                yield tuple(stem(each.forms[0]) for each in found[first : place + 1]), given.group(1)
                break


def _short_key(short: str) -> Key:
    return (stem(words(short)[0].forms[0]),)


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda said: (-counted[said], said))
