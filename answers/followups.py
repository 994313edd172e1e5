"""Makes a follow-up a question of its own, from the questions before it: "and for vision?", "what about pruning?".

Only words of earlier questions are used: nothing that was answered, and no source, can reach a later answer.
"""

import re
from collections.abc import Sequence

from answers.question import Question, read_question
from answers.wordlists import AUXILIARIES

REMEMBERED = 20  # earlier questions looked at, the last ones
LEAD = re.compile(r"^\s*(?:and|but|so|also|ok(?:ay)?|then|now)\b[\s,]*", re.IGNORECASE)
ANEW = re.compile(
    r"^\s*(?:(?:forget|ignore|leave|drop) (?:about )?(?:that|it|this)|never ?mind(?: (?:that|it|this))?)\b"
    r"[\s,.;:!–—-]*(?P<rest>.+)",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"^\s*(?P<lead>which|how many|what|any|who) of (?:them|these|those)(?: papers| studies)?\s+(?P<rest>.+)",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^\s*(?:what|how) about\s+(?P<rest>.+)", re.IGNORECASE)
PREPOSITION = re.compile(
    r"^(?P<preposition>for|in|on|with|by|from|of|at|about|since|before|after|until|without|among)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
YEARS = ("since", "before", "after", "until")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATES = re.compile(
    rf"(?:,? )?\b(?:(?:but|and) )?(?:between|since|before|after|until|in|from) {YEAR.pattern}"
    rf"(?: (?:and|to|until) {YEAR.pattern})?",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"\b(?:it|they|them|these|those|its|their|this one|that one|the same|(?:this|that)(?=\s*(?:[?.!,]|$)))\b",
    re.IGNORECASE,
)
OWNED = {"its", "their"}
WHICH = re.compile(
    r"^\s*(?P<lead>which|how many|who|any|what)(?:\s+(?:ones?|papers?|of (?:them|these|those)))?\s*\??\s*$",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"^\s*(?:which|what|how many|list|find|show)(?:\s+me)?(?:\s+all)?\s+(?:the\s+)?(?:citing\s+)?\w+\s+(?P<rest>.+)",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"^\s*(?P<lead>why|how|when|where|since when)(?:\s+(?:so|not|is that|that))?\s*\??\s*$", re.IGNORECASE
)
# The verbs of questions about effects, and else forms in -ing: where they follow a subject, it has ended.
VERB = re.compile(
    r" (?:reduce|improve|increase|decrease|help|affect|cause|lead|hurt|harm|generali[sz]e|transfer|scale|change|depend"
    r"|require|need|outperform|beat|prevent|enable|learn|predict|rise|fall|grow|hold|work|perform|fail|correlate)\b.*",
    re.IGNORECASE,
)
VERBAL = re.compile(r" \w+ing\b.*", re.IGNORECASE)
# "Does smoke halve the risk": what stands before the object is the verb.
DOES = "do|does|did|can|could|will|would|should|may|might|must"
DETERMINER = r"(?:the|an?|its|their|this|these|those|his|her|our|your|some|any|all|most)\b"
FEW = 3  # words up to which a piece without a verb is a new subject for the question before


def rewritten(question: str, earlier: Sequence[str]) -> str:
    """The question as it is meant after the earlier ones, the oldest first; as it is where it stands by itself."""
    before = ""
    for each in (*earlier[-REMEMBERED:], question):
        before = _meant(each.strip(), before) if before else each.strip()
    return before if earlier else question


def _meant(question: str, before: str) -> str:
    bare = LEAD.sub("", question)
    if anew := ANEW.match(bare):
        return anew["rest"]
    about = ABOUT.match(bare)
    piece = (about["rest"] if about else bare).rstrip(" ?.!")
    placed = PREPOSITION.match(piece)
    if placed and (about or bare != question or _is_piece(piece)):
        return _set_in(before, placed["preposition"].lower(), placed["rest"])
    if about or (bare != question and _is_piece(piece)):
        return _of_another(before, piece)
    if found := WHICH.match(bare):
        return _asked_of_papers(found["lead"], before)
    if found := ALONE.match(bare):
        return _asked_why(found["lead"], before)
    if found := OF_THEM.match(bare):
        return _among_them(found["lead"], found["rest"], before)
    if PRONOUN.search(bare) and (subject := _subject(read_question(before))):
        return _named(bare, subject)
    return bare if bare != question else question


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
    found = list(re.finditer(rf"\b{preposition}\s+[^,;]+$", body, re.IGNORECASE))
    kept = body[: found[-1].start()].rstrip() if found else body
    return f"{kept} {preposition} {rest}{end}"


def _of_another(before: str, piece: str) -> str:
    """The question before, of another subject; where it is not plain how far its subject goes, with both."""
    read = read_question(before)
    subject = _subject(read)
    if not subject:
        return f"{piece}: {before}"
    if read.kind == "yes_no" and subject == read.concepts[0] and subject.count(" ") > 1:  # with a verb in it, perhaps
        body, end = _ended(before)
        return f"{body}, and {piece}{end}"
    return re.sub(re.escape(subject), lambda _: piece, before, count=1)


def _subject(question: Question) -> str:
    """What a question is about first of all: the first run of words that say something, up to a verb among them."""
    first = next(iter(question.concepts), "")
    if question.kind not in ("yes_no", "open"):
        return first
    if " " in first and re.search(rf"^\s*(?:{DOES}) .*?{re.escape(first)} {DETERMINER}", question.text, re.IGNORECASE):
        return first.rpartition(" ")[0]
    before_verb = VERB.split(first)[0]
    return before_verb if before_verb != first else VERBAL.split(first)[0]


def _asked_of_papers(lead: str, before: str) -> str:
    """ "How many?" after "Which papers use drones?" asks how many papers use drones."""
    found = PAPERS.match(before)
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
    subject = _subject(read_question(before))
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
