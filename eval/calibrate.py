"""Fits the constants of index/calibration.py and prints how well they hold: `python -m eval.calibrate DATA`."""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.cache import CachedEmbedder, VectorCache
from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from eval.calibration_sets import OFF_SUBJECT, SIZES, Drawn, drawn_sets
from index.calibration import THRESHOLD

Numbers = NDArray[np.float64]

RIDGE = 0.1  # holds the constants back where the pairs say little
STEPS = 30
BINS = 10
FOLDS = 2
CUTS = (0.15, 0.2, 0.25, 0.3, 0.35)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of query and paper, side by side. Every set weighs the same, however many pairs were drawn for it."""

    features: Numbers
    relevant: NDArray[np.bool_]
    weights: Numbers
    folds: NDArray[np.int64]
    sets: NDArray[np.str_]
    queries: NDArray[np.int64]


def gathered(drawn: list[Drawn]) -> Pairs:
    """The hubs drawn as one table; the folds take turns, with a hub of every size at each."""
    sizes: dict[str, int] = defaultdict(int)
    for each in drawn:
        sizes[each.kind] += len(each.relevant)
    total, counts = sum(sizes.values()), [len(each.relevant) for each in drawn]
    return Pairs(
        np.concatenate([each.features for each in drawn]),
        np.concatenate([each.relevant for each in drawn]),
        np.repeat([total / (len(sizes) * sizes[each.kind]) for each in drawn], counts),
        np.repeat([each.query // len(SIZES) % FOLDS for each in drawn], counts),
        np.repeat(np.array([each.kind for each in drawn]), counts),
        np.repeat([each.query for each in drawn], counts),
    )


def fit(features: Numbers, relevant: NDArray[np.bool_], weights: Numbers) -> Numbers:
    """The intercept and the coefficients of a logistic regression, by Newton's method."""
    columns = np.column_stack([np.ones(len(features)), features])
    held_back = RIDGE * np.diag([0.0, *np.ones(features.shape[1])])
    constants = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        chances = chance(constants, features)
        slope = columns.T @ (weights * (relevant - chances)) - held_back @ constants
        bend = (columns.T * (weights * chances * (1 - chances))) @ columns + held_back
        constants = constants + np.linalg.solve(bend, slope)
    return constants


def chance(constants: Numbers, features: Numbers) -> Numbers:
    logit = constants[0] + features @ constants[1:]
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -30, 30))), dtype=np.float64)


def evenly(relevant: NDArray[np.bool_]) -> Numbers:
    """Weights by which both kinds of row weigh the same."""
    share = relevant.mean()
    weights: Numbers = np.where(relevant, 0.5 / share, 0.5 / (1 - share))
    return weights


def held_out(fitted: Callable[[NDArray[np.bool_]], Numbers], features: Numbers, folds: NDArray[np.int64]) -> Numbers:
    """The chance of every row by the constants that are `fitted` on the rows of the other fold."""
    chances = np.zeros(len(features))
    for fold in range(FOLDS):
        own = folds == fold
        chances[own] = chance(fitted(~own), features[own])
    return chances


def fitted_on(pairs: Pairs, rows: NDArray[np.bool_]) -> Numbers:
    return fit(pairs.features[rows], pairs.relevant[rows], pairs.weights[rows])


def expected_error(chances: Numbers, relevant: NDArray[np.bool_]) -> float:
    """How far the share of relevant pairs lies from their chance, bin by bin, weighted by pairs."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, weights=chances - relevant, minlength=BINS)
    return float(np.abs(gaps).sum() / max(len(chances), 1))


def lines(pairs: Pairs) -> Iterator[str]:
    """The constants fitted on everything, and for each set the figures of the held-out folds."""
    constants = fit(pairs.features, pairs.relevant, pairs.weights)
    chances = held_out(partial(fitted_on, pairs), pairs.features, pairs.folds)
    yield "constants: " + ", ".join(f"{value:.3f}" for value in constants)
    yield "set | pairs | calibration error | precision | recall | queries that find something"
    for kind in dict.fromkeys(pairs.sets.tolist()):
        here = pairs.sets == kind
        cut, right, queries = chances[here] >= THRESHOLD, pairs.relevant[here], pairs.queries[here]
        precision, recall = (float((cut & right).sum() / max(some.sum(), 1)) for some in (cut, right))
        finding = len(np.unique(queries[cut])) / len(np.unique(queries))
        error = expected_error(chances[here], right)
        yield f"{kind} | {here.sum()} | {error:.3f} | {precision:.2f} | {recall:.2f} | {finding:.3f}"
    yield f"all | {len(chances)} | {expected_error(chances, pairs.relevant):.3f}"
    yield "cut | queries off the subject that find something | recall of the others"
    strange = pairs.sets == OFF_SUBJECT
    for cut in CUTS:
        found = len(np.unique(pairs.queries[strange & (chances >= cut)])) / len(np.unique(pairs.queries[strange]))
        recall = float((pairs.relevant & (chances >= cut)).sum() / pairs.relevant.sum())
        yield f"{cut:.2f} | {found:.3f} | {recall:.2f}"


def given(module: str, purpose: str | None) -> tuple[Path, Embedder]:
    """The folder of data sets that the command line names, and the model, which keeps what it reads where that says."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=purpose)
    parser.add_argument("data", type=Path, help="the folder that holds the data sets")
    parser.add_argument("--cache", type=Path, help="a folder that keeps vectors and the exported model")
    told = parser.parse_args()
    if told.cache is None:
        return told.data, open_embedder()
    return told.data, CachedEmbedder(open_embedder(cache=told.cache / "models"), VectorCache(told.cache / "vectors"))


def main() -> None:
    data, embedder = given("eval.calibrate", __doc__)
    print("\n".join(lines(gathered(list(drawn_sets(data, embedder))))))  # noqa: T201


if __name__ == "__main__":
    main()
