"""What makes a paper one of those that a question for papers asks for, and the chance of each citer to be one."""

import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from answers.blurred import lowered, mark_of
from answers.evidence import Shares, blurred_share, held_in
from answers.joined import APART, Joined, joined, used
from answers.kinds import Kind, kind_asked, of_kind
from answers.questions.question import Question, names_nothing, read_question
from index.arrays import Rows
from index.calibration import THRESHOLD
from index.searcher import Judged, Searcher
from index.text.passages import paper_text
from index.text.tokens import stems
from index.values import SearchRequest
from index.worded import told_of
from index.words.lexical import UNTOLD

SURE = 0.9  # the chance of a paper that holds a name asked for, or is of the kind
OTHERWISE = 0.02  # and of one that does not say that it is
WHOLE = 0.999  # of a name that a paper holds
PREFIX, READ = 8, 400  # letters before a name in that of a variant, and papers read for such
UNDECIDED = 0.25  # the least chance of relevance at which a citer below the published cut is left undecided


@dataclass(frozen=True, slots=True)
class Wanted:
    """What makes a paper one of those asked for: `asked` are the shares of the question's words; one that holds none of
    the `names`, where there are any, is undecided at most; only one of the `years`, if any, can match.

    Of a question that names things `joined`, each is judged by itself. `used` are names of which holding is enough, and
    `kind` is what a paper has to be; `topic` is what it asks for without the words for its kind.
    `variants`: a name is held where another ends in it as well, BiLSTM for LSTM.
    `told_alone`: relevance is not what was asked for (who disputes it? which is the newest?), so that only those cited
    match.
    """

    asked: Shares
    names: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    told_alone: bool = False
    joined: Joined = APART
    used: tuple[str, ...] = ()
    variants: bool = False
    kind: Kind | None = None
    topic: str = ""

    @property
    def sorted_out(self) -> bool:
        """Whether more than relevance to the whole question tells which papers are wanted."""
        return bool(self.joined.sides or self.used or self.kind)


def wanted_of(question: Question, asked: Shares, names: frozenset[str]) -> Wanted:
    """What makes a paper one of those that a question for papers asks for; `names` are such as hold one of them."""
    kind, topic = kind_asked(question.text) if question.about_set else (None, "")
    if kind is not None:
        return Wanted(asked, names, kind=kind, topic="" if names_nothing(topic) else read_question(topic).query)
    return Wanted(asked, names, joined=joined(question), used=used(question))


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """Every citer in scope as judged for the whole question, and beside each its chance to be one of those wanted, of
    whatever year."""

    judged: Judged
    each: NDArray[np.float64]


def chances_of(searcher: Searcher, scope: SearchRequest, wanted: Wanted) -> Chances:
    """Where no paper has every name asked for as it is written, those count that have variants of them."""
    found = _chances_of(searcher, scope, wanted)
    if wanted.used and not (found.each >= THRESHOLD).any():
        return _chances_of(searcher, scope, replace(wanted, variants=True))
    return found


def _chances_of(searcher: Searcher, scope: SearchRequest, wanted: Wanted) -> Chances:
    whole = searcher.judged(replace(scope, query=wanted.topic) if wanted.kind else scope)
    sides = wanted.joined.sides
    if not sides:
        return Chances(whole, _of_kind(searcher, whole, _chances(searcher, scope.hubs, whole, wanted), wanted))
    each = [_side(searcher, scope, side, whole, wanted) for side in sides]
    combined = np.minimum.reduce(each) if wanted.joined.join == "every" else np.maximum.reduce(each)
    return Chances(whole, _of_kind(searcher, whole, combined, wanted))


def _side(searcher: Searcher, scope: SearchRequest, side: str, whole: Judged, wanted: Wanted) -> NDArray[np.float64]:
    """The chances of one of the things joined, in the order of the papers as judged for the whole."""
    judged = searcher.judged(replace(scope, query=side))
    used = tuple(name for name in wanted.used if name in side.split())
    own = Wanted(
        {stem: share for stem, share in wanted.asked.items() if stem in held_in(side)},
        used=used,
        variants=wanted.variants,
    )
    order = np.argsort(judged.rows)
    places = order[np.searchsorted(judged.rows[order], whole.rows)]
    return _chances(searcher, scope.hubs, judged, own)[places]


