"""Claims of what a clause of the quotes denies as a whole: "no evidence that", "do not achieve", "had no effect on"."""

from collections.abc import Iterator, Sequence

from answers.text.clauses import Said, said, stems_of
from answers.text.opposites import DENIES, EMPHASIS, FAILS, LESSENS, SETS_ASIDE, STRUGGLES
from answers.text.wordlists import SCAFFOLD_WORDS
from index.text.tokens import stem

MOST = 0.75  # of a claim's telling words, from which a clause says what the claim says
MUCH = 0.6  # of them that must follow "no evidence that"
FEWEST = 3  # telling words of a claim, of fewer of which that cannot be told
APART = frozenset(".;:?!—()") | {"--", "but", "while", "whereas", "although", "though", "however", "unlike", "if"}
# Words by which a claim may itself tell of what is not so, unless the quotes use them too.
_NEGATIVE = """
    difficult hard challenge challenging limit limited limitation insufficient insufficiency remain unclear
    unknown problem issue lack despite instead other otherwise only little few rarely seldom scarce scarcely impossible
    except exclude reject refute contradict question doubt debate against independent regardless free prevent avoid
    ignore neglect overlook omit drop remove absent absence zero poor bad worse weak negligible minor different differ
"""
NEGATIVE = frozenset(map(stem, _NEGATIVE.split())) | LESSENS
# What is not shown or held to be so, whatever it is.
_VIEWS = "evidence support proof expect believe think assume suggest show find conclude"
VIEWS = frozenset(map(stem, _VIEWS.split()))
REACH = 2  # telling words after a denial
DENIED = DENIES - {"without", "barely", "hardly", "nor", "neither", "devoid"}


def disclaimed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The word by which a clause that says nearly all of the claim denies it, where none that says as much affirms it
    and the claim denies nothing."""
    words = said(claim)
    wanted = _telling(words)
    if len(wanted) < FEWEST or any(one.word in DENIES | FAILS | STRUGGLES | SETS_ASIDE.keys() for one in words):
        return ()
    clauses = [clause for quote in quotes for clause in _clauses(said(quote))]
    shares = [len(wanted & stems_of(clause)) / len(wanted) for clause in clauses]
    best = max(shares, default=0.0)
    if best < MOST:
        return ()
    nearest = [
        _denying(clause, wanted) if not wanted & NEGATIVE - stems_of(clause) else ""
        for clause, share in zip(clauses, shares, strict=True)
        if share == best
    ]
    return (nearest[0],) if all(nearest) else ()


def _telling(words: Sequence[Said]) -> frozenset[str]:
    return frozenset(one.stem for one in words if one.content and one.word not in SCAFFOLD_WORDS)


def _clauses(words: Sequence[Said]) -> Iterator[Sequence[Said]]:
    first = 0
    for at, one in enumerate(words):
        if one.word in APART:
            yield words[first:at]
            first = at + 1
    yield words[first:]


def _denying(words: Sequence[Said], wanted: frozenset[str]) -> str:
    """The one word of a clause that denies what it says; empty where none does, or two undo each other."""
    found = [at for at, one in enumerate(words) if one.word in DENIED and not _only(words, at)]
    return words[found[0]].word if len(found) == 1 and _reaches(words[found[0] + 1 :], wanted) else ""


def _reaches(words: Sequence[Said], wanted: frozenset[str]) -> bool:
    """Whether what is wanted follows at once, or nearly all of it after "evidence that" and the like."""
    content = [one.stem for one in words if one.content]
    if not VIEWS.isdisjoint(content[:REACH]):
        return len(wanted.intersection(content)) >= MUCH * len(wanted)
    manner = next((one for one in words if one.content), None)
    if manner and manner.word.endswith("ly") and manner.stem not in wanted:
        return False
    return len(wanted.intersection(content[: 2 * REACH])) >= REACH


def _only(words: Sequence[Said], at: int) -> bool:
    """Whether it says "not only", or sets one thing against another after a comma."""
    following = words[at + 1].word if at + 1 < len(words) else ""
    return following in EMPHASIS or (at > 0 and words[at - 1].word in {",", "and"} and following in {"a", "the", "in"})
