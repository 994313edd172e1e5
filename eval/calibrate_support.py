"""Fits the constants of answers/gate/built_in.py: `python -m eval.calibrate_support DATA` prints how well they hold."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answers.gate.built_in import likeness
from answers.sentences import Embeds
from corpus.values import Paper
from eval.calibrate import FOLDS, Numbers, evenly, fit, held_out
from eval.calibrate_gate import TRUE, claims_given, quoted
from eval.claims import Claim, ClaimSet
from index.text.passages import paper_text

UNRELATED, NEAR = "unrelated source", "close source"
KINDS = (TRUE, UNRELATED, NEAR)
TRUE_WEIGHS = 9  # times as much as all others together: of ten sentences that cite a source, nine are taken to be true
AMONG = 8  # other papers closest to a claim, of which it is put to one
CUTS = (0.4, 0.45, 0.5, 0.55, 0.6)


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences of claims beside the quotes that the gate finds for them, a row of features each; the kind of each, and
    the fold of the paper that it sums up."""

    features: Numbers
    kinds: NDArray[np.str_]
    folds: NDArray[np.int64]

    def of(self, rows: NDArray[np.bool_]) -> "Told":
        return Told(self.features[rows], self.kinds[rows], self.folds[rows])


def told(held: ClaimSet, embedder: Embeds) -> Told:
    """A sentence without quotes tells nothing here: it is stopped by that."""
    summed_up = {claim.text: claim.paper_id for claim in held.claims if claim.kind == TRUE}
    places = {paper_id: place for place, paper_id in enumerate(held.papers)}
    rows = [
        (likeness(text, " ".join(quotes), embedder), kind, places[summed_up[claim.text]] % FOLDS)
        for kind, claim, source in _put(held, places, embedder)
        for text, quotes in quoted(claim.text, source, embedder)
    ]
    features, kinds, own = zip(*rows, strict=True)
    return Told(np.array(features), np.array(kinds), np.array(own))


def _put(held: ClaimSet, places: Mapping[str, int], embedder: Embeds) -> Iterator[tuple[str, Claim, Paper]]:
    """Claims with the paper that each is put to: its own, another, and those of half of the papers of each fold a close
    one."""
    for claim in held.claims:
        if claim.kind in (TRUE, UNRELATED):
            yield claim.kind, claim, held.papers[claim.paper_id]
    papers = list(held.papers.values())
    true = [claim for claim in held.claims if claim.kind == TRUE and places[claim.paper_id] // FOLDS % 2 == 0]
    vectors, asked = (
        embedder.embed_passages(texts) for texts in ([*map(paper_text, papers)], [claim.text for claim in true])
    )
    for turn, (claim, vector) in enumerate(zip(true, asked, strict=True)):
        others = _closest(papers, held.papers[claim.paper_id], vectors @ vector)
        yield NEAR, claim, others[turn % len(others)]


def _closest(papers: Sequence[Paper], own: Paper, cosines: NDArray[np.floating]) -> list[Paper]:
    """The papers closest to a claim, without its own and those of that title."""
    order = np.argsort(-cosines, kind="stable").tolist()
    return [papers[place] for place in order if papers[place].title.casefold() != own.title.casefold()][:AMONG]


def fitted(sentences: Told) -> Numbers:
    """Intercept and coefficients: of true ones and others in equal weight, and then the chance before anything is read.

    Fitted in their own weight, these many would tell the fit how sure ones differ from each other.
    """
    true = sentences.kinds == TRUE
    constants = fit(sentences.features, true, evenly(true))
    constants[0] += math.log(TRUE_WEIGHS)
    return constants


def lines(sentences: Told) -> Iterator[str]:
    """The constants fitted on everything, and what each cut stops by constants fitted on the other fold."""
    yield "constants: " + ", ".join(f"{value:.2f}" for value in fitted(sentences))
    yield "cut | " + " | ".join(f"{kind} stopped, %" for kind in KINDS)
    chances = held_out(lambda rows: fitted(sentences.of(rows)), sentences.features, sentences.folds)
    for cut in CUTS:
        stopped = [100 * float((chances[sentences.kinds == kind] < cut).mean()) for kind in KINDS]
        yield f"{cut:.2f} | " + " | ".join(f"{share:.1f}" for share in stopped)


def main() -> None:
    print("\n".join(lines(told(*claims_given("eval.calibrate_support", __doc__)))))  # noqa: T201


if __name__ == "__main__":
    main()
