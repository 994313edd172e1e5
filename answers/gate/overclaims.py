"""Claims that go further than their quotes: a cause where these know an association, all where they speak of some."""

from collections.abc import Iterator, Sequence

from answers.text.amounts import amounts_of
from answers.text.claim_words import GENERAL_STEMS
from answers.text.clauses import Said, after, around, before, part, said, stems_of
from answers.text.opposites import ABSOLUTES, ASSOCIATED, CAUSES, COMPARED, DENIES, LEADS_TO, SURPASSES
from answers.text.stance import SENTENCE_ENDS
from answers.text.wordlists import NUMBER_WORDS, PEOPLE

RANDOM = frozenset({"randomized", "randomised", "randomly", "controlled"})  # what lets a study tell causes
REACH = 4  # content words beside a word that tell what it is said of
NEARLY = frozenset({"nearly", "almost", "virtually"})
MOST, WHOLE = 90.0, 100.0  # percent that are nearly all, and all
FAR = 8  # content words before "associated" that tell what is
# These tell that some are meant: before "of the participants", and after.
_PARTS = """
    some most many several few majority minority half part number proportion percentage fraction share subset third
    quarter percent
"""
_PICKS = "who whose which with without in of from that on at under aged assigned given"
# What must follow a word for it to name a cause.
_GIVES = "result from in/results from in/resulted from in/come from/comes from/came from/lead to/leads to/led to"
GIVES = {first: frozenset(others) for first, *others in map(str.split, _GIVES.split("/"))}
FIRST = frozenset(
    {
        "most",
        "best",
        "more",
        "than",
        "art",
        "top",
        "leading",
        "key",
        "main",
        "major",
        "primary",
        "first",
        "only",
        "all",
        "any",
    }
)
PARTS, PICKS = frozenset(_PARTS.split()), frozenset(_PICKS.split())


def overclaimed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of the claim that say more than any of the quotes."""
    words, held = said(claim), [said(quote) for quote in quotes]
    places = [at for at in range(len(words)) if not _denied(words, at) and not _nearly_all(words, at, quotes)]
    found = [words[at].word for at in places if _too_much(words, at, held)]
    return tuple(dict.fromkeys([*found, *_superlative(words, held)]))


def _superlative(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """The "most" of a claim that puts one thing first, where no quote puts anything first or above another."""
    for one, most, what in zip(words, words[1:], words[2:], strict=False):
        first = one.word == "the" and most.word == "most" and what.content and not what.word.endswith("s")
        if first and not any(_puts_first(other) for quote in held for other in quote):
            yield f"most {what.word}"


def _puts_first(one: Said) -> bool:
    return one.word in FIRST or one.stem in SURPASSES or one.word.endswith(("est", "er"))


def _nearly_all(words: Sequence[Said], at: int, quotes: Sequence[str]) -> bool:
    """Whether it is an "almost all" of things of which a quote has nine in ten or more."""
    if words[at].word != "all" or at == 0 or words[at - 1].word not in NEARLY:
        return False
    about = after(words, at, REACH)
    shares = (one for quote in quotes for one in amounts_of(quote) if one.kind == "percent")
    return any(MOST <= one.value <= WHOLE and about & one.beside.stems for one in shares)


def _too_much(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    return _causes(words, at, held) or any(_absolute(words, at, held, kind) for kind in ABSOLUTES)


def _causes(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether it names a cause where the quotes tell of no more than an association, or of nothing of the kind."""
    plain = words[at].word in CAUSES
    theirs = {one.word for quote in held for one in quote}
    if _noun(words, at) or (not plain and words[at].word not in LEADS_TO):
        return False
    compared = plain and bool(COMPARED & theirs)
    only = (compared or _linked(words, at, held)) and not RANDOM & theirs and not _named(words, at, held)
    return only or (plain and _apart(words, at, held))


def _noun(words: Sequence[Said], at: int) -> bool:
    """Whether it is "causes" in "the causes of", "costs, causes and effects"; but "these are causes of" names some."""
    previous, following = (words[place].word if 0 <= place < len(words) else "" for place in (at - 1, at + 1))
    told = any(one.word in {"is", "are", "was", "were", "be", "as"} for one in words[max(0, at - 3) : at])
    listed = previous == "," and following in {",", "and", "or"}
    return words[at].word == "causes" and not told and (listed or following in {"of", "("})


