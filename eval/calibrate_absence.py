"""Fits the constants of answers/absence.py and prints how well they hold: `python -m eval.calibrate_absence DATA`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answers.absence import FEW, Closeness, features, unheld, without
from answers.evidence import cosines_with
from answers.questions.question import read_question
from answers.sentences import Read
from answers.text.words import words
from corpus.text import clean
from corpus.values import Paper
from embeddings.embedder import Embedder
from eval.calibrate import FOLDS, Numbers, evenly, fit, given, held_out
from eval.convert import lines
from index.text.passages import paper_parts
from index.text.tokens import stems

SIZES = (16, 60)  # papers of a hub: that which settles the question, and those closest to it
CUTS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions with strange words: a row of features each, whether they are asked as they were written (else a concept
    was put in from elsewhere), and a fold."""

    features: Numbers
    written: NDArray[np.bool_]
    folds: NDArray[np.int64]


class Abstracts:
    """What hubs are made of."""

    def __init__(self, texts: Sequence[str], embedder: Embedder) -> None:
        parts = [paper_parts(Paper("", "", abstract=text)) for text in texts]
        self.held = [frozenset(stems(each.text)) for each in parts]
        self.vectors, halves = embedder.embed_spans([each.text for each in parts], [each.spans for each in parts])
        starts = np.cumsum([0, *(len(each.spans) for each in parts)])
        sentences = halves.astype(np.float32)
        self.read = [
            Read(whole, sentences[start], (), sentences[start:end])
            for whole, start, end in zip(self.vectors, starts, starts[1:], strict=False)
        ]

    def hub(self, row: int, size: int) -> list[int]:
        """The abstract and those closest to it."""
        order = np.argsort(-(self.vectors @ self.vectors[row]), kind="stable")
        return [int(place) for place in order[:size]]


def asked(data: Path, embedder: Embedder) -> Asked:
    """Every question about biomedicine that one abstract settles, in hubs of two sizes: as it is, and with a concept of
    another field's questions in the place of one of its own."""
    items = list(lines(data / "scholarqabench" / "single_abstract.jsonl"))
    texts = Abstracts([clean(item["ctxs"][0]["text"]) for item in items], embedder)
    strange = [
        concept
        for item in lines(data / "scholarqabench" / "rag.jsonl")
        for concept in read_question(item["question"]).concepts
    ]
    dice, rows = np.random.default_rng(11), list[tuple[tuple[float, ...], bool, int]]()
    for number, item in enumerate(items):
        question = item["question"]
        concepts = read_question(question).concepts
        put_in = strange[dice.integers(len(strange))]
        taken = concepts[dice.integers(min(1, len(concepts) - 1), len(concepts))]
        for size, (text, needed) in product(SIZES, ((question, ""), (question.replace(taken, put_in), put_in))):
            found = _features(text, needed, texts, texts.hub(number, size), embedder)
            if found is not None:
                rows.append((found, not needed, number % FOLDS))
    table, written, folds = zip(*rows, strict=True)
    return Asked(np.array(table), np.array(written), np.array(folds))


def _features(
    text: str, needed: str, texts: Abstracts, hub: Sequence[int], embedder: Embedder
) -> tuple[float, ...] | None:
    """Of the paper that comes closest; None where nothing is strange, or nothing of what was put in is."""
    question, held = read_question(text), frozenset().union(*(texts.held[row] for row in hub))
    foreign = unheld(question, held.__contains__, held)
    if not foreign or len(question.words) > FEW or (needed and not {*words(needed)} & {*foreign}):
        return None
    rest = without(question.query, foreign)
    whole, alone = embedder.embed_query(question.query), embedder.embed_query(" ".join(foreign))
    left = embedder.embed_query(rest) if rest else alone
    best = max((texts.read[row] for row in hub), key=lambda read: cosines_with(read, whole))
    near, far, own = (cosines_with(best, vector) for vector in (whole, left, alone))
    return features(Closeness(sum(near), sum(far), own[0], float(whole @ alone)))


def fitted(questions: Asked, rows: NDArray[np.bool_]) -> Numbers:
    written = questions.written[rows]
    return fit(questions.features[rows], written, evenly(written))


def reported(questions: Asked) -> Iterator[str]:
    """The constants fitted on everything, and what each cut takes by constants fitted on the other fold."""
    everything = np.ones(len(questions.written), dtype=bool)
    yield "constants: " + ", ".join(f"{value:.2f}" for value in fitted(questions, everything))
    chances = held_out(lambda rows: fitted(questions, rows), questions.features, questions.folds)
    written = questions.written
    yield f"questions with strange words: {written.sum()} as written, {(~written).sum()} with a concept put in"
    yield "cut | refused as written, % | refused with a concept put in, %"
    for cut in CUTS:
        refused = (100 * float((chances[rows] < cut).mean()) for rows in (written, ~written))
        yield f"{cut:.2f} | " + " | ".join(f"{share:.1f}" for share in refused)


def main() -> None:
    print("\n".join(reported(asked(*given("eval.calibrate_absence", __doc__)))))  # noqa: T201


if __name__ == "__main__":
    main()
