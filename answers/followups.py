"""Makes a follow-up a question of its own, from the questions before it: "and for vision?", "what about pruning?".

Only words of earlier questions are used: nothing that was answered, and no source, can reach a later answer.
"""

import re
from collections.abc import Callable, Sequence

from answers.followup_patterns import (
    ABOUT,
    ALONE,
    ANEW,
    DATES,
    DETERMINER,
    DISAGREES,
    DOES,
    LEAD,
    MORE,
    NOT,
    OF_THEM,
    ONLY,
    ONLY_ONES,
    OWNED,
    PAPERS,
    PLACED_ENDS,
    PLURAL_BEFORE,
    PREPOSITION,
    PRONOUN,
    SAYS_SO,
    VERB,
    VERBAL,
    VERBS,
    WHICH,
    YEAR,
    YEARS,
)
from answers.question import Question, about_papers, read_question
from answers.question_patterns import SET_PLURAL
from answers.wordlists import AUXILIARIES

REMEMBERED = 20  # earlier questions looked at, the last ones
EXTREMES = {"newest", "latest", "most recent", "oldest", "earliest"}
FEW = 3  # words up to which a piece without a verb is a new subject for the question before


Nearest = Callable[[str, Sequence[str]], str]


def first_of(_: str, parts: Sequence[str]) -> str:
    return parts[0]


def rewritten(question: str, earlier: Sequence[str], nearest: Nearest = first_of) -> str:
    """The question as it is meant after the earlier ones, the oldest first; as it is where it stands by itself.

    "And mortality?" takes the place of the part of the question before that comes `nearest` to it in meaning.
    """
    before = ""
    for each in (*earlier[-REMEMBERED:], question):
        before = _meant(each.strip(), before, nearest) if before else each.strip()
    return before if earlier else question


def _meant(question: str, before: str, nearest: Nearest) -> str:
    bare = LEAD.sub("", question)
    if anew := ANEW.match(bare):
        return anew["rest"]
    if (short := _short(bare, before)) is not None:
        return short
    about = ABOUT.match(bare)
    piece = (about["rest"] if about else bare).rstrip(" ?.!")
    placed = PREPOSITION.match(piece)
    if placed and (about or bare != question or _is_piece(piece)):
        return _set_in(before, placed["preposition"].lower(), placed["rest"])
    if not _points(piece) and (about or (bare != question and _is_piece(piece))):
        return _of_another(before, piece, nearest)
    if found := OF_THEM.match(bare):
        return _among_them(found["lead"], found["rest"], before)
    if _points(bare) and (subject := subject_of(read_question(before))):
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
    body, end = _ended(before)
    if MORE.match(bare):
        return before
    if (found := WHICH.match(bare)) or (found := SAYS_SO.match(bare)):
        return _asked_of_papers(found.groupdict().get("lead") or "which", before)
    if DISAGREES.match(bare) and body.partition(" ")[0].lower() in AUXILIARIES:
        return f"Who disputes that {_stated(body)}?"
    if found := ALONE.match(bare):
        return _asked_why(found["lead"], before)
    if (found := ONLY_ONES.match(bare)) and about_papers(before) and SET_PLURAL.search(before):
        return _of_papers(found["rest"], before)
    if (found := ONLY.match(bare)) and (placed := PREPOSITION.match(found["rest"].rstrip(" ?.!"))):
        return _set_in(before, placed["preposition"].lower(), placed["rest"])
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
    return len(read) <= FEW + 2 and not {*AUXILIARIES, "what", "which", "who", "how", "why", "when", "where"} & set(
        read
    )


def _set_in(before: str, preposition: str, rest: str) -> str:
    """The question before, with what it was set in by this preposition replaced, or with the new one at its end."""
    body, end = _ended(before)
    if preposition in YEARS:
        dated = YEAR.findall(before)
        if rest.lower() in ("that", "then") and dated:
            rest = dated[0] if preposition in ("before", "until") else dated[-1]
        body = DATES.sub("", body)
        return f"{body} {preposition} {rest}{end}"
    named = rest[:1].isupper() and not re.search(rf"\b{preposition} (?:the )?[^\W\d_a-z]", before)
    if preposition in ("from", "at") and named and SET_PLURAL.search(before):
        return _of_papers(rest, before)
    if preposition in ("from", "in") and YEAR.match(rest) and about_papers(before):
        return f"{DATES.sub('', body)} published {preposition} {rest}{end}"
    found = list(re.finditer(rf"\b{preposition} (?:(?!{PLACED_ENDS})[^,;])+", body, re.IGNORECASE))
    if not found:
        return f"{body} {preposition} {rest}{end}"
    before, after = body[: found[-1].start()].rstrip(), body[found[-1].end() :].lstrip()
    return " ".join(part for part in (before, preposition, rest, after) if part) + end