def _of_kind(searcher: Searcher, judged: Judged, chances: NDArray[np.float64], wanted: Wanted) -> NDArray[np.float64]:
    """Without those of other kinds than that wanted."""
    kind = wanted.kind
    if kind is None:
        return chances
    likely = chances >= UNDECIDED
    for place in np.flatnonzero(likely).tolist():
        likely[place] = of_kind(kind, searcher.version.snapshot.paper(int(judged.rows[place])))
    return np.where(likely, np.minimum(chances, SURE), np.minimum(chances, OTHERWISE))


def _chances(searcher: Searcher, hubs: tuple[str, ...], judged: Judged, wanted: Wanted) -> NDArray[np.float64]:
    """As search reports them, lowered where a paper that may match has a word asked for in others of its stem alone, or
    none of the names."""
    chances = judged.probability.copy()
    looked_at = wanted.names or any(map(mark_of, wanted.asked))
    for place in np.flatnonzero(chances >= UNDECIDED).tolist() if looked_at else ():
        held = held_in(_text(searcher, hubs, int(judged.rows[place])))
        chance = lowered(float(chances[place]), blurred_share(wanted.asked, held))
        chances[place] = chance if not wanted.names or wanted.names & held else min(chance, UNDECIDED)
    if wanted.used:
        holds = holds_variant if wanted.variants else holds_name
        having = np.all([holds(searcher, hubs, judged.rows, name) for name in wanted.used], axis=0)
        if having.any():  # else it may be spelt out
            chances = np.where(having, np.maximum(chances, SURE), np.minimum(chances, UNDECIDED))
    return chances


def holds_name(searcher: Searcher, hubs: tuple[str, ...], rows: Rows, name: str) -> NDArray[np.bool_]:
    """Which of these papers have the name, as written or, where it ends in a single letter, with that spelt out: XLM-R,
    XLM-RoBERTa."""
    version, scope = searcher.version, searcher.known(hubs).scope
    ascending = np.sort(rows)
    told = told_of(version, scope, ascending) if scope.telling.size else UNTOLD
    held = version.lexical.coverage(name, ascending, told) >= WHOLE
    first, _, last = name.rpartition("-")
    if first and len(last) == 1 and last.isalpha():
        begun = stems(name)[0]
        for place in np.flatnonzero(version.lexical.coverage(first, ascending, told) >= WHOLE).tolist():
            found = held_in(_text(searcher, hubs, int(ascending[place])))
            held[place] = any(each.startswith(begun) for each in found)
    return np.isin(rows, ascending[held])


def holds_variant(searcher: Searcher, hubs: tuple[str, ...], rows: Rows, name: str) -> NDArray[np.bool_]:
    """Which of these papers, the likeliest first, have the name or one that ends in it, in the same capitals: BiLSTM is
    an LSTM. Only so many are read."""
    ends = re.compile(rf"(?<![^\W_])[^\W\d_]{{1,{PREFIX}}}-?{re.escape(name)}(?![^\W_])")
    held = holds_name(searcher, hubs, rows, name)
    for place, row in enumerate(rows[:READ].tolist()):
        held[place] = held[place] or bool(ends.search(_text(searcher, hubs, row)))
    return held


def _text(searcher: Searcher, hubs: tuple[str, ...], row: int) -> str:
    """What is held of a paper: its own text and the sentences in which it cites."""
    snapshot, scope = searcher.version.snapshot, searcher.known(hubs).scope
    _, numbers = scope.told_by(np.array([row], dtype=np.int32))
    said = (context.text for number in numbers.tolist() for context in snapshot.numbered(number).contexts)
    return " ".join((paper_text(snapshot.paper(row)), *said))
