"""What a question comes to: a follow-up made whole, the filters in it taken out, and both shown to the asker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from answers.questions.asked_filters import filters_asked
from answers.questions.asked_papers import extreme, kind_behind, papers_first, year_behind
from answers.questions.asked_plainly import hub_as_it, plainly, without_courtesy
from answers.questions.asked_treatment import (
    Treatment,
    asks_what_it_is,
    named_as_it,
    names_an_author,
    published_then,
    treatment_asked,
)
from answers.questions.followups import rewritten
from answers.questions.hub_author import hub_author
from answers.questions.in_full import in_full, strange_acronyms
from answers.questions.known import Known
from answers.questions.misspelt import spelt_right
from answers.questions.question import LONGEST, Question, names_nothing, read_question
from answers.questions.question_patterns import ABOUT_SET, EVERYTHING, HOW_MANY, SET_PLURAL, WHO
from answers.questions.vocabulary import Vocabulary
from answers.values import EVERY_PAPER, Understood
from index.searcher import Searcher
from index.text.tokens import stems
from index.values import Filters, SearchRequest

NAMES = tuple(Filters.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Reading:
    """The question as read, what the asker is shown of that, and every filter that holds, asked or given.

    `every_paper`: it asks for nothing but papers, those that pass the filters, which may be all. `whole` is what was
    asked, made whole, with its filters. `treatment` is how those asked for treat the hub, where one is asked about;
    `of_hub`: it asks what the hub is.
    """

    question: Question
    understood: Understood
    filters: Filters
    every_paper: bool
    whole: str
    treatment: Treatment | None = None
    of_hub: bool = False


def understand(
    searcher: Searcher, question: str, hubs: tuple[str, ...], given: Filters, earlier: Sequence[str] = ()
) -> Reading:
    """Reads a question about the citers of `hubs` after the `earlier` ones, the oldest first. Raises HubNotFound."""
    known = _known(searcher, hubs)
    nearest, limits = partial(nearest_to, searcher), partial(_limits, known)
    asked, *before = (spelt_right(_tidy(each), known.spoken) for each in (question, *earlier))
    whole = hub_as_it(rewritten(asked, before, nearest, limits))
    whole, wanted_first = extreme(kind_behind(year_behind(whole)))
    left, found, treatment = _treating(whole, *filters_asked(whole, known), known)
    whole, left = (plainly(papers_first(each)) for each in (whole, left))
    left = left if treatment else _in_full(searcher, hubs, left)
    of_papers = found != EVERY_PAPER or _of_papers(whole, left)
    every_paper = of_papers and names_nothing(left) and treatment is None
    if every_paper:
        left = ""
    about_set = read_question(whole).about_set or (every_paper and bool(HOW_MANY.search(whole)))
    wanted = read_question(whole).wanted
    read = replace(read_question(left), wanted=wanted, extreme=wanted_first)
    read = replace(read, about_set=True) if about_set else read
    of_hub = known.hub is not None and asks_what_it_is(whole, known.hub)
    return Reading(read, Understood(left, found), both(given, found), every_paper, whole, treatment, of_hub)


def _in_full(searcher: Searcher, hubs: tuple[str, ...], text: str) -> str:
    """With acronyms that no paper in scope holds in the words of the titles found for them."""
    strange = strange_acronyms(text, Vocabulary(searcher, hubs).knows)
    if not strange:
        return text
    found = searcher.search(SearchRequest(query=read_question(text).query, hubs=hubs))
    return in_full(text, strange, [hit.paper.title for hit in found.hits])


def _treating(whole: str, left: str, found: Filters, known: Known) -> tuple[str, Filters, Treatment | None]:
    """What is left of a question with the hub by its name or as "it", its filters, which may be how the hub is cited,
    and how papers should treat the hub, where no filter says that."""
    if known.hub is None:
        return left, found, None
    bare = known.well_labelled
    if (bare.roles, bare.polarities) != (known.roles, known.polarities):
        # By a label that few have the papers without one would be passed over, and nobody told.
        unlabelled = _treating(whole, *filters_asked(whole, bare), bare)
        if unlabelled[2] is not None:
            return unlabelled
    as_it = published_then(named_as_it(left, known.hub, known.author() if names_an_author(left) else None))
    if as_it != left:
        unnamed, labelled = filters_asked(as_it, known)
        if labelled != EVERY_PAPER:
            return unnamed, both(found, labelled), treatment_asked(plainly(unnamed))
    # Citing the hub is what all papers do, and is taken out of a question: not where it asks why they do.
    cited = treatment_asked(named_as_it(whole, known.hub)) if found == EVERY_PAPER else None
    return left, found, treatment_asked(plainly(as_it)) or cited


def _of_papers(whole: str, left: str) -> bool:
    """Asks for papers or for everything; "who" alone does where a filter was taken out: "Who cites it?"."""
    who = WHO.search(whole) is not None and left != whole
    return who or any(pattern.search(whole) for pattern in (ABOUT_SET, SET_PLURAL, EVERYTHING))


def nearest_to(searcher: Searcher, piece: str, parts: Sequence[str]) -> str:
    """The part that comes closest in meaning, the first of equally close ones."""
    vector = searcher.embedder.embed_query(piece)
    cosines = [round(float(vector @ searcher.embedder.embed_query(part)), 5) for part in parts]
    return parts[cosines.index(max(cosines))]


def _limits(known: Known, how: str) -> bool:
    """Whether "by Huber" or "published in Nature" says of papers nothing but who wrote them or where they appeared."""
    left, found = filters_asked(f"Which papers were {how}?", known)
    return found != EVERY_PAPER and names_nothing(left)


def _tidy(question: str) -> str:
    """With single blanks, no longer than is read, and without courtesies."""
    return without_courtesy(" ".join(question[: 4 * LONGEST].split())[:LONGEST])


def both(given: Filters, found: Filters) -> Filters:
    """What passes both; where two say different things of one matter, those given by name hold."""
    first = max((year for year in (given.year_from, found.year_from) if year is not None), default=None)
    last = min((year for year in (given.year_to, found.year_to) if year is not None), default=None)
    return replace(
        given,
        year_from=first,
        year_to=last,
        role=given.role or found.role,
        polarity=given.polarity or found.polarity,
        venue=given.venue or found.venue,
        author=given.author or found.author,
        not_year=found.not_year,
        not_venue=found.not_venue,
        not_author=found.not_author,
    )


def in_force(filters: Filters) -> dict[str, object]:
    """The filters that are set, by name."""
    unset = (None, ())
    return {name: value for name in NAMES if (value := getattr(filters, name)) not in unset}


def _author(searcher: Searcher, hubs: Sequence[str]) -> str | None:
    found = hub_author(searcher, hubs[0]) if len(hubs) == 1 else None
    return found[0] if found else None


def _known(searcher: Searcher, hubs: tuple[str, ...]) -> Known:
    known, snapshot = searcher.known(hubs), searcher.version.snapshot
    counted = known.facets

    def passes(filters: Filters) -> bool:
        return searcher.judged(SearchRequest(hubs=hubs, filters=filters)).rows.size > 0

    return Known(
        venues=tuple(counted["venue"]),
        roles=tuple(counted["role"]),
        polarities=tuple(counted["polarity"]),
        authored=partial(searcher.authored, hubs),
        signed=partial(searcher.signed, hubs),
        passes=passes,
        hubs=tuple(snapshot.hub(hub).paper.title for hub in known.scope.hubs),
        today=datetime.now(UTC).year,
        years=[int(year) for year in counted["year"] if year.isdigit()],
        labelled=[kind for kind in ("role", "polarity") if 2 * sum(counted[kind].values()) >= known.scope.rows.size],
        author=partial(_author, searcher, known.scope.hubs),
        spoken=lambda word: any(map(Vocabulary(searcher, hubs).knows, stems(word))),
    )
