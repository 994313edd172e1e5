"""Chooses what to say: the most direct sentences of several papers, each thing said once, in a readable order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from answers.asked_cues import cue_of
from answers.denial import denied, denying
from answers.evidence import Evidence, Scored, held_in, says_what_it_is
from answers.questions.question import Question
from answers.questions.question_patterns import PERHAPS_MONEY
from answers.text.cosine import cosine
from answers.text.stating import states_money
from answers.text.wording import amounts, asks, intends, negated, standing_alone
from index.text.tokens import stems

SAME_PAPER = 0.9  # cosine from which two sentences of one paper, each read within it, say the same
SAME_WORDS = 0.5  # or the share of their words from which they do
ACROSS_PAPERS = 0.86  # and two sentences of different papers, when their numbers and negations agree
TOPIC_PULL = 0.3  # how much likeness to the claim before counts beside directness when claims are put in order
AMOUNT_BONUS = 0.15


@dataclass(frozen=True, slots=True)
class Taste:
    """How much to say: at most `claims`, `each` per paper, of the papers and sentences that come near the best.

    `papers` and `sentences` are the least shares of the best closeness and the best score, `further` that of what a
    paper says beyond its first sentence.
    """

    claims: int
    each: int
    papers: float
    sentences: float
    further: float = 0.78


NARROW = Taste(claims=3, each=2, papers=0.78, sentences=0.78)
BROAD = Taste(claims=8, each=1, papers=0.6, sentences=0.4)
# Of papers that were chosen one by one for what they have to say: the best sentence of each.
SURVEY = Taste(claims=10, each=1, papers=0.0, sentences=0.0)
SHORT_SURVEY = Taste(claims=10, each=2, papers=0.0, sentences=0.0, further=0.8)
DEFINITION = Taste(claims=6, each=1, papers=0.0, sentences=0.6)
# An amount is asked of one study, not of those like it.
EXACT = Taste(claims=2, each=2, papers=0.85, sentences=0.78)


SURVEYED = ("open", "comparison", "definition")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say: the sentence that says it, and those of other papers that say the same."""

    main: Scored
    also: tuple[Scored, ...] = ()

    @property
    def told(self) -> tuple[Scored, ...]:
        return (self.main, *self.also)


def select(
    question: Question, evidence: Sequence[Evidence], fits: Callable[[Scored], bool], most_papers: int
) -> list[Point]:
    """The points to make, in order, from papers that answer; `fits` rules out sentences that cannot."""
    taste = _taste(question, len(evidence))
    if question.wanted:
        taste = replace(taste, claims=question.wanted)
    best = max((one.closeness for one in evidence), default=0.0)
    near = [one for one in evidence if one.closeness >= taste.papers * best]

    def telling(one: Evidence) -> list[Scored]:
        return _telling(filter(fits, one.sentences), open_questions=question.asks_what_is_open)

    pool = [_favoured(question, scored) for one in near for scored in telling(one)]
    pool = _denying(question, pool)
    pool.sort(key=lambda scored: -scored.score)
    best_score = pool[0].score if pool else 0.0
    if question.kind == "definition":
        pool = _defining_first(question, pool)
    if taste.papers == 0:  # every paper is told before any is told twice
        pool = _firsts_first(pool)
    points: list[Point] = []
    for scored in pool:
        told = any(scored.hit == one.hit for point in points for one in point.told)
        if scored.score >= (taste.further if told else taste.sentences) * best_score:
            _add(points, scored, taste, most_papers)
    if question.kind == "definition":
        says = [says_what_it_is(question, point.main) for point in points]
        rest = compress(points, (not each for each in says))
        return _ordered(list(compress(points, says))) + _ordered(list(rest))
    return _ordered(_with_cue(question, points))


def _with_cue(question: Question, points: Sequence[Point]) -> list[Point]:
    """Of a question that wants a cause, a limitation or the like the best point and those that tell of one; without
    any, few. One of something else that the question does not name is none."""
    cue = cue_of(question)
    if cue is None:
        return list(points)
    texts = [point.main.sentence.text for point in points]
    told = [cue.told_of(text, held_in(text)) for text in texts]
    if not any(told):
        concerned = list(compress(points, (cue.concerns(held_in(text)) for text in texts)))
        return (concerned or list(points))[: NARROW.claims]
    return [point for place, point in enumerate(points) if place == 0 or told[place]]


