"""What a text holds and what it denies: its stems, its denials with their reach, and what stands beside what."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answers.text.opposites import DENIES, DIRECTIONS, EMPHASIS, FAILS, LEAVES_OUT, SETS_ASIDE, STRUGGLES
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import stem

TOKEN = re.compile(r"n['’]t\b|cannot|[^\W\d_]+(?=n['’]t\b)|[^\W_]+|[.,;:()!?—]|--")
ENDS = frozenset(".,;:()!?—") | {"--", "but", "and", "while", "although", "whereas", "which", "because"}
SENTENCE_ENDS = frozenset(".;?!")
BEHIND = re.compile(
    r"\b(?:(?:falls?|fell|falling)\s(?:far\s)?short\sof|lag(?:s|ged|ging)?\s(?:far\s)?behind|trail(?:s|ed)?\sbehind)\b",
    re.IGNORECASE,
)
AFTER, BEFORE = 4, 3  # content words that a denial reaches: "does not need labels", "labels are not needed"
BESIDE = 3  # content words between which two words are taken to belong together
# Before a "not" that sets one thing against another: "this, not that".
AGAINST = frozenset({",", "(", "—", "--", "but"})
OURS = frozenset({"we", "our", "ours", "us"})
OTHERS = frozenset({"current", "currently", "existing", "previous", "previously", "prior", "earlier", "conventional"})


@dataclass(frozen=True, slots=True)
class Denial:
    """`head` is the stem of the first content word after it, `following` those of the first two, `scope` those of all
    that it may deny; `leaves_out` where it says that there is none of them, `of_others` where it is said of earlier
    work, `aside` where it only sets another thing against them, "this, not that", whose last stem is in `rival`; `mild`
    where it says that something is done with difficulty, which is no denial, but may bear one out."""

    head: str
    scope: frozenset[str]
    following: frozenset[str] = frozenset()
    leaves_out: bool = False
    of_others: bool = False
    aside: bool = False
    rival: frozenset[str] = frozenset()
    mild: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """One word's stem where it stands, those beside it, and whether no denial reaches it."""

    word: str
    beside: frozenset[str]
    affirmed: bool


@dataclass(frozen=True, slots=True)
class Stance:
    """The stems that a text holds, its denials, the stems that stand outside of those, and what stands beside what;
    `own` where it tells of what its writers did, and of nothing earlier; `behind` where something falls short of
    another thing; `neither` denies, of each of a list of things, what follows it."""

    held: frozenset[str]
    denials: tuple[Denial, ...]
    affirmed: frozenset[str]
    near: tuple[Near, ...]
    own: bool = False
    behind: bool = False
    neither: tuple[Denial, ...] = ()


@lru_cache(maxsize=2_000)
def stance(text: str) -> Stance:
    tokens = [found.lower() for found in TOKEN.findall(text.replace("’", "'"))]
    denials, outside = [], set(range(len(tokens)))
    for at in range(len(tokens)):
        if _denies(tokens, at):
            aside, after = _sets_aside(tokens, at), _reached(tokens, range(at + 1, len(tokens)), AFTER)
            before = [] if aside else _reached(tokens, range(at - 1, -1, -1), BEFORE)
            denial = _denial(tokens, at, after, before)
            denials.append(denial)
            if not denial.mild:
                outside.difference_update(after, before[:1])
    content = [place for place, token in enumerate(tokens) if _content(token)]
    return Stance(
        held=frozenset(stem(tokens[place]) for place in content),
        denials=tuple(denials),
        affirmed=frozenset(stem(tokens[place]) for place in content if place in outside),
        near=tuple(
            near
            for part in _sentences(tokens, content)
            for near in _near([stem(tokens[place]) for place in part], [place in outside for place in part])
        ),
        neither=tuple(_neither(tokens)),
        behind=BEHIND.search(text) is not None,
        own=not OURS.isdisjoint(tokens) and OTHERS.isdisjoint(tokens),
    )


def _denial(tokens: Sequence[str], at: int, after: Sequence[int], before: Sequence[int]) -> Denial:
    following = [stem(tokens[place]) for place in after[:2]]
    return Denial(
        head=following[0] if following else "",
        scope=frozenset(stem(tokens[place]) for place in (*after, *before)),
        following=frozenset(following),
        leaves_out=tokens[at] in LEAVES_OUT,
        of_others=_of_others(tokens, at),
        aside=_sets_aside(tokens, at),
        rival=_rival(tokens, at),
        mild=tokens[at] in STRUGGLES,
    )


def _sentences(tokens: Sequence[str], content: Iterable[int]) -> list[list[int]]:
    """The places of content words, sentence by sentence."""
    ends = [at for at, token in enumerate(tokens) if token in SENTENCE_ENDS]
    found: list[list[int]] = [[] for _ in range(len(ends) + 1)]
    for place in content:
        found[bisect(ends, place)].append(place)
    return found


def _neither(tokens: Sequence[str]) -> Iterator[Denial]:
    """A denial of each content word that follows the last "nor" of its sentence, said of all since "neither"."""
    for first in (at for at in range(len(tokens)) if tokens[at] == "neither"):
        end = next((at for at in range(first, len(tokens)) if tokens[at] in SENTENCE_ENDS), len(tokens))
        last = max((at for at in range(first, end) if tokens[at] == "nor"), default=end)
        scope = frozenset(stem(token) for token in tokens[first:end] if _content(token))
        yield from (Denial(stem(token), scope) for token in tokens[last + 1 : end] if _content(token))


def _of_others(tokens: Sequence[str], at: int) -> bool:
    """Whether the clause of the word there names earlier work, and the word does not follow a "we do"."""
    first = max((place + 1 for place in range(at) if tokens[place] in ENDS), default=0)
    end = next((place for place in range(at, len(tokens)) if tokens[place] in ENDS), len(tokens))
    return not OTHERS.isdisjoint(tokens[first:end]) and OURS.isdisjoint(tokens[max(0, at - 2) : at])


def _denies(tokens: Sequence[str], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] in FAILS | STRUGGLES:
        return following == "to" or tokens[at].startswith("lack")
    return _sets_aside(tokens, at) or (tokens[at] in DENIES and following not in EMPHASIS)


def _sets_aside(tokens: Sequence[str], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    return (_after_rival(tokens, at) and following not in EMPHASIS) or SETS_ASIDE.get(tokens[at]) == following


def _after_rival(tokens: Sequence[str], at: int) -> bool:
    return tokens[at] == "not" and at > 0 and tokens[at - 1] in AGAINST


def _rival(tokens: Sequence[str], at: int) -> frozenset[str]:
    """The stem of the content word before a "not" that sets something against it."""
    before = [token for token in tokens[:at] if _content(token)] if _after_rival(tokens, at) else []
    return frozenset(stem(token) for token in before[-1:])


def _reached(tokens: Sequence[str], places: Iterable[int], most: int) -> list[int]:
    found: list[int] = []
    for place in places:
        if tokens[place] in ENDS or len(found) == most:
            break
        if _content(tokens[place]):
            found.append(place)
    return found


def _content(token: str) -> bool:
    return token in DIRECTIONS or (token[0].isalnum() and token not in FUNCTION_WORDS and token not in DENIES)


def _near(stems: Sequence[str], outside: Sequence[bool]) -> Iterator[Near]:
    for at, one in enumerate(stems):
        beside = frozenset((*stems[max(0, at - BESIDE) : at], *stems[at + 1 : at + 1 + BESIDE]))
        yield Near(one, beside - {one}, outside[at])
