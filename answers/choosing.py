"""Chooses, from a question as read, the papers that answer it and the sentences to tell of them, or says why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from answers.absence import Strange, absent, defining, speaking_of, strange_in, unnamed
from answers.arrangement import left_out
from answers.citing import that_define, to_cite
from answers.denial import denied
from answers.evidence import Evidence, Scored, Shares, held_in, judged, shares, telling
from answers.found import LISTED, Found, found_for, misspelt
from answers.questions.own_names import own_names
from answers.questions.question import Question
from answers.questions.shapes import measured
from answers.questions.understanding import Reading
from answers.questions.vocabulary import Vocabulary
from answers.refusal import (
    Refusal,
    against,
    answering,
    apart,
    comparing,
    fits,
    holding,
    of_its_names,
    of_its_settings,
    refusal,
    uncompared,
    unstated,
)
from answers.scattered import scattered
from answers.selection import Point, listing, select
from answers.sentences import Embeds, Read, read
from answers.several import parts_of
from answers.text.wording import compares
from answers.together import told_apart
from answers.values import Shape
from answers.wanted import Chances, Wanted, chances_of, wanted_of
from index.calibration import THRESHOLD
from index.searcher import Searcher
from index.text.tokens import stems
from index.values import Hit, SearchRequest

SURVEYS = ("open", "comparison", "definition", "change", "dispute")


@dataclass(frozen=True, slots=True)
class Aim:
    """A question as read, about the citers of `hubs`, the shape of its answer, and the most papers it tells of."""

    reading: Reading
    shape: Shape
    hubs: tuple[str, ...]
    most: int

    @property
    def asked(self) -> Question:
        return self.reading.question

    @property
    def scope(self) -> SearchRequest:
        """What all papers are judged by where they are counted."""
        return SearchRequest(query=self.asked.query, hubs=self.hubs, filters=self.reading.filters)

    @property
    def listed(self) -> bool:
        """Whether papers are asked for by nothing that the question names."""
        return self.reading.every_paper or (self.shape in ("dispute", "change") and not self.asked.concepts)

    @property
    def settled(self) -> bool:
        """Whether one thing is asked for to be so: a paper has to speak of all of it."""
        settled = self.shape in ("yes_no", "statement") and not self.listed
        return settled and len(parts_of(self.reading.whole)) == 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was found, all of it judged and the nearest first, and the points to make; without any, why not. `wanted`
    says what makes a paper one of those asked for, `chances` how likely each is one where that was looked at."""

    found: Found
    wanted: Wanted
    nearest: tuple[Evidence, ...]
    points: tuple[Point, ...]
    said_no: Refusal | None
    chances: Chances | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """Everything found, judged against the question, whose words weigh so much; what the question names and no paper
    in scope speaks of, and of that what nobody can answer without."""

    found: Found
    said: Sequence[Read]
    weights: Shares
    every: Sequence[Evidence]
    vocabulary: Vocabulary
    foreign: Strange
    nameless: tuple[str, ...]

    @property
    def titles(self) -> frozenset[str]:
        """The stems of the titles found."""
        return frozenset().union(*(held_in(hit.paper.title) for hit in self.found.hits))


def choose(searcher: Searcher, embedder: Embeds, aim: Aim) -> Chosen:
    judgement = _judgement(searcher, embedder, aim)
    hits, asked = judgement.found.hits, aim.asked
    names = own_names(asked) if asked.about_set else frozenset()
    near = list(judgement.every) if aim.listed else _near(judgement, aim, names, embedder)
    wanted = wanted_of(asked, judgement.weights, names)
    chances = None
    if wanted.sorted_out and not aim.listed and not judgement.nameless:
        chances = chances_of(searcher, aim.scope, wanted)
        near = _sorted_out(searcher, judgement, chances)
    split = told_apart(asked, near, judgement.titles, judgement.said, embedder) if aim.settled else None
    near = [] if split else near
    near, years = _extreme(near, hits, asked)
    points = tuple(_points(judgement, aim, near))
    picked = bool(years) and (asked.wanted is not None or not aim.listed)  # these, and none that comes near them
    told_alone = picked or aim.shape == "dispute" or denied(asked.text) is not None
    wanted = replace(wanted, years=years, told_alone=told_alone)
    nearest = tuple(sorted(judgement.every, key=lambda one: -one.closeness))
    alone = _of_one_alone(judgement, aim, near, points)
    said_no = apart(split) if split else alone or _said_no(judgement, aim, near, points)
    return Chosen(judgement.found, wanted, nearest, () if alone else points, said_no, chances)


