"""How many, how often and how surely: a claim may say as much as its quotes or less, not more."""

from collections.abc import Iterator, Sequence

from answers.text.clauses import Said, after, before, said
from answers.text.opposites import CAUSES, DENIES, LEADS_TO
from answers.text.wordlists import NUMBER_WORDS
from index.text.tokens import stem

# Each scale from little to much.
_SCALES = (
    ("few some several", "many numerous", "most majority", "all every each"),
    ("rarely seldom occasionally sometimes", "often frequently", "usually mostly typically generally", "always"),
)
SCALES = tuple({word: level for level, words in enumerate(scale) for word in words.split()} for scale in _SCALES)
NEXT = 2  # content words beside one that tell what it is said of
HEDGES = frozenset({"may", "might", "could", "possibly", "perhaps", "potentially"})
# Beside these a claim does not speak for certain.
_UNSURE = """
    may might could can possibly perhaps potentially potential likely probably appear appears seem seems suggest
    suggests suggested tend tends whether hypothesized hypothesised if
"""
UNSURE = frozenset(_UNSURE.split())
HEDGED = 3  # words before a verb among which a hedge reaches it
# By which a quote leaves others out, or says that it takes little.
_EXCLUSIVE = """
    only alone solely exclusively merely just sole single unique uniquely purely simply entirely nothing restricted
    limited except no not without n't instead rather neither nor few fewer little less one none first never unless
    fully small least minimal limiting requires require specifically until focus focuses focused primary
    primarily mainly largely
"""
EXCLUSIVE = frozenset(_EXCLUSIVE.split())
OF = frozenset({"for", "when", "if", "among", "during", "after", "before"})
SEVERAL = NUMBER_WORDS - {"one", "once", "half"} | {"multiple", "several", "many", "various"}
ONE = frozenset({"a", "an", "one", "single", "each", "every", "the", "this", "same"})
ANY = frozenset({"any", "all", "every", "arbitrary", "each"})
KINDS = frozenset(map(stem, ["kind", "type", "sort", "form"]))
REACH = 4
SUCH = frozenset({"not", "if", "the", "an", "but"})  # before "only": it leaves nothing else out


def exaggerated(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of the claim that say more, more often, more surely or of fewer than any of the quotes."""
    words, held = said(claim), [said(quote) for quote in quotes]
    found = (
        *_higher(words, held),
        *_surer(words, held),
        *_exclusive(words, held),
        *_unlimited(words, held),
        *_single(words, held),
    )
    return tuple(dict.fromkeys(found))


def _higher(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """Words of a scale where the quotes have only lower ones of the same things."""
    for scale in SCALES:
        for at, one in enumerate(words):
            if one.word not in scale or _compares(words, at):
                continue
            about = _about(words, at)
            levels = [
                scale[other.word]
                for quote in held
                for place, other in enumerate(quote)
                if other.word in scale and not _compares(quote, place) and about & _about(quote, place)
            ]
            if levels and max(levels) < scale[one.word]:
                yield one.word


def _compares(words: Sequence[Said], at: int) -> bool:
    """Whether "most" is a superlative there, "the most recent", or the word is denied."""
    previous = words[at - 1].word if at else ""
    return previous in DENIES | {"the", "at", "a"}


def _about(words: Sequence[Said], at: int) -> frozenset[str]:
    return after(words, at, NEXT) | (before(words, at, 1) if words[at].word.endswith(("ly", "s", "n")) else frozenset())


def _surer(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """Causes that the quotes name only as what may be one."""
    if not UNSURE.isdisjoint(one.word for one in words):
        return
    for one in (one for one in words if one.word in CAUSES | LEADS_TO):
        named = [(quote, place) for quote in held for place, other in enumerate(quote) if other.stem == one.stem]
        if named and all(_hedged(quote, place) for quote, place in named):
            yield one.word


def _hedged(words: Sequence[Said], at: int) -> bool:
    return any(one.word in HEDGES for one in words[max(0, at - HEDGED) : at])


def _exclusive(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """An "only" of the claim, at the beginning of a clause or of what it is true of, where no quote leaves anything
    out."""
    for at, one in enumerate(words):
        following = words[at + 1].word if at + 1 < len(words) else ""
        opens = at == 0 or (words[at - 1].ends and words[at - 1].word not in {"and", "which"})
        plain = one.word == "only" and (opens or following in OF) and not (at and words[at - 1].word in SUCH)
        counts = following[:1].isdigit() or following in NUMBER_WORDS
        if plain and not counts and not any(other.word in EXCLUSIVE for quote in held for other in quote):
            yield one.word


def _unlimited(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """An "any" or "all" of things of which a quote says only some of something, and none that it is so of all."""
    for at, one in enumerate(words):
        if one.word not in ANY or (at and words[at - 1].word in DENIES):
            continue
        about = after(words, at, NEXT) - KINDS
        only = any(other.word == "only" and about & after(quote, place, REACH) for quote, place, other in _each(held))
        if only and not any(
            other.word in ANY and about & after(quote, place, REACH) for quote, place, other in _each(held)
        ):
            yield one.word


def _each(held: Sequence[Sequence[Said]]) -> Iterator[tuple[Sequence[Said], int, Said]]:
    return ((quote, place, one) for quote in held for place, one in enumerate(quote))


def _single(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """A "single" thing of which the quotes count several, and speak of no one of them."""
    for at, one in enumerate(words[:-1]):
        if one.word != "single" or any(other.word in DENIES for other in words[max(0, at - REACH) : at]):
            continue
        thing = words[at + 1].stem
        counted = [quote[place - 1].word for quote, place, other in _each(held) if place and other.stem == thing]
        if any(word in SEVERAL for word in counted) and not any(word in ONE for word in counted):
            yield one.word
