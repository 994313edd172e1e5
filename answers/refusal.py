"""Whether the citers answer a question at all, how sure that is, and what to say when they do not."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answers.absence import holds
from answers.evidence import Evidence, Scored, Shares, held_in
from answers.questions.held_elsewhere import BESIDE, asks_when_published, held_elsewhere
from answers.questions.question import Question
from answers.questions.rows_of_names import rows_of_names
from answers.questions.shapes import Sides, sides
from answers.questions.untold import left_out, of_author_counts, of_citation_counts
from answers.sentences import Sentence
from answers.text.cues import citing_says, paper_says
from answers.text.logistic import logistic
from answers.text.stating import (
    states_amount,
    states_cost,
    states_count,
    states_date,
    states_duration,
    states_margin,
    states_money,
    states_rank,
    states_share,
)
from answers.text.wording import disputes
from answers.text.wordlists import KINDS_OF_PEOPLE
from answers.together import Apart
from answers.values import Shape
from corpus.values import Paper
from index.text.tokens import stem, stems
from index.values import Hit

# Logistic regression on every second one of 515 biomedical questions with the abstract that settles each and others
# that come near, of 48 questions with the passages that experts cite, and of questions off the subject of a hub of 30.
INTERCEPT, COSINE, COVERED, CROWD = -0.10, 15.26, 6.20, -1.42
LARGEST_CROWD = 6_000  # sentences, beyond what was fitted
ANSWERS = 0.12  # the chance from which a paper answers
LIKELY = 0.4  # and the chance of relevance, as search reports it, from which it does whatever else is said
FAINT = 0.1  # below this chance of relevance it never does
CONCERNED = 1 / 3  # of what a question names, that a sentence which disputes it names as well
STATES = {
    "margin": states_margin,
    "rank": states_rank,
    "money": states_money,
    "cost": states_cost,
    "share": states_share,
    "duration": states_duration,
}
QUOTED = 100  # characters of a concept that is told


@dataclass(frozen=True, slots=True)
class Refusal:
    """`reason` is one short clause; `missing` is a sentence for the reader, in the question's own words."""

    reason: str
    missing: str


NO_YEARS = Refusal(
    "no citing paper held says when it appeared",
    "No citing paper held says when it appeared, so that none can be told by its year.",
)


OF_HUB = Refusal(
    "no citing paper says what it is",
    "No citing paper says what it is: the hub's page (`citers summary HUB`) has the summary of its own.",
)


def logit(evidence: Evidence, crowd: float) -> float:
    """How likely a paper is to answer, by its sentences and as a whole, among so many sentences in scope.

    The more there are, the more come close by accident.
    """
    return INTERCEPT + strength(evidence) + CROWD * math.log(min(max(crowd, 1), LARGEST_CROWD))


def strength(evidence: Evidence) -> float:
    """What the paper itself has to say for answering, in logits."""
    return COSINE * (evidence.cosine + evidence.whole) / 2 + COVERED * evidence.coverage


def chance(evidence: Evidence, crowd: float) -> float:
    return logistic(logit(evidence, crowd))


def crowd_of(judged: Sequence[Evidence], papers: int) -> float:
    """The sentences in a scope of so many papers, as many for each as the judged ones have."""
    return papers * sum(len(one.sentences) + 1 for one in judged) / len(judged) if judged else 0.0


def answering(judged: Sequence[Evidence], papers: int) -> list[Evidence]:
    """The judged papers, found among so many `papers`, that are likely enough to answer."""
    crowd = crowd_of(judged, papers)
    return [
        one
        for one in judged
        if one.probability >= LIKELY or (one.probability >= FAINT and chance(one, crowd) >= ANSWERS)
    ]


def of_its_settings(question: Question, asked: Shares, judged: Sequence[Evidence]) -> list[Evidence]:
    """For an amount or a date, the papers that hold the most telling word of each thing that the question is set in,
    and for a rank its names: the survival of another cancer is none of what was asked, nor is another team's place."""
    if not (question.amount_only or question.dated):
        return list(judged)
    ranked = sorted(question.names) if question.amount_of == "rank" else []
    telling = [max(stems(it), key=lambda stem: (asked.get(stem, 0.0), stem)) for it in (*question.settings, *ranked)]
    return [one for one in judged if all(holds(one.held, stem) for stem in telling)]


def of_its_names(question: Question, every: Sequence[Evidence], near: Sequence[Evidence]) -> list[Evidence]:
    """For an amount or a date, the papers `near` that hold each of the question's names that any of `every` holds, or
    one of names in a row: the hours of another corpus are none of what was asked."""
    if not (question.amount_only or question.dated):
        return list(near)
    held = frozenset().union(*(one.held for one in every))
    known = [[[stem for stem in stems(name) if holds(held, stem)] for name in row] for row in rows_of_names(question)]
    rows = [names for row in known if (names := [name for name in row if name])]

    def speaks_of(one: Evidence, row: Sequence[Sequence[str]]) -> bool:
        return any(all(holds(one.held, stem) for stem in name) for name in row)

    return [one for one in near if all(speaks_of(one, row) for row in rows)]


def holding(names: frozenset[str], judged: Sequence[Evidence]) -> list[Evidence]:
    """The papers that hold one of these names; all, where there are none."""
    return [one for one in judged if not names or names & one.held]