def _judgement(searcher: Searcher, embedder: Embeds, aim: Aim) -> Judgement:
    asked = aim.asked
    most = LISTED if wanted_of(asked, {}, frozenset()).sorted_out else aim.most
    found = found_for(searcher, asked, aim.shape, aim.hubs, aim.reading.filters, most)
    vocabulary = Vocabulary(searcher, aim.hubs)
    said = read(searcher.version, found.hits, embedder)
    weights = shares(asked, vocabulary.weight)
    every = judged(asked, found.hits, said, embedder, weights)
    held = frozenset().union(*(one.held for one in every))
    foreign = strange_in(asked, weights, vocabulary, held)
    if foreign.words:
        foreign = strange_in(asked, weights, vocabulary, held.union(stems(" ".join(misspelt(searcher, asked)))))
    nameless = () if aim.listed else unnamed(asked, foreign, vocabulary, every) or scattered(asked, every, embedder)
    return Judgement(found, said, weights, every, vocabulary, foreign, nameless)


def _near(of: Judgement, aim: Aim, names: frozenset[str], embedder: Embeds) -> list[Evidence]:
    """The papers that answer: likely enough to, and speaking of all that the question names."""
    if of.nameless:
        return []
    asked, total = aim.asked, of.found.total
    near = speaking_of(of.foreign, asked, answering(of.every, total), of.said, embedder)
    near = defining(asked, near, of.vocabulary) or (comparing(asked, of.every) if aim.shape == "comparison" else [])
    if near and aim.shape in SURVEYS:
        cited = to_cite(of.every, total, aim.most, terse=asked.terse)
        cited += that_define(asked, near, cited)
        if aim.shape == "comparison" and not comparing(asked, cited):
            cited += comparing(asked, of.every)
        near = speaking_of(of.foreign, asked, cited, of.said, embedder)
    return holding(names, of_its_settings(asked, of.weights, near))


def _sorted_out(searcher: Searcher, of: Judgement, chances: Chances) -> list[Evidence]:
    """The papers found that are of those wanted, as the tally counts them."""
    rows = {int(row) for row in chances.judged.rows[chances.each >= THRESHOLD]}
    own = searcher.version.snapshot.own
    return [one for one in of.every if own(of.found.hits[one.hit].paper.id) in rows]


def _extreme(near: Sequence[Evidence], hits: Sequence[Hit], asked: Question) -> tuple[list[Evidence], frozenset[int]]:
    """Where the newest or the oldest papers are asked for, as many as are wanted, or all of the latest or the earliest
    year, and the years of these."""
    dated = [(year, one) for one in near if (year := hits[one.hit].paper.year)]
    if asked.extreme is None or not dated:
        return list(near), frozenset()
    sign = -1 if asked.extreme == "newest" else 1
    dated.sort(key=lambda each: sign * each[0])
    chosen = dated[: asked.wanted] if asked.wanted else [each for each in dated if each[0] == dated[0][0]]
    return [one for _, one in chosen], frozenset(year for year, _ in chosen)


def _points(of: Judgement, aim: Aim, near: Sequence[Evidence]) -> list[Point]:
    named = telling(of.weights, [one.held for one in of.every])
    near = of_its_names(aim.asked, of.every, near)

    def fit(scored: Scored) -> bool:
        return fits(aim.asked, aim.shape, scored, of.found.hits, named)

    return _listed(aim, near, fit) if aim.listed else select(aim.asked, near, fit, aim.most)


def _listed(aim: Aim, near: Sequence[Evidence], fit: Callable[[Scored], bool]) -> list[Point]:
    """What is said of papers that the question asks for by nothing that it names."""
    asked = aim.reading.understood.filters
    if aim.shape == "dispute" or "contrast" in aim.reading.filters.polarity:
        return listing(near, fit, lambda scored: against(scored.sentence), aim.most)
    if asked.role or asked.polarity:
        return listing(near, fit, lambda scored: int(scored.sentence.field == "context"), aim.most)
    return listing(near, fit, lambda _: 0, aim.most)


def _of_one_alone(of: Judgement, aim: Aim, near: Sequence[Evidence], points: Sequence[Point]) -> Refusal | None:
    """Where one thing is asked to be more than another, and the papers to tell of speak of one of them alone.

    They may call the other otherwise where they compare something with the one, unless it is asked for by name.
    """
    compared = measured(aim.asked) if aim.shape == "comparison" else None
    if compared is None:
        return None
    cited = {one.hit for point in points for one in point.told}
    told, every = [one.held for one in near if one.hit in cited], [one.held for one in of.every]
    missing = left_out(told, every, compared)
    if missing is None:
        return None
    otherwise = missing.islower() and any(compares(one.sentence.text) for point in points for one in point.told)
    return None if otherwise else uncompared(compared)


def _said_no(of: Judgement, aim: Aim, near: Sequence[Evidence], points: Sequence[Point]) -> Refusal | None:
    hits = of.found.hits
    if aim.listed and (points or (hits and aim.shape == "dispute")):
        return None if points else unstated(aim.asked, aim.shape)
    missing = of.nameless or absent(aim.asked, of.foreign, of.vocabulary)
    return refusal(aim.asked, near, hits, missing) or (None if points else unstated(aim.asked, aim.shape))
