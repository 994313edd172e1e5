"""Fits the constants of answers/gate/misnaming.py: `python -m eval.calibrate_gate DATA` prints how well they hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from answers.gate.backing import backing
from answers.gate.claim_text import sentences_of
from answers.gate.misnaming import doubts
from answers.models.generated import consulted
from answers.sentences import Embeds
from corpus.values import Paper
from embeddings.embedder import Embedder
from eval.calibrate import FOLDS, Numbers, evenly, fit, given, held_out
from eval.claims import ClaimSet, load_claims
from eval.convert_claims import claims_scitldr_train

TRUE, SWAPPED = "true", "swapped name"
CUTS = (0.5, 0.55, 0.6, 0.62, 0.65)


@dataclass(frozen=True, slots=True)
class Told:
    """Names that quotes do not hold as written, a row of features each; whether the name was swapped; the place of its
    claim, and the fold of the paper that it sums up."""

    features: Numbers
    swapped: NDArray[np.bool_]
    claims: NDArray[np.int64]
    folds: NDArray[np.int64]

    def of(self, rows: NDArray[np.bool_]) -> "Told":
        return Told(self.features[rows], self.swapped[rows], self.claims[rows], self.folds[rows])


def told(held: ClaimSet, embedder: Embeds) -> Told:
    """The names of true claims and of those with another's name, each beside the quotes that the gate would find."""
    folds = {paper_id: place % FOLDS for place, paper_id in enumerate(held.papers)}
    rows = [
        (one.features, claim.kind == SWAPPED, place, folds[claim.paper_id])
        for place, claim in enumerate(held.claims)
        if claim.kind in (TRUE, SWAPPED)
        for text, quotes in quoted(claim.text, held.papers[claim.paper_id], embedder)
        for one in doubts(text, quotes, embedder)
    ]
    features, swapped, claims, own = zip(*rows, strict=True)
    return Told(np.array(features), np.array(swapped), np.array(claims), np.array(own))


def quoted(claim: str, source: Paper, embedder: Embeds) -> Iterator[tuple[str, list[str]]]:
    """Each sentence of a claim that the gate finds quotes for in the source, with them."""
    for text in sentences_of(claim):
        quotes = backing(text, consulted(source).sentences, embedder)
        if quotes:
            yield text, [quote.text for quote in quotes]


def fitted(names: Told) -> Numbers:
    """Intercept and coefficients, fitted on features of one scale; both kinds of name weigh the same."""
    spread = np.maximum(names.features.std(axis=0), 1e-9)
    constants = fit(names.features / spread, names.swapped, evenly(names.swapped))
    return np.array([constants[0], *(constants[1:] / spread)])


def lines(names: Told) -> Iterator[str]:
    """The constants fitted on everything, and what each cut stops by constants fitted on the other fold."""
    yield "constants: " + ", ".join(f"{value:.2f}" for value in fitted(names))
    yield "cut | swapped claims stopped | true claims stopped"
    chances = held_out(lambda rows: fitted(names.of(rows)), names.features, names.folds)
    for cut in CUTS:
        stops = [len(np.unique(names.claims[(chances >= cut) & kind])) for kind in (names.swapped, ~names.swapped)]
        yield f"{cut:.2f} | {stops[0]} | {stops[1]}"


def claims_given(module: str, purpose: str | None) -> tuple[ClaimSet, Embedder]:
    """The summaries of SciTLDR's training papers, and the model."""
    data, embedder = given(module, purpose)
    with TemporaryDirectory() as folder:
        claims_scitldr_train(data, Path(folder))
        return load_claims(Path(folder)), embedder


def main() -> None:
    print("\n".join(lines(told(*claims_given("eval.calibrate_gate", __doc__)))))  # noqa: T201


if __name__ == "__main__":
    main()
