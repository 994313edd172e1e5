"""Makes a follow-up a question of its own, from the questions before it: "and for vision?", "what about pruning?".

Only words of earlier questions are used: nothing that was answered, and no source, can reach a later answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answers.questions.asked_treatment import treatment_asked
from answers.questions.followup_limits import Limits, limited, nothing, of_year, of_years, says_which
from answers.questions.followup_papers import among_them, asked_of_papers, of_those, the_most
from answers.questions.followup_parts import (
    Nearest,
    described_by_another,
    ended,
    first_of,
    of_another,
    set_for_another,
    subject_of,
)
from answers.questions.followup_patterns import (
    ABOUT,
    ALONE,
    ANEW,
    BARE_YEAR,
    DISAGREES,
    EXAMPLE,
    LEAD,
    LIKEWISE,
    MORE,
    NOT,
    OF_THEM,
    ONLY,
    ONLY_ONES,
    OTHERS,
    OWN_SETTING,
    OWNED,
    PLACED_ENDS,
    PLURAL_BEFORE,
    PREPOSITION,
    PRONOUN,
    SAYS_SO,
    SOURCES,
    WHICH,
    YEARS,
)
from answers.questions.question import about_papers, read_question
from answers.questions.question_parts import is_plural
from answers.questions.question_patterns import SET_PLURAL
from answers.text.wordlists import AUXILIARIES

REMEMBERED = 20  # earlier questions looked at, the last ones
EXTREMES = {"newest", "latest", "most recent", "oldest", "earliest"}
FEW = 3  # words up to which a piece without a verb is a new subject for the question before
ASKING = {*AUXILIARIES, "what", "which", "who", "how", "why", "when", "where"}


@dataclass(frozen=True, slots=True)
class Means:
    """What making a follow-up whole goes by beside the words: which part is nearest to a piece in meaning, and whether
    papers "published in" or "by" it are told by their venue or author alone."""

    nearest: Nearest = first_of
    limits: Limits = nothing


def rewritten(question: str, earlier: Sequence[str], nearest: Nearest = first_of, limits: Limits = nothing) -> str:
    """The question as it is meant after the earlier ones, the oldest first; as it is where it stands by itself.

    "And mortality?" takes the place of the part of the question before that comes `nearest` to it in meaning;
    "and Nature?" `limits` the papers asked for, where they have such a venue or author.
    """
    before = ""
    for each in (*earlier[-REMEMBERED:], question):
        before = _meant(each.strip(), before, Means(nearest, limits)) if before else each.strip()
    return before if earlier else question


def _meant(question: str, before: str, means: Means) -> str:
    bare = LEAD.sub("", question)
    if anew := ANEW.match(bare):
        return anew["rest"]
    about = ABOUT.match(bare)
    piece = (about["rest"] if about else bare).rstrip(" ?.!")
    if (short := _short(bare, before)) or (short := of_those(piece, before)):
        return short
    if likewise := LIKEWISE.match(bare):
        return _likewise(before, likewise["preposition"].lower(), likewise["rest"], means)
    led = about is not None or bare != question
    if (led or BARE_YEAR.fullmatch(piece)) and (new := _piece_for(piece, before, means, about=about is not None)):
        return new
    if (placed := PREPOSITION.match(piece)) and not led and _is_piece(piece):
        return _set_in(before, placed["preposition"].lower(), placed["rest"], means)
    return _pointing(question, bare, before)


def _piece_for(piece: str, before: str, means: Means, *, about: bool) -> str | None:
    """What "and PIECE?" and "what about PIECE?" mean; None where the piece asks something by itself."""
    if OTHERS.match(piece) or ASKING.intersection(re.findall(r"[\w']+", piece.lower())):
        return None
    if BARE_YEAR.fullmatch(piece):
        return of_year(before, "in", piece)
    if placed := PREPOSITION.match(piece):
        return _set_in(before, placed["preposition"].lower(), placed["rest"], means)
    if _points(piece) or not (about or _is_piece(piece)) or OWN_SETTING.search(piece):
        return None
    return limited(before, piece, means.limits) or _of_another(before, piece, means)


def _of_another(before: str, piece: str, means: Means) -> str:
    return of_another(before, piece, means.nearest, lambda name: says_which(before, name, means.limits))


def _likewise(before: str, preposition: str, rest: str, means: Means) -> str:
    """ "The same for bees" asks the question before of bees."""
    if BARE_YEAR.fullmatch(rest) or preposition in YEARS or _placed(before, preposition):
        return _set_in(before, preposition, rest, means)
    return limited(before, rest, means.limits) or _of_another(before, rest, means)


def _pointing(question: str, bare: str, before: str) -> str:
    """A question with a verb of its own, with what its pronoun points at in the question before put in."""
    if found := OF_THEM.match(bare):
        return among_them(found["lead"], found["rest"], before)
    of_hub = treatment_asked(before) is not None  # then "it" was the hub, and still is
    if _points(bare) and not of_hub and (subject := subject_of(read_question(before))):
        return _named(bare, subject)
    return bare if bare != question else question


def _points(text: str) -> bool:
    """Whether a pronoun points at the question before: "their" after a plural of its own does not."""
    found = PRONOUN.search(text)
    if found is None:
        return False
    own = found.group().lower() in {"they", "them", "their"} and PLURAL_BEFORE.search(text, 0, found.start())
    return not own


def _short(bare: str, before: str) -> str | None:
    """What a few words with no subject of their own mean after the question before; None where they are something
    else."""
    body, end = ended(before)
    if MORE.match(bare):
        return before
    if EXAMPLE.match(bare):
        return _example_of(before)
    if SOURCES.match(bare):
        return asked_of_papers("which", before)
    if (found := WHICH.match(bare)) or (found := SAYS_SO.match(bare)):
        return asked_of_papers(found.groupdict().get("lead") or "which", before)
    if DISAGREES.match(bare) and body.partition(" ")[0].lower() in AUXILIARIES:
        return f"Who disputes that {_stated(body)}?"
    if found := ALONE.match(bare):
        return _asked_why(found["lead"], before)
    if (found := ONLY_ONES.match(bare)) and about_papers(before) and SET_PLURAL.search(before):
        return _named_papers(found["rest"], before)
    if (found := ONLY.match(bare)) and (placed := PREPOSITION.match(found["rest"].rstrip(" ?.!"))):
        return _set_in(before, placed["preposition"].lower(), placed["rest"], Means())
    if (found := NOT.match(bare)) and about_papers(before):
        those = "those " if " " in found["rest"] else ""
        return f"{body}, excluding {those}{found['rest']}{end}"
    return None


def _stated(body: str) -> str:
    """ "smoke calm bees" of "Does smoke calm bees"."""
    first, _, rest = body.partition(" ")
    return rest if first.lower() in AUXILIARIES else body


def _is_piece(piece: str) -> bool:
    """A few words without a verb or a question word of their own."""
    read = piece.lower().split()
    return len(read) <= FEW + 2 and not ASKING.intersection(read)


def _set_in(before: str, preposition: str, rest: str, means: Means) -> str:
    """The question before, with what it was set in by this preposition replaced, or with the new one at its end."""
    body, end = ended(before)
    if preposition in YEARS:
        return of_years(before, preposition, rest)
    if BARE_YEAR.fullmatch(rest):
        return of_year(before, preposition, rest)
    named = rest[:1].isupper() and not re.search(rf"\b{preposition} (?:the )?[^\W\d_a-z]", before)
    if preposition in ("from", "at") and named and SET_PLURAL.search(before):
        return _named_papers(rest, before)
    found = _placed(body, preposition)
    if found is None:
        replaced = set_for_another(before, preposition, rest, means.nearest)
        return replaced or f"{body} {preposition} {rest}{end}"
    if described := described_by_another(before, found.span(), rest, means.nearest):
        return described
    left, right = body[: found.start()].rstrip(), body[found.end() :].lstrip()
    return " ".join(part for part in (left, preposition, rest, right) if part) + end


def _placed(body: str, preposition: str) -> re.Match[str] | None:
    """The last of what a question is set in by this preposition."""
    found = list(re.finditer(rf"\b{preposition} (?:(?!{PLACED_ENDS})[^,;?])+", body, re.IGNORECASE))
    return found[-1] if found else None


def _named_papers(name: str, before: str) -> str:
    """ "Which Nature papers use drones?" of "Which papers use drones?" and "only those from Nature"."""
    if name.lower() in EXTREMES:
        return the_most(before, "", name.lower())
    return SET_PLURAL.sub(lambda found: f"{name} {found.group()}", before, count=1)


def _example_of(before: str) -> str:
    """Of what is defined or listed there are examples; else the question is asked once more."""
    read = read_question(before)
    subject = subject_of(read)
    return f"What are examples of {subject}?" if read.kind == "definition" and subject else before


def _asked_why(lead: str, before: str) -> str:
    first, _, rest = before.partition(" ")
    lead = "Why" if lead.lower() == "how come" else lead[:1].upper() + lead[1:].lower()
    if first.lower() in AUXILIARIES:
        return f"{lead} {first.lower()} {rest}"
    if lead == "Why" and first.lower() == "how" and rest.partition(" ")[0] in AUXILIARIES:
        return f"{lead} {rest}"
    return f"{lead}: {before}"


def _named(question: str, subject: str) -> str:
    """The first pronoun becomes the subject of the question before."""

    def name(found: re.Match[str]) -> str:
        return f"{subject}{'’' if is_plural(subject) else '’s'}" if found.group().lower() in OWNED else subject

    return PRONOUN.sub(name, question, count=1)