def _linked(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether the quotes tell in one clause of an association and of its effect, or list that after it."""
    effect = _effect(words, at)
    return any(
        one.word in ASSOCIATED
        and (not effect or effect & (before(quote, place, FAR) | stems_of(part(quote, place)[1])))
        for quote in held
        for place, one in enumerate(quote)
    )


def _named(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether the quotes name a cause of the same."""
    effect = _effect(words, at)
    return any(
        one.word in CAUSES | LEADS_TO and effect & _effect(quote, place)
        for quote in held
        for place, one in enumerate(quote)
    )


def _apart(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether no quote names anything of both the cause and its effect."""
    one, other = before(words, at, REACH), after(words, at, REACH)
    one -= GENERAL_STEMS  # "more able to" names nothing
    return bool(one and other) and not any(one & stems_of(quote) and other & stems_of(quote) for quote in held)


def _effect(words: Sequence[Said], at: int) -> frozenset[str]:
    """What a cause is named for: "it causes this", "this, caused by it"."""
    passive = at + 1 < len(words) and words[at + 1].word == "by"
    return before(words, at, REACH) if passive else after(words, at, REACH)


def _absolute(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]], kind: Sequence[frozenset[str]]) -> bool:
    """Whether it is a word of this kind, and no quote has one that says enough, of any of the same."""
    group, enough, unless = kind
    if words[at].word not in group or (at + 1 < len(words) and words[at + 1].word in unless):
        return False
    about = after(words, at, REACH)
    beside = _reasons if "because" in group else _things
    told = any(
        (_enough(quote, place, enough, about) or ("all" in group and _out_of_as_many(quote, place)))
        and (not about or about & beside(quote, place))
        for quote in held
        for place, one in enumerate(quote)
    )
    return not told and not ("all" in group and any(_whole(quote, about) for quote in held))


def _reasons(words: Sequence[Said], at: int) -> frozenset[str]:
    """Among what the reason is that a word gives: before "so" or ", yielding", else on either side of it."""
    follows = words[at].word == "so" or (at > 0 and words[at - 1].word == "," and words[at].word.endswith("ing"))
    return stems_of(words[max(0, at - 3 * REACH) : at]) if follows else around(words, at, REACH)


def _things(words: Sequence[Said], at: int) -> frozenset[str]:
    return after(words, at, REACH)


def _enough(words: Sequence[Said], at: int, enough: frozenset[str], about: frozenset[str]) -> bool:
    """Whether it is one of these words, as far as its place lets it be: "as" and "so" give a reason only where they
    begin a clause, "results" only before "from", and "across" leaves nothing out only right before the things."""
    if words[at].word not in enough:
        return False
    following = words[at + 1].word if at + 1 < len(words) else ""
    if words[at].word in {"as", "so"}:
        return at > 0 and words[at - 1].word in {",", ";"} and following != "well"
    if words[at].word == "across":
        return bool(about & {one.stem for one in words[at + 1 : at + (3 if following in {"the", "these"} else 2)]})
    return following in GIVES.get(words[at].word, {following})


def _out_of_as_many(words: Sequence[Said], at: int) -> bool:
    """Whether "of" stands there between a number and itself, "12 out of 12", or after 100%."""
    before = [one.word for one in words[max(0, at - 2) : at] if one.word != "out"][-1:]
    after = [one.word for one in words[at + 1 : at + 3] if one.word != "the"][:1]
    counts = before == ["100"] or (before == after and (before[0][:1].isdigit() or before[0] in NUMBER_WORDS))
    return words[at].word == "of" and bool(before) and counts


def _whole(words: Sequence[Said], about: frozenset[str]) -> bool:
    """Whether it speaks of "the 50 participants" and of no part of them, or begins with the people studied."""
    for at, one in enumerate(words):
        opens = one.word in PEOPLE and (at == 0 or words[at - 1].word in SENTENCE_ENDS)
        if opens and one.stem in about and not _picked(words, at + 1):
            return True
        if one.word == "the" and not _part(words, at) and _plural(words, at + 1, about):
            return True
    return False


def _plural(words: Sequence[Said], at: int, about: frozenset[str]) -> bool:
    """Whether things that are spoken of as well follow, with nothing between that tells which."""
    while at < len(words) and (words[at].word[0].isdigit() or words[at].word in NUMBER_WORDS):
        at += 1
    last = at
    while last < len(words) and words[last].stem in about:
        last += 1
    many = (place for place in range(at, last) if words[place].word in PEOPLE or words[place].word.endswith("s"))
    named = next(many, None)
    return named is not None and not _picked(words, named + 1)


def _picked(words: Sequence[Said], at: int) -> bool:
    """Whether it is said there which of them."""
    return at < len(words) and words[at].word in PICKS


def _part(words: Sequence[Said], at: int) -> bool:
    """Whether "most of", "80% of" or the like stands before it."""
    before = [one.word for one in words[max(0, at - 2) : at]]
    return len(before) == 2 and before[1] == "of" and (before[0] in PARTS | NUMBER_WORDS or before[0][0].isdigit())


def _denied(words: Sequence[Said], at: int) -> bool:
    return any(one.word in DENIES for one in words[max(0, at - 2) : at])
