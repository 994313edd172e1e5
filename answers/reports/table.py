"""A table of citers and questions: each cell the sentence in which that paper answers that question, or nothing."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from answers.absence import meaning_the_same, set_in, strange_in
from answers.evidence import Evidence as Judged
from answers.evidence import Scored, judged, shares
from answers.questions.question import Question, read_question
from answers.questions.shapes import DISPUTE, disputed, shape_of
from answers.questions.vocabulary import Vocabulary
from answers.refusal import LIKELY, chance, fits
from answers.reports.stated import OURS, Wanted, how_whole, of_people, plainly, wanted
from answers.reports.table_values import Cell, Row, Table
from answers.selection import select
from answers.sentences import Embeds, Read, read
from answers.text.stating import COUNTING_WORDS
from answers.values import Shape
from index.arrays import Vectors
from index.searcher import Searcher
from index.values import Hit, SearchRequest

# An amount, and not the number in a name such as GPT-4.
FIGURE = re.compile(r"(?<![\w-])\d")
COUNTED = re.compile(rf"\b(?:{'|'.join(sorted(COUNTING_WORDS))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asking:
    """What all questions of a table are asked of: the words of a hub's citers, and how many sentences they have.

    The more sentences there are, the more come near a question by accident.
    """

    embedder: Embeds
    vocabulary: Vocabulary
    crowd: int


def table(searcher: Searcher, embedder: Embeds, questions: Sequence[str], page: SearchRequest) -> Table:
    """The citers of one hub that the `page` lists, with what each says to each question. Raises HubNotFound.

    A cell depends on the hub, the paper and the question alone: filters and pages only choose rows. Of the index's
    papers nothing is embedded but those that it has not read yet.
    """
    listed = searcher.search(page)
    found = read(searcher.version, listed.hits, embedder)
    asking = Asking(embedder, Vocabulary(searcher, page.hubs), _sentences(searcher, page.hubs))
    columns = [list(_column(asking, text, listed.hits, found)) for text in questions]
    rows = tuple(
        Row(hit.paper, hit.citation, tuple(column[place] for column in columns))
        for place, hit in enumerate(listed.hits)
    )
    return Table(tuple(questions), rows, listed.total)


def _sentences(searcher: Searcher, hubs: tuple[str, ...]) -> int:
    scope, version = searcher.known(hubs).scope, searcher.version
    return int(version.sentences.sizes(scope.rows).sum()) + int(scope.cited.contexts.sum())


def _column(asking: Asking, text: str, hits: Sequence[Hit], found: Sequence[Read]) -> Iterator[Cell | None]:
    """As an answer judges: a paper answers that is likely enough to, and speaks of what the question is set in.

    One of whose sentences states all that is asked holds the whole question, and other papers are no crowd beside it.
    """
    question, shape = _read(text)
    asked = shares(question, asking.vocabulary.weight)
    every = judged(question, hits, found, asking.embedder, asked)
    foreign = strange_in(question, asked, asking.vocabulary)  # what other rows say must not tell in this
    spoken = set_in(foreign.settings, every, asking.embedder)
    means = meaning_the_same(foreign, question, spoken, found, asking.embedder)
    speaking = {one.hit for one, same in zip(spoken, means, strict=True) if same}
    vector = asking.embedder.embed_query(question.query)
    wants = wanted(question) if question.concepts and shape != "dispute" else None
    for one in every:
        said, met, crowd = _stating(question, wants, one), replace(one, coverage=1.0), len(one.sentences) + 1
        if said is None and not (wants and wants.decisive):
            own = _of_itself if wants else lambda _: True
            whole = replace(one, sentences=tuple(filter(own, one.sentences)))
            said, met, crowd = _said(question, shape, whole, hits, asked.keys()), one, asking.crowd
        sure = 0.0 if said is None else _sure(met, said, vector, crowd)
        answers = bool(question.concepts) and sure >= LIKELY and one.hit in speaking
        yield _cell(said, sure) if said is not None and answers else None


def _sure(one: Judged, said: Scored, asked: Vectors, crowd: int) -> float:
    """The chance that the paper answers, by the sentence that is to be quoted: another may have come nearer."""
    return chance(replace(one, cosine=round(float(said.vector @ asked), 5)), crowd)


def _read(text: str) -> tuple[Question, Shape]:
    """Of each paper by itself "does it dispute …?" asks what "who disputes …?" asks of all."""
    question = read_question(plainly(text))
    shape: Shape = "dispute" if question.kind == "yes_no" and DISPUTE.search(text) else shape_of(question)
    return (disputed(question) if shape == "dispute" else question), shape


def _stating(question: Question, wants: Wanted | None, one: Judged) -> Scored | None:
    """The sentence that states all that is asked, where one does: of counts of people the first of all those studied,
    where that is not said the first one that is not of some of them."""
    if wants is None:
        return None
    stating = [scored for scored in one.sentences if _of_itself(scored) and wants.stated_in(scored.sentence.text)]
    if wants.counted and of_people(wants.counted):
        best = max(stating, key=lambda scored: how_whole(scored.sentence.text), default=None)
        return best if best and how_whole(best.sentence.text) else None
    points = select(question, [replace(one, sentences=tuple(stating))], lambda _: True, 1)
    return points[0].main if points else None


def _of_itself(scored: Scored) -> bool:
    """A citing sentence tells of what it cites, unless those who write speak of themselves."""
    return scored.sentence.field != "context" or bool(OURS.search(scored.sentence.text))


def _said(question: Question, shape: Shape, one: Judged, hits: Sequence[Hit], named: Collection[str]) -> Scored | None:
    def states(scored: Scored) -> bool:
        text = scored.sentence.text
        named_only = question.amount_only and not (FIGURE.search(text) or COUNTED.search(text))
        return not named_only and fits(question, shape, scored, hits, named)

    points = select(question, [one], states, 1)
    return points[0].main if points else None


def _cell(said: Scored, sure: float) -> Cell:
    quoted = said.sentence
    return Cell(quoted.text, quoted.field, quoted.start, quoted.end, quoted.context, round(sure, 4))
