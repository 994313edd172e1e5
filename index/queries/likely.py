"""How likely one spelling was meant by another: how many papers use it, and by what slip one becomes the other."""

from index.arrays import Rows
from index.text.tokens import AROUND, chunk_forms, stem
from index.version import IndexVersion
from index.words.spellings import LONG

MISSPELT = 5  # letters: of shorter words too many are one letter from another
READ = 32  # papers that tell how many of those that hold a stem spell it so
FEW_HOLD, SOME_HOLD = 5, 20  # papers of a large corpus that hold a right spelling at least: one of many letters, of few
IN_PAPERS = 1000  # for each of which one more paper is asked for, up to these
VOWELS = frozenset("aeiou")


def used_by(version: IndexVersion, rows: Rows, word: str) -> int:
    """About how many of these rows have the word spelt as it is: as the first that hold its stem tell."""
    held = rows[version.lexical.holders(stem(word), rows)]
    read = [version.snapshot.paper(row) for row in held[:: len(held) // READ + 1].tolist()]
    texts = (" ".join((paper.title, paper.tldr or "", paper.abstract or "")) for paper in read)
    users = sum(any(word in chunk_forms(chunk.strip(AROUND)) for chunk in set(text.split())) for text in texts)
    return round(len(held) * users / len(read)) if read else 0


def least_held(word: str, papers: int) -> int:
    """How many of so many papers hold a spelling that a word may be a slip for: rare words that are alike are mostly
    two words, the more so the shorter they are."""
    return max(1, min(FEW_HOLD if len(word) >= LONG else SOME_HOLD, papers // IN_PAPERS))


def likely_slip(written: str, meant: str) -> bool:
    """Whether one slip that is common makes this of what was meant: a letter left out or doubled, two letters
    exchanged, or a vowel for another towards the end. Other words that differ by a letter are often both right."""
    if len(written) < len(meant):
        return any(written == meant[:at] + meant[at + 1 :] for at in range(len(meant)))
    if len(written) > len(meant):
        return any(written == meant[:at] + meant[at - 1] + meant[at:] for at in range(1, len(meant) + 1))
    wrong = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if len(wrong) == 1:
        return wrong[0] >= len(meant) // 2 and {written[wrong[0]], meant[wrong[0]]} <= VOWELS
    return len(wrong) == 2 and written[wrong[0] : wrong[1] + 1] == meant[wrong[0] : wrong[1] + 1][::-1]
