"""The words that papers use, as they spell them, and those of them that a misspelt word was probably meant to be."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from index.words.wordlist import Words

LONG = 8  # letters from which on two of them may be wrong instead of one
ALIKE = 50  # of 100: names that share fewer of their letters, in order, are others
NEAREST = 20  # spellings of the whole index that are looked up in the scope
BITS = 32

Letters = NDArray[np.uint32]


class Spellings:
    """Distinct words in order, read when they are first looked through. Never changed, so thread-safe."""

    def __init__(self, read: Callable[[], Sequence[str]]) -> None:
        self._read = read

    @cached_property
    def words(self) -> Sequence[str]:
        return self._read()

    def alike(self, word: str, wrong: int) -> list[str]:
        """Every word within `wrong` edits, and few others: an edit changes the length by one at most, and takes one
        letter away or brings one in or both."""
        own = _letters([word])[0]
        lengths, letters = self._lengths, self._letters
        near = np.flatnonzero(np.abs(lengths - len(word)) <= wrong)
        missing, added = np.bitwise_count(own & ~letters[near]), np.bitwise_count(letters[near] & ~own)
        return [self.words[at] for at in near[(missing <= wrong) & (added <= wrong)].tolist()]

    @cached_property
    def _lengths(self) -> NDArray[np.int32]:
        return np.array([len(word) for word in self.words], dtype=np.int32)

    @cached_property
    def _letters(self) -> Letters:
        return _letters(self.words)


def nearest(parts: Sequence[Spellings], word: str, holding: Callable[[str], int]) -> str | None:
    """The nearest spelling that some row holds; of several equally near, the one that most rows hold.

    Few misspell a first letter. `holding` counts the rows that hold a spelling.
    """
    from rapidfuzz import process  # slow to import, and most queries are spelt right
    from rapidfuzz.distance import OSA

    wrong = 1 if len(word) < LONG else 2
    every = {spelling for part in parts for spelling in part.alike(word, wrong)}
    alike = sorted(spelling for spelling in every if spelling[:1] == word[:1])
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=wrong, limit=NEAREST)
    held = [(distance, -holding(spelling), spelling) for spelling, distance, _ in near]
    return min((each for each in held if each[1] < 0), default=(0, 0, None))[2]


def closest(name: str, names: Sequence[str], most: int) -> list[str]:
    """The names that are spelt most like this one, the likest first, equally alike ones in their order."""
    from rapidfuzz import fuzz, process

    return [found for found, _, _ in process.extract(name, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=most)]


# Versions that are laid upon one whole one, of which a service holds several, hold its spellings once.
_held: WeakValueDictionary[tuple[Path, str, int], Spellings] = WeakValueDictionary()


def read_spellings(folder: Path, name: str) -> Spellings:
    """The words of a list that was written under this name; its files are opened now, for later they may be gone."""
    written = folder, name, folder.stat().st_mtime_ns
    spellings = _held.get(written)
    if spellings is None:
        spellings = _held[written] = Spellings(Words(folder, name).all)
    return spellings


def _letters(words: Sequence[str]) -> Letters:
    """Which letters each word has, a bit each; letters that share one can only make words look more alike."""
    joined = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts = np.cumsum([0, *(len(word) for word in words[:-1])])
    return np.bitwise_or.reduceat(np.uint32(1) << (joined % BITS), starts) if len(joined) else np.empty(0, np.uint32)
