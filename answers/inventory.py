"""Which things of a kind the citing papers name, as languages, data sets or measures: what most papers name first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answers.compose import Answered, told
from answers.evidence import held_in
from answers.questions.question import Question
from answers.reports.citers import Citer, Quoted, citers_among, put_together
from answers.reports.named_things import Kind, kind_asked
from answers.reports.names_told import SIGNED, key_of, names_told, of_something_else
from answers.reports.reading import readable, stands_alone
from answers.reports.stated import own_words, wanted
from answers.sentences import Sentence, quotable
from answers.values import Answer
from index.searcher import Searcher
from index.values import Filters

KINDS: frozenset[Kind] = frozenset({"language", "pair", "country", "data", "lexicon", "measure"})
CALLED: frozenset[Kind] = frozenset({"data", "lexicon"})  # by a name of any letters
_DONE_WITH = """
    annotated available built collected compared contributed created discussed employed evaluated exist existing
    introduced investigated mentioned offered presented provided published released reported represented shared
    supported tested treated
"""
DONE_WITH = held_in(_DONE_WITH)  # which names none of them
READ = 3_000  # papers, the newest: some seconds of work
ALSO = 12  # names that are told without a quote
SENTENCES = ("title", "tldr", "abstract")  # citing sentences speak of the hub


@dataclass(frozen=True, slots=True)
class Listing:
    """A question for all things of a kind, told of in `most` quotes at most; of languages, those `signed` alone where
    these are asked for."""

    answered: Answered
    kind: Kind
    signed: bool
    most: int

    def names(self, text: str) -> list[str]:
        return [name for name in names_told(self.kind, text) if not self.signed or name.endswith(SIGNED)]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing, as most papers call it, and for each paper that names it the sentence that does so best."""

    name: str
    quoted: tuple[Quoted, ...]


def listing_of(question: Question, answered: Answered, most: int) -> Listing | None:
    """None where the question is not for all things of a kind, or names something else beside."""
    asked, called = wanted(question), kind_asked(question.text)
    if asked is None or called is None or asked.kind not in KINDS or not asked.held <= DONE_WITH:
        return None
    kind, thing = called
    return Listing(answered, kind, thing.lower().startswith("sign "), most)


def inventory(searcher: Searcher, hub: str, filters: Filters, listing: Listing) -> Answer | None:
    """A quote for each of the things that most citers name, with how many do; None where no citer names any."""
    held = list(citers_among(searcher, hub, filters))
    citers = sorted(held, key=lambda citer: (-(citer.paper.year or 0), citer.paper.id))[:READ]
    named = _named(listing, citers)
    if not named:
        return None
    shown = named[: listing.most]
    quoted = [
        replace(one, heading=f"{each.name}: {len(each.quoted):,} of {len(citers):,} papers")
        for each in shown
        for one in _best(each.quoted, max(1, listing.most // len(shown)))
    ]
    left_out = (_also(named[listing.most :]), _unread(len(held)))
    reason = "; ".join(filter(None, left_out)) or None
    return replace(told(listing.answered, *put_together(quoted), None), reason=reason)


def _named(listing: Listing, citers: Sequence[Citer]) -> list[Named]:
    """The things that most papers name first."""
    found: dict[str, list[tuple[str, Quoted]]] = {}
    for citer in citers:
        for key, (name, sentence) in _said_by(listing, citer).items():
            found.setdefault(key, []).append((name, Quoted(citer, sentence)))
    others = of_something_else(citer.own_text for citer in citers) if listing.kind in CALLED else frozenset()
    things = [
        Named(_usual([name for name, _ in each]), tuple(one for _, one in each))
        for key, each in found.items()
        if key not in others
    ]
    return sorted(things, key=lambda thing: (-len(thing.quoted), thing.name))


def _said_by(listing: Listing, citer: Citer) -> dict[str, tuple[str, Sentence]]:
    """Each thing that the paper says of itself that it has to do with, and the sentence that reads best of these."""
    best: dict[str, tuple[str, Sentence]] = {}
    for name, sentence in _sayings(listing, citer):
        key = key_of(name)
        if key not in best or _reads(sentence) > _reads(best[key][1]):
            best[key] = (name, sentence)
    return best


def _sayings(listing: Listing, citer: Citer) -> Iterator[tuple[str, Sentence]]:
    for sentence in quotable(citer.paper, citer.citation):
        names = listing.names(sentence.text) if sentence.field in SENTENCES else []
        if names and own_words(sentence.text):
            yield from ((name, sentence) for name in names)


def _reads(sentence: Sentence) -> tuple[bool, float]:
    return stands_alone(sentence), readable(sentence)


def _usual(names: Sequence[str]) -> str:
    """As most call it, the newest of equals."""
    return max(dict.fromkeys(names), key=names.count)


def _best(quoted: Sequence[Quoted], most: int) -> list[Quoted]:
    """Those that read best, the newest of equals."""
    newest = sorted(quoted, key=lambda one: -(one.citer.paper.year or 0))
    return sorted(newest, key=lambda one: _reads(one.sentence), reverse=True)[:most]


def _unread(held: int) -> str | None:
    return f"of {held:,} citing papers the newest {READ:,} were read" if held > READ else None


def _also(named: Sequence[Named]) -> str | None:
    if not named:
        return None
    names = ", ".join(f"{each.name} ({len(each.quoted):,})" for each in named[:ALSO])
    more = f" and {len(named) - ALSO:,} more" if len(named) > ALSO else ""
    return f"also named: {names}{more}"