def comparing(question: Question, judged: Sequence[Evidence]) -> list[Evidence]:
    """The judged papers of which one sentence names both things that the question compares."""
    compared = sides(question)
    if compared is None:
        return []
    both = {*stems(compared.one), *stems(compared.other)}
    return [one for one in judged if any(both <= set(stems(said.sentence.text)) for said in one.sentences)]


def fits(question: Question, shape: Shape, scored: Scored, hits: Sequence[Hit], named: Collection[str]) -> bool:
    """Whether the sentence can answer: a question only for an amount or a date wants that, one for dispute wants
    dispute, of what the question has `named`."""
    if shape == "dispute":
        return _disputes(question, scored.sentence, hits[scored.hit], named)
    if question.counted:
        return states_count(scored.sentence.text, _counted_in(hits[scored.hit].paper, question.counted))
    if question.dated and not states_date(scored.sentence.text):
        return False
    states = STATES[question.amount_of] if question.amount_of else states_amount
    return states(scored.sentence.text) if question.amount_only else True


def _counted_in(paper: Paper, counted: tuple[str, ...]) -> tuple[str, ...]:
    """What is counted, and patients where the paper is of people of this kind."""
    kinds = KINDS_OF_PEOPLE & set(counted)
    of_them = kinds and set(map(stem, kinds)) <= held_in(f"{paper.title} {paper.abstract or ''}")
    return (*counted, "patients") if of_them else counted


def _disputes(question: Question, sentence: Sentence, hit: Hit, named: Collection[str]) -> bool:
    """In words, or labelled so: what the question names, or where it names nothing, the hub or other work."""
    labelled = hit.citation is not None and hit.citation.polarity == "contrast"
    if not question.concepts:
        return labelled or against(sentence) > 1
    concerned = len({*named} & held_in(sentence.text)) >= CONCERNED * len(named)
    return concerned and (disputes(sentence.text) or (labelled and sentence.field == "context"))


def against(sentence: Sentence) -> int:
    """How plainly it speaks against the hub, or against other work: 2 in words of its own, 1 where it cites the hub."""
    cites = sentence.field == "context"
    return 2 if (citing_says if cites else paper_says)("dispute", sentence.text) else int(cites)


def refusal(question: Question, near: Sequence[Evidence], hits: Sequence[Hit], absent: Sequence[str]) -> Refusal | None:
    """Why the papers that come `near` among the hits cannot answer the question, if they cannot; `absent` is what it
    names and none of them speaks of."""
    if not hits:
        return Refusal("no citing paper is in scope", "There is no citing paper to answer from.")
    if not question.concepts:
        return Refusal("the question names nothing to look for", "The question names nothing to look for.")
    return None if near else _unanswered(absent)


def untold(whole: str, left: str) -> Refusal | None:
    """Why no text of a paper can answer a question, made whole, if none can; `left` is the question without filters."""
    if left_out(left):
        told = "what papers leave out cannot be told from their texts"
        return Refusal(told, f"{told.capitalize()}: ask for those that do it, and set them aside.")
    if of_author_counts(whole):
        told = "authors are not counted here, only papers"
        return Refusal(told, f"{told.capitalize()}: ask for the papers by an author, whom you name.")
    if of_citation_counts(left or whole):
        told = "how often the citing papers are cited is not held"
        return Refusal(told, f"{told.capitalize()}.")
    return _elsewhere(*found) if (found := held_elsewhere(whole, left)) else None


def _elsewhere(told: str, where: str) -> Refusal:
    return Refusal(told, f"{told.capitalize()}: {where}")


def unstated(question: Question, shape: Shape) -> Refusal:
    """The papers are there, but no sentence of theirs states the amount, date or dispute that was asked for."""
    if shape == "dispute":
        return Refusal("no sentence disputes it", "No citing paper found disputes it.")
    if asks_when_published(question.text):
        return _elsewhere(*BESIDE)
    asked_for = "the date asked for" if question.dated else "the amount asked for"
    what = f"the number of {' '.join(question.counted)}" if question.counted else asked_for
    return Refusal(f"no sentence states {what}", f"No citing paper found states {what}.")


def apart(told: Apart) -> Refusal:
    """Every paper that comes near speaks of some of what the question names, and none of all."""
    beside = " and ".join(f"“{_shown(thing)}”" for thing in told.beside) or "the rest of the question"
    what = f"no citing paper speaks of “{_shown(told.missing)}” together with {beside}"
    return Refusal(what, f"{what[0].upper()}{what[1:]}.")


def uncompared(sides: Sides) -> Refusal:
    """One is asked to be more than the other, and sentences were found about one of them alone."""
    what = f"compares “{_shown(sides.one)}” with “{_shown(sides.other)}”"
    return Refusal(f"no citing paper {what}", f"No citing paper found {what}.")


def _unanswered(absent: Sequence[str]) -> Refusal:
    if not absent:
        told = "no citing paper comes close enough to answer the question"
        return Refusal(told, f"{told.capitalize()}.")
    named = ", ".join(f"“{_shown(concept)}”" for concept in absent[:3])
    return Refusal(f"no citing paper is about {named}", f"No citing paper found is about {named}.")


def _shown(concept: str) -> str:
    """As it stands in the question, or its beginning where that is long."""
    return concept if len(concept) <= QUOTED else f"{concept[:QUOTED]}…"
