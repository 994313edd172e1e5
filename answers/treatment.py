"""What citing papers make of the hub: by the label of each citation where there is one, else by words of its sentences.

Judged by the relations that a report on the hub goes by, but for papers that do not speak of the hub at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from answers.compose import Answered, refused, told
from answers.questions.asked_treatment import Treatment, hub_names
from answers.questions.hub_author import hub_author
from answers.recall import recall
from answers.refusal import Refusal
from answers.reports.citers import Citer, Quoted, best_sentence, citers_among, put_together
from answers.reports.reading import readable
from answers.reports.relations import Judged, judged_by, place
from answers.sentences import Sentence
from answers.text.cited_hub import Cited, cited_as
from answers.text.cues import citing_says
from answers.text.relation import Relation
from answers.values import Answer, Tally
from index.searcher import Searcher
from index.values import Filters

DOES: dict[Relation, str] = {
    "build-on": "use or build on it",
    "extend": "extend it",
    "compare": "compare with it",
    "dispute": "dispute it",
}
ELSE = "Otherwise"
READ = 200  # papers of which something else is told, the newest

Verdicts = dict[Relation, list[Judged | None]]
LABELLED = 0.98


@dataclass(frozen=True, slots=True)
class Share:
    """How many citations are in a relation of those whose sentences say so, of those whose sentences do not, and of
    those whose sentences are not held."""

    said: float
    unsaid: float
    unheard: float


# The means of two sets of labelled citing sentences (`python -m eval.cues`). Disputes are
# not labelled there; they are taken to be as rare as extensions.
SHARES: dict[Relation, Share] = {
    "build-on": Share(0.76, 0.25, 0.34),
    "extend": Share(0.93, 0.04, 0.05),
    "compare": Share(0.69, 0.19, 0.22),
    "dispute": Share(0.93, 0.04, 0.05),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A question for how citing papers treat the hub, about those of its citers that pass the filters."""

    answered: Answered
    treatment: Treatment
    counts: bool
    most: int

    @property
    def relations(self) -> tuple[Relation, ...]:
        return tuple(DOES) if self.treatment == "any" else (self.treatment,)


def treated(searcher: Searcher, hub: str, filters: Filters, asking: Asking) -> Answer:
    """The best sentences of the citing papers that treat the hub so, and of all of them how many do."""
    citers = list(citers_among(searcher, hub, filters))
    cited = cited_as(hub_names(searcher.version.snapshot.hub(hub).paper.title), hub_author(searcher, hub))
    judged: Verdicts = {each: [_judged(each, citer, cited) for citer in citers] for each in asking.relations}
    quoted = list(_best(judged, asking.most))
    if len(judged) > 1:
        quoted += _others(citers, cited, quoted, asking.most)
    first, *others = asking.relations
    tally = _tally(first, judged[first]) if asking.counts and not others else None
    if not quoted:
        return refused(asking.answered, _refusal(judged, len(citers)), (), tally)
    return told(asking.answered, *put_together(quoted), tally)


def _judged(relation: Relation, citer: Citer, cited: Cited) -> Judged | None:
    """As a report judges it; of one that has neither label nor citing sentence those sentences alone count that name
    the hub. None where nothing tells."""
    citation = citer.citation
    judged = judged_by(relation, citer, cited) if citation.contexts or citation.role or citation.polarity else None
    if judged is not None and judged.basis != "own words":
        return judged
    if not cited.named.search(citer.own_text):
        return None

    def says(sentence: Sentence) -> bool:
        return bool(cited.named.search(sentence.text)) and citing_says(relation, sentence.text, cited)

    return Judged(citer, "own words", best_sentence(citer, says))


def _best(judged: Verdicts, most: int) -> Iterator[Quoted]:
    """The sentences that read best, one of a paper; of several relations an equal share of the papers for each, and
    what one leaves of its share for the others."""
    several = len(judged) > 1
    found = {
        relation: _quoted(each, f"They {DOES[relation]}" if several else None) for relation, each in judged.items()
    }
    share = max(1, most // len(judged))
    taken: dict[Relation, list[Quoted]] = {relation: [] for relation in judged}
    for up_to in (share, most):
        for relation, quoted in found.items():
            shown = {one.citer.paper.id for each in taken.values() for one in each}
            room = min(up_to - len(taken[relation]), min(most, share * len(judged)) - len(shown))
            taken[relation] += [one for one in quoted if one.citer.paper.id not in shown][:room]
    for each in taken.values():
        yield from each


def _quoted(judged: Iterable[Judged | None], heading: str | None) -> list[Quoted]:
    """The sentences that were found, those that read best first."""
    found = sorted((one for one in judged if one and one.sentence), key=place)
    return [Quoted(one.citer, one.sentence, heading) for one in found if one.sentence]


def _others(citers: Sequence[Citer], cited: Cited, quoted: Sequence[Quoted], most: int) -> list[Quoted]:
    """What other papers say of the hub, as far as there is room."""
    shown = {one.citer.paper.id for one in quoted}

    def speaks(sentence: Sentence) -> bool:
        return readable(sentence) >= 0 and (sentence.field == "context" or bool(cited.named.search(sentence.text)))

    left = (
        one
        for one in citers
        if one.paper.id not in shown and (one.citation.contexts or cited.named.search(one.own_text))
    )
    newest = sorted(left, key=lambda citer: (-(citer.paper.year or 0), citer.paper.id))[:READ]
    said = (Judged(citer, "words", best_sentence(citer, speaks)) for citer in newest)
    return _quoted(said, ELSE)[: most - len(shown)]


def _tally(relation: Relation, judged: Sequence[Judged | None]) -> Tally:
    """Undecided are those that nothing tells of."""
    matching = [one.citer.paper.id for one in judged if one and one.sentence]
    chances = np.array([_chance(relation, one) for one in judged])
    matches = np.array([bool(one and one.sentence) for one in judged], dtype=bool)
    estimated = recall(chances[matches], chances[~matches])
    return Tally(
        matching=len(matching),
        undecided=sum(one is None for one in judged),
        of=len(judged),
        estimated_recall=estimated.value,
        interval=(estimated.low, estimated.high),
        paper_ids=tuple(matching),
    )


def _chance(relation: Relation, judged: Judged | None) -> float:
    share = SHARES[relation]
    if judged is None:
        return share.unheard
    if judged.basis == "label":
        return LABELLED if judged.sentence else 1 - LABELLED
    return share.said if judged.sentence else share.unsaid


def _refusal(judged: Verdicts, citers: int) -> Refusal:
    if not citers:
        return Refusal("no citing paper is in scope", "There is no citing paper to answer from.")
    unheard = sum(not any(each) for each in zip(*judged.values(), strict=True))
    if unheard == citers:
        why = "no citing paper held has a label or a citing sentence, so that how they treat it cannot be told"
        return Refusal(why, f"{why.capitalize()}: import them with `contexts`, the sentences in which they cite it.")
    does = "say anything of it" if len(judged) > 1 else DOES[next(iter(judged))]
    why = f"no citing paper held is seen to {does}, by its label or by words of its citing sentences"
    return Refusal(why, f"{why.capitalize()}." + (f" {unheard:,} of {citers:,} have neither." if unheard else ""))