def _of_papers(name: str, before: str) -> str:
    """ "Which Nature papers use drones?" of "Which papers use drones?" and "only those from Nature"."""
    if name.lower() in EXTREMES:
        return re.sub(
            rf"^\W*(?:which|what|how many) (?={SET_PLURAL.pattern})", f"What are the {name} ", before, flags=re.I
        )
    return SET_PLURAL.sub(lambda found: f"{name} {found.group()}", before, count=1)


def _of_another(before: str, piece: str, nearest: Nearest) -> str:
    """The question before, of another subject or object; where it is not plain how far that goes, with both."""
    read = read_question(before)
    subject = subject_of(read)
    if not subject:
        return f"{piece}: {before}"
    parts = [subject, *_objects(read, subject)]
    part = nearest(piece, parts) if len(parts) > 1 else subject
    if read.kind == "yes_no" and part == read.concepts[0] and part.count(" ") > 1:  # with a verb in it, perhaps
        body, end = _ended(before)
        return f"{body}, and {piece}{end}"
    return re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", lambda _: piece, before, count=1)


def _objects(question: Question, subject: str) -> list[str]:
    """What stands in a question about an effect behind its verb, in one run; none where there is no verb known."""
    found = re.search(
        rf"{re.escape(subject)} (?:{'|'.join(VERBS.split())})s? (?P<rest>.+)", question.text, re.IGNORECASE
    )
    if found is None or question.kind not in ("yes_no", "open"):
        return []
    inside = read_question(found["rest"].rstrip(" ?.!")).concepts
    return [one for one in inside[:1] if one in found["rest"]]


def subject_of(question: Question) -> str:
    """What a question is about first of all: the first run of words that say something, up to a verb or a predicate
    among them."""
    first = next(iter(question.concepts), "")
    if question.kind not in ("yes_no", "open"):
        return first
    if re.match(
        rf"\s*(?:is|are|was|were) (?:the |an? )?{re.escape(first)}(?:\W*$|,| (?:for|in|of|on|to|with|by|at|than)\b)",
        question.text,
        re.IGNORECASE,
    ):
        return first.rpartition(" ")[0] or first  # "Is biochar profitable": what is said of it
    if " " in first and re.search(rf"^\s*(?:{DOES}) .*?{re.escape(first)} {DETERMINER}", question.text, re.IGNORECASE):
        return first.rpartition(" ")[0]
    before_verb = VERB.split(first)[0]
    return before_verb if before_verb != first else VERBAL.split(first)[0]


def _asked_of_papers(lead: str, before: str) -> str:
    """ "How many?" after "Which papers use drones?" asks how many papers use drones."""
    found = PAPERS.match(before) if about_papers(before) else None
    rest = found["rest"] if found else f"address: {before}"
    named = {"how many": "How many papers", "any": "Are there any papers that", "who": "Who"}.get(
        lead.lower(), "Which papers"
    )
    return f"{named} {rest}"


def _among_them(lead: str, rest: str, before: str) -> str:
    """ "Which of them used pots?" after a question about phosphorus asks which papers on phosphorus used pots."""
    first = "How many" if lead.lower() == "how many" else "Which"
    if asked := PAPERS.match(_ended(before)[0]):
        return f"{first} papers {asked['rest']} and {rest}"
    subject = subject_of(read_question(before))
    return f"{first} papers on {subject} {rest}" if subject else f"{first} papers {rest}"


def _asked_why(lead: str, before: str) -> str:
    first, _, rest = before.partition(" ")
    lead = lead[:1].upper() + lead[1:].lower()
    if first.lower() in AUXILIARIES:
        return f"{lead} {first.lower()} {rest}"
    return f"{lead}: {before}"


def _named(question: str, subject: str) -> str:
    """The first pronoun becomes the subject of the question before."""

    def name(found: re.Match[str]) -> str:
        return f"{subject}’s" if found.group().lower() in OWNED else subject

    return PRONOUN.sub(name, question, count=1)


def _ended(question: str) -> tuple[str, str]:
    body = question.rstrip(" ?.!")
    return body, "?" if question.rstrip().endswith("?") else ""
