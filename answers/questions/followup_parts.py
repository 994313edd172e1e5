"""What a follow-up takes the place of: "what about pruning?" asks the question before of another thing.

The parts of the question before are offered to `nearest`, which tells by their meaning which is meant.
"""

import re
from collections.abc import Callable, Sequence

from answers.questions.question import Question, about_papers
from answers.questions.question_parts import DETERMINER, Part, head, is_plural, phrases, within
from answers.questions.question_patterns import LIKE

Nearest = Callable[[str, Sequence[str]], str]

# Prepositions of which one can take the place of another: "detected in email", "and for tweets?".
_SETTINGS = ("for", "in", "on", "at")
# Those with which another subject may be given: after papers about Ebola, "and in Kenya?" asks where.
_SUBJECTS = ("for", "on")
_NUMBER = re.compile(
    r"^(?P<before>\W*(?:(?:how|why|when|where|what) )?)(?P<verb>is|are|was|were|does|do)(?P<article> an?)? $",
    re.IGNORECASE,
)
# What a setting may be, of any kind: nearer to a part than the piece is, they say that the two are of different kinds.
_KINDS = ("people", "place", "time", "method", "language", "reason")
_SINGULAR = {"are": "is", "were": "was", "do": "does"}
_PLURAL = {one: many for many, one in _SINGULAR.items()}


def first_of(_: str, parts: Sequence[str]) -> str:
    return parts[0]


def ended(question: str) -> tuple[str, str]:
    """The question without the mark at its end, and this mark if it is a question mark."""
    return question.rstrip(" ?.!"), "?" if question.rstrip().endswith("?") else ""


def subject_of(question: Question) -> str:
    """What a question is about first of all: its first noun phrase; with what may be its verb where that is unsure."""
    first = next(iter(question.concepts), "")
    if of := re.match(r"\W*what (?:is|are|was|were) the \w+ of (?P<rest>.+)", question.text, re.IGNORECASE):
        first, found = of["rest"], phrases(of["rest"])
        return found[0].text if found else first
    found = phrases(question.text)
    return first if not found or found[0].unsure else found[0].text


def of_another(before: str, piece: str, nearest: Nearest, stays: Callable[[str], bool] = lambda _: False) -> str:
    """The question before, of another subject or object; where it is not plain how far that goes, with both.

    What `stays` in a question that asks of something else, such as its venue, is not offered.
    """
    every = phrases(before)
    whole = [part for part in every if not stays(part.text)] or every
    if not whole:
        return f"{piece}: {before}"
    described = _described_alike(piece, whole, nearest)
    part = _nearest_part(piece, [*whole, *described], nearest)
    if part in whole and not _alike(piece, part, whole, nearest):
        part = _nearest_part(piece, [one for one in whole if _formed_alike(piece, one.text)] or whole, nearest)
    if part.unsure:
        body, end = ended(before)
        return f"{body}, and {piece}{end}"
    return put(before, part, piece)


def set_for_another(before: str, preposition: str, piece: str, nearest: Nearest) -> str | None:
    """The question before, with a setting of the same kind replaced: "and for Italian?" after "on German lyrics".

    None where nothing in it is of that kind; what it is about first of all is no setting, but that of papers may be a
    name of the same kind, of which they are asked for in the place of the other.
    """
    if preposition not in _SETTINGS:
        return None
    whole = phrases(before)
    described = _described_alike(piece, whole, nearest)
    settings = [one for one in whole[1:] if one.preposition in _SETTINGS and not one.subject]
    if preposition in _SUBJECTS and len(whole) == 1 and about_papers(before):
        described += [one for one in whole if _named_both(piece, one) and _alike(piece, one, whole, nearest)]
    alike = [
        *described,
        *(one for one in settings if _alike(piece, one, _beside(piece, one, settings, whole), nearest)),
    ]
    if not alike:
        return None
    part = _nearest_part(piece, alike, nearest)
    if part in described:
        return put(before, part, piece)
    replaced = rf"\b{part.preposition}( (?:the|an?|its|their|this|these|those|some|any|all))?\s*$"
    return f"{re.sub(replaced, '', before[: part.start], flags=re.IGNORECASE)}{preposition} {piece}{before[part.end :]}"


