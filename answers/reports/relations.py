"""Sections on what citers do with the hub: by label where there is one, else by the words that each has to show.

A citer without label and citing sentence tells only what it does with other work, of which the hub need be no part.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from answers.reports.citers import Citer, Quoted, best_sentence, first_sayings, put_together
from answers.reports.reading import readable, stands_alone
from answers.reports.report_values import HEADINGS, Basis, Counted, Section, SectionName
from answers.sentences import Sentence
from answers.text.cited_hub import Cited
from answers.text.cues import citing_says, leaves_open, paper_says
from answers.text.relation import Relation
from corpus.values import Citation, Role

SHOWN = 6  # citers quoted for each basis

ROLES: dict[Relation, tuple[Role, ...]] = {
    "build-on": ("method", "dataset", "motivation"),
    "extend": ("extension",),
    "compare": ("baseline", "result"),
    "dispute": (),
}
TITLES: dict[Relation, str] = {
    "build-on": "What they build on",
    "extend": "What they extend",
    "compare": "What they compare with",
    "dispute": "What they dispute",
}
MISSING: dict[SectionName, str] = {
    "build-on": "No citing paper held is seen to build on it or on other work.",
    "extend": "No citing paper held is seen to extend it or other work.",
    "compare": "No citing paper held is seen to compare itself with it or with other work.",
    "dispute": "No citing paper held is seen to dispute it or other work.",
    "open-questions": "No citing paper held names an open question in its summary, abstract or citing sentences.",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A citer, the basis on which it is judged, and the sentence that puts it in the section, if any does.

    `late`: no paper goes on behind the sentence, as one does that begins with the question which it answers.
    """

    citer: Citer
    basis: Basis
    sentence: Sentence | None
    late: bool = True


def relation_section(relation: Relation, citers: Sequence[Citer]) -> Section:
    """A labelled citer is judged by its label, another by its citing sentences, one without any by its own text."""
    judged = [found for citer in citers if (found := judged_by(relation, citer)) is not None]
    return _section(relation, TITLES[relation], judged, len(citers))


def open_questions(citers: Sequence[Citer]) -> Section:
    """Judged by words alone, in all that is held of each citer."""
    judged = [
        Judged(citer, "words", _worded(citer, leaves_open, [citer.own_text, *_contexts(citer)]))
        for citer in citers
        if citer.own_text or citer.citation.contexts
    ]
    late = [replace(one, late=_said_late(one)) for one in judged]
    return _section("open-questions", "Open questions they name", late, len(citers))


def judged_by(relation: Relation, citer: Citer, cited: Cited | None = None) -> Judged | None:
    """A citer in this relation or not, by the best that tells; None where nothing does. Of a citing sentence that cites
    others as well what it says of the hub counts, where it is known how that is `cited`."""
    citation = citer.citation
    if _labelled(relation, citation):
        return Judged(citer, "label", _by_label(relation, citer))
    if citation.contexts:
        said = _worded(citer, partial(citing_says, relation, cited=cited), _contexts(citer), _is_citing)
        return Judged(citer, "citing words", said)
    if citer.own_text:
        return Judged(citer, "own words", _worded(citer, partial(paper_says, relation), [citer.own_text]))
    return None


def _labelled(relation: Relation, citation: Citation) -> bool:
    if relation == "dispute":
        return citation.polarity is not None
    return citation.role is not None or any(context.role for context in citation.contexts)


def _by_label(relation: Relation, citer: Citer) -> Sentence | None:
    """The citing sentence that bears the label itself, else one with the words, else any, else what the paper says."""
    citation, roles = citer.citation, ROLES[relation]
    labelled = {at for at, context in enumerate(citation.contexts) if context.role in roles}
    belongs = citation.polarity == "contrast" if relation == "dispute" else bool(labelled) or citation.role in roles
    if not belongs:
        return None
    return (
        best_sentence(citer, lambda sentence: sentence.context in labelled)
        or best_sentence(citer, lambda sentence: _is_citing(sentence) and citing_says(relation, sentence.text))
        or best_sentence(citer, _is_citing)
        or best_sentence(citer, lambda _: True)
    )


def _worded(
    citer: Citer, says: Callable[[str], bool], texts: Iterable[str], among: Callable[[Sentence], bool] = lambda _: True
) -> Sentence | None:
    """The best sentence with the words; the texts are read as a whole before they are by sentences, since most have
    none."""
    if not any(map(says, texts)):
        return None
    return best_sentence(citer, lambda sentence: sentence.field != "title" and among(sentence) and says(sentence.text))


def _contexts(citer: Citer) -> list[str]:
    return [context.text for context in citer.citation.contexts]


def _is_citing(sentence: Sentence) -> bool:
    return sentence.field == "context"


def _section(name: SectionName, title: str, judged: Sequence[Judged], citers: int) -> Section:
    quoted: list[Quoted] = []
    counted = []
    for basis, heading in HEADINGS.items():
        of = [one for one in judged if one.basis == basis]
        shown = _shown(of, heading)
        found = sum(one.sentence is not None for one in of)
        quoted += shown
        if of:
            counted.append(Counted(basis, found, len(shown), len(of)))
    claims, sources = put_together(quoted)
    return Section(name, title, citers, claims, sources, tuple(counted), None if claims else MISSING[name])


def _said_late(judged: Judged) -> bool:
    """Whether what is left open does not stand in the first half of an abstract, which mostly goes on to settle it."""
    sentence = judged.sentence
    if sentence is None or sentence.field != "abstract":
        return True
    return 2 * sentence.start >= len(judged.citer.paper.abstract or "")


def _shown(judged: Iterable[Judged], heading: str | None) -> list[Quoted]:
    """The sentences that read best, those of influential citations and of newer papers first among equals; none that
    needs what stands before it beside one that does not."""
    placed = sorted((one for one in judged if one.sentence is not None), key=place)
    found = [Quoted(one.citer, one.sentence, heading) for one in placed if one.sentence is not None]
    return first_sayings([one for one in found if stands_alone(one.sentence)] or found[:1], SHOWN)


def place(judged: Judged) -> tuple[bool, float, bool, float, int, str]:
    paper, citation = judged.citer.paper, judged.citer.citation
    sure = citation.role_confidence or 0.0
    worth = readable(judged.sentence) if judged.sentence else 0.0
    return not judged.late, -worth, not citation.influential, -sure, -(paper.year or 0), paper.id