def listing(
    evidence: Sequence[Evidence], fits: Callable[[Scored], bool], worth: Callable[[Scored], int], most_papers: int
) -> list[Point]:
    """A sentence of each paper in the order found, where the question names nothing by which one is closer than
    another: of those that are `worth` most the first that reads best."""
    points: list[Point] = []
    for one in evidence:
        said = _telling(filter(fits, one.sentences))
        if said:
            _add(points, max(said, key=lambda scored: (worth(scored), scored.score)), BROAD, most_papers)
    return points


def _denying(question: Question, pool: list[Scored]) -> list[Scored]:
    """Asked of something in its absence, what denies it as well; everything, where nothing does."""
    thing = denied(question.text)
    told = denying((scored.sentence.text for scored in pool), thing) if thing else ()
    return list(compress(pool, told)) or pool


def _defining_first(question: Question, pool: Sequence[Scored]) -> list[Scored]:
    """What says what the thing is, then the rest without mere titles; a title alone, where there is nothing else."""
    told = [says_what_it_is(question, scored) for scored in pool]
    others = list(compress(pool, (not each for each in told)))
    saying = [scored for scored in others if scored.sentence.field != "title"]
    return [*compress(pool, told), *(saying if saying or any(told) else others)]


def _firsts_first(pool: Sequence[Scored]) -> list[Scored]:
    """The best sentence of each paper, then all others, in the order they came."""
    firsts: dict[int, Scored] = {}
    for scored in pool:
        firsts.setdefault(scored.hit, scored)
    return [*firsts.values(), *(scored for scored in pool if firsts[scored.hit] is not scored)]


def _taste(question: Question, papers: int) -> Taste:
    if question.amount_only:
        return EXACT
    if question.broad:
        return BROAD
    if question.kind not in SURVEYED or papers < 2:
        return NARROW
    if question.kind == "definition":
        return DEFINITION
    return SHORT_SURVEY if question.narrow else SURVEY


def _telling(sentences: Iterable[Scored], *, open_questions: bool = False) -> list[Scored]:
    """A paper's sentences but those that only say what was intended or, unless open questions are asked for, ask
    something themselves; all, where it has no other."""
    every = list(sentences)
    return [scored for scored in every if not _tells_nothing(scored.sentence.text, open_questions)] or every


def _tells_nothing(text: str, open_questions: bool) -> bool:
    return intends(text) or (asks(text) and not open_questions)


def _favoured(question: Question, scored: Scored) -> Scored:
    text = scored.sentence.text
    stated = (question.amount and bool(amounts(text))) + bool(
        PERHAPS_MONEY.search(question.text) and states_money(text)
    )
    return replace(scored, score=scored.score + AMOUNT_BONUS * stated) if stated else scored


def _add(points: list[Point], scored: Scored, taste: Taste, most_papers: int) -> None:
    """Makes the sentence a point, or a further source of a point, unless it adds nothing or there is no room."""
    papers = {one.hit for point in points for one in point.told}
    if scored.hit not in papers and len(papers) >= most_papers:
        return
    for at, point in enumerate(points):
        if _same(point.main, scored):
            if scored.hit not in {one.hit for one in point.told}:
                points[at] = replace(point, also=(*point.also, scored))
            return
    said = sum(point.main.hit == scored.hit for point in points)
    if len(points) < taste.claims and said < taste.each:
        points.append(Point(scored))


def _same(one: Scored, other: Scored) -> bool:
    first, second = one.sentence.text, other.sentence.text
    if standing_alone(first) == standing_alone(second):
        return True
    alike = cosine(one.vector, other.vector)
    if one.hit == other.hit:
        return alike >= SAME_PAPER or shared_words(first, second) >= SAME_WORDS
    return alike >= ACROSS_PAPERS and amounts(first) == amounts(second) and negated(first) == negated(second)


def shared_words(first: str, second: str) -> float:
    """The share of the stems of two sentences that both hold."""
    one, other = set(stems(first)), set(stems(second))
    return len(one & other) / (len(one | other) or 1)


def _ordered(points: Sequence[Point]) -> list[Point]:
    """The most direct first; then whatever is direct and close to what was just said, a paper's own points together."""
    left = list(points)
    told: list[Point] = []
    while left:
        following = max(left, key=lambda point: _pull(told[-1] if told else None, point))
        left.remove(following)
        told.append(following)
    return told


def _pull(before: Point | None, point: Point) -> float:
    if before is None:
        return point.main.score
    together = 10.0 if before.main.hit == point.main.hit else 0.0
    return together + point.main.score + TOPIC_PULL * cosine(before.main.vector, point.main.vector)
