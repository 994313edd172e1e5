"""The names in a text: acronyms, words with a capital or a digit inside ("BERT-large", "SQuAD", "word2vec")."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from answers.text.acronyms import ACRONYMS, LABELS
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import JOINER, WORD, folded, forms, stem

# How a text holds a name: as written or in another spelling; as an acronym of its words or one that says nothing; not.
Held = Literal["said", "meant", "unsaid"]

# What follows a name and is part of it: BERT-large is not BERT-base.
_VARIANTS = "base large small tiny mini medium xl xxl lite pro plus turbo huge nano max"
VARIANTS = frozenset(_VARIANTS.split())
OPENS = re.compile(r"(?:^|[.!?:;]\s+|^[\"'“‘(\[]+)$")
LETTERS = re.compile(r"[^\W\d_]+")
BEGINNING = 4  # letters by which a plain word is known for one that goes on
NEAR = 40  # characters before a word in which a sentence may have opened with marks alone
BRACKETED = re.compile(r"\b(?P<first>[\w-]+)\s(?P<second>[\w-]+)\s\((?P<short>\w{2,6})\)")
TITLE_LIKE = 0.5  # share of capitals from which a sentence is written like a title
SHORTEST, LONGEST = 2, 6  # letters of an acronym that can be spelt out


def names_of(text: str) -> tuple[str, ...]:
    """The names as written, each once, in order; a plain word is no name for a capital that opens a sentence."""
    found = [
        match.group()
        for match in WORD.finditer(text)
        if distinct(match.group())
        or (_capital(match.group()) and not OPENS.search(text, max(0, match.start() - NEAR), match.start()))
    ]
    return tuple(dict.fromkeys(found))


def distinct(word: str) -> bool:
    """Looks like a name wherever it stands: two capitals, a capital inside, or letters with a digit."""
    return any(_distinct_part(part) for part in JOINER.split(word)) or (
        any(part.isdigit() for part in JOINER.split(word)) and any(_capital(part) for part in JOINER.split(word))
    )


def _distinct_part(part: str) -> bool:
    capitals = sum(char.isupper() for char in part)
    mixed = any(char.isdigit() for char in part) and any(char.isalpha() for char in part) and not part[0].isdigit()
    return capitals >= 2 or mixed or (capitals == 1 and not part[0].isupper())


def _capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and folded(word) not in FUNCTION_WORDS


def unstated_names(claim: str, quotes: str) -> tuple[str, ...]:
    """The names of the claim that the quotes hold neither as written, in other spelling, nor spelt out or shortened."""
    return tuple(name for name, how in held_names(claim, quotes).items() if how == "unsaid")


def held_names(claim: str, quotes: str) -> Mapping[str, Held]:
    """Each name of the claim, in order, and how the quotes hold it."""
    held = _held(quotes)
    initials = _initials(quotes)
    passed = _spelt_out(claim, held) | _mere_capitals(claim) | _given_in_brackets(claim, held)
    return {name: "said" if name in passed else _how(name, held, initials) for name in names_of(claim)}


def as_said(claim: str, names: Sequence[str]) -> tuple[str, ...]:
    """These names of a claim, those that follow each other in it joined: "Monte Carlo Tree" is one."""
    if not names:
        return ()
    one = f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
    return tuple(dict.fromkeys(match.group() for match in re.finditer(rf"(?<!\w){one}(?:\s+{one})*", claim)))


def _how(name: str, held: frozenset[str], initials: tuple[str, str]) -> Held:
    own = [part for part in JOINER.split(name) if part]
    short = name.removesuffix("s")
    if _known(name, held) or _known(short, held):
        return "said"
    if name.lower() in LABELS:
        return "meant"
    if len(own) == 1:
        spelt = _acronym_of(name, initials) or not ACRONYMS.get(short.lower(), frozenset()).isdisjoint(held)
        return "meant" if spelt or _begun(name, held) else "unsaid"
    if own[-1].lower() in VARIANTS or own[-1].isdigit():
        return "unsaid"
    parts = {_how(part, held, initials) for part in own if _distinct_part(part) or _capital(part)}
    return "unsaid" if "unsaid" in parts else "meant" if "meant" in parts else "said"


def _known(name: str, held: frozenset[str]) -> bool:
    return any(form in held for form in _whole_forms(name))


def _whole_forms(name: str) -> tuple[str, str]:
    whole = forms(name)[0] if WORD.fullmatch(name) else folded(name)
    return whole, stem(whole)


@lru_cache(maxsize=2_000)
def _held(text: str) -> frozenset[str]:
    """Every form and stem of every word, and neighbouring words closed up: "Res Net" meets "ResNet"."""
    words = [match.group() for match in WORD.finditer(text)]
    single = [form for word in words for form in forms(word)]
    closed = [forms(first)[0] + forms(second)[0] for first, second in pairwise(words)]
    return frozenset([*single, *map(stem, single), *closed])


@lru_cache(maxsize=2_000)
def _initials(text: str) -> tuple[str, str]:
    """The first letters of the words as said, without function words and with them: "degrees of freedom" is DOF."""
    words = [folded(part) for match in WORD.finditer(text) for part in JOINER.split(match.group()) if part]
    content = (word for word in words if word not in FUNCTION_WORDS)
    return "".join(word[:1] for word in content), "".join(word[:1] for word in words)


def _acronym_of(name: str, initials: tuple[str, str]) -> bool:
    """Whether an acronym is spelt out in words whose initials these are: RNNs, recurrent neural networks. Two letters
    are, with function words, in nearly any text."""
    letters = name.removesuffix("s")
    capitals = sum(char.isupper() for char in letters)
    if not letters.isalpha() or capitals < 2 or not SHORTEST <= len(letters) <= LONGEST:
        return False
    content, every = initials
    return letters.lower() in content or (len(letters) > SHORTEST and letters.lower() in every)


def _begun(name: str, held: Iterable[str]) -> bool:
    """Whether a plain word is the beginning of one of these: Bayes, Bayesian."""
    return not distinct(name) and len(name) >= BEGINNING and any(form.startswith(folded(name)) for form in held)


def _mere_capitals(claim: str) -> frozenset[str]:
    """Plain words of a claim that is written like a title, where a capital says nothing."""
    words = [match.group() for match in WORD.finditer(claim) if folded(match.group()) not in FUNCTION_WORDS]
    capitals = [word for word in words if _capital(word)]
    if len(capitals) <= TITLE_LIKE * len(words):
        return frozenset()
    return frozenset(word for word in capitals if not distinct(word))


def _given_in_brackets(claim: str, held: frozenset[str]) -> frozenset[str]:
    """Acronyms that the claim itself gives after two words of the quotes: "immunoglobulin G (IgG)"."""
    found = BRACKETED.finditer(claim)
    return frozenset(
        match["short"]
        for match in found
        if match["first"][0].lower() == match["short"][0].lower()
        and _known(match["first"], held)
        and _known(match["second"], held)
    )


def _spelt_out(claim: str, held: Iterable[str]) -> frozenset[str]:
    """Words with a capital that together spell out an acronym the quotes hold: Neural Networks, NNs."""
    found: set[str] = set()
    for run in _runs(claim):
        acronym = "".join(word[0] for word in run).lower()
        if len(run) >= SHORTEST and (acronym in held or f"{acronym}s" in held):
            found.update(run)
    return frozenset(found)


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for match in WORD.finditer(text):
        if match.group()[0].isupper() and LETTERS.fullmatch(match.group()):
            run.append(match.group())
        else:
            yield run
            run = []
    yield run