def _beside(piece: str, part: Part, settings: Sequence[Part], whole: Sequence[Part]) -> Sequence[Part]:
    """What a setting is told apart from by its meaning: one name takes the place of another unless this is nearer to
    anything else in the question, other settings need only be told from settings."""
    return whole if _named_both(piece, part) else settings


def _named_both(piece: str, part: Part) -> bool:
    return _form(piece) == _form(part.text) == "name"


def described_by_another(before: str, span: tuple[int, int], piece: str, nearest: Nearest) -> str | None:
    """The question before with another word that describes what stands in this span: "for word-level models" where the
    piece is "sentence-level"; None where the piece is not of that form."""
    whole = phrases(before)
    inner = [part for part in _described_alike(piece, whole, nearest) if span[0] <= part.start and part.end <= span[1]]
    alike = [part for part in inner if _form(piece) and _form(part.text) == _form(piece)]
    return put(before, _nearest_part(piece, alike, nearest), piece) if alike else None


def put(before: str, part: Part, piece: str) -> str:
    """The question before with a piece in the place of a part; the verb before it agrees with it."""
    opening = before[: part.start]
    if re.match(rf"{DETERMINER} ", piece, re.IGNORECASE):
        opening = re.sub(rf"\b{DETERMINER} $", "", opening, flags=re.IGNORECASE)
    if part.subject or re.match(r"\W*$", before[part.end :]):
        opening = _NUMBER.sub(lambda found: _agreeing(found, part.text, piece), opening)
    return f"{opening}{piece}{before[part.end :]}"


def _agreeing(found: re.Match[str], replaced: str, piece: str) -> str:
    verb, many = found["verb"].lower(), is_plural(piece)
    if many == is_plural(replaced):
        return found.group()
    meant = (_PLURAL if many else _SINGULAR).get(verb, verb)
    article = "" if many else found["article"] or ""
    meant = meant.capitalize() if found["verb"][0].isupper() else meant
    return f"{found['before']}{meant}{article} "


def _nearest_part(piece: str, parts: Sequence[Part], nearest: Nearest) -> Part:
    """The nearest part; the last word of a phrase, its head, speaks for the phrase as the whole does."""
    named = {part.text: part for part in parts}
    for part in parts:
        named.setdefault(part.text.rpartition(" ")[2], part)
    return named[nearest(piece, list(named))]


def _described_alike(piece: str, whole: Sequence[Part], nearest: Nearest) -> list[Part]:
    """The words in phrases that describe as the piece does, as "German" does where the piece is "Italian".

    A plural names things and describes none: it stands for whole phrases alone.
    """
    if is_plural(piece):
        return []
    return [
        part
        for phrase in whole
        for part in within(phrase)
        if (" " in part.text) == (" " in piece)
        and _alike(piece, part, [*whole, *within(phrase), head(phrase)], nearest)
    ]


def _alike(piece: str, part: Part, others: Sequence[Part], nearest: Nearest) -> bool:
    """Whether the part is nearer to the piece than to anything else in the question, and than to words that say of
    what kind a thing is; these need not be asked where both are written as names, or as the same sort of adjective."""
    rest = [one.text for one in others if not one.overlaps(part)]
    kinds = () if rest and _form(piece) and _form(piece) == _form(part.text) else _KINDS
    return nearest(part.text, [*dict.fromkeys(rest), *kinds, piece]) == piece


def _form(text: str) -> str:
    """How a word that describes is written: as a name, with a hyphen, or with an ending of adjectives."""
    if " " in text:
        return ""
    if text[:1].isupper():
        return "name"
    if "-" in text:
        return "hyphen"
    return "adjective" if LIKE.fullmatch(text) else ""


def _formed_alike(piece: str, part: str) -> bool:
    """Whether a piece that is an acronym or a name, as methods and languages have them, finds its like in the part."""
    acronym = sum(map(str.isupper, piece)) > 1
    if acronym:
        return part != part.lower() or (is_plural(piece) and is_plural(part))
    return not piece[:1].isupper() or any(word.istitle() for word in re.findall(r"\w+", part))
