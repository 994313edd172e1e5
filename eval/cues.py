"""How well closed lists of words tell what a citing sentence makes of what it cites: `python -m eval.cues DATA`."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from answers.text.cues import citing_says
from answers.text.relation import Relation
from eval.convert import lines
from eval.tables import placed, tabulated

HEAD = ("data set", "citing sentences", "relation", "labelled so", "precision", "recall", "so all the same")
# The labels of each relation in ACL-ARC (Jurgens et al. 2018) and MultiCite (Lauscher et al. 2022). None are disputes.
LABELS: dict[Relation, frozenset[str]] = {
    "build-on": frozenset({"Uses", "Motivation", "uses", "motivation"}),
    "extend": frozenset({"Extends", "extends"}),
    "compare": frozenset({"CompareOrContrast", "differences", "similarities"}),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A citing sentence, or several, and what people say that it does with what it cites."""

    text: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Of `sentences`: how many are `labelled` as in the relation, `said` to be by their words, and `both`."""

    sentences: int
    labelled: int
    said: int
    both: int

    @property
    def precision(self) -> float:
        return self.both / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.both / self.labelled if self.labelled else 0.0

    @property
    def unsaid(self) -> float:
        """The share of those whose words do not say so that are labelled so all the same."""
        return (self.labelled - self.both) / (self.sentences - self.said) if self.sentences > self.said else 0.0


def told(relation: Relation, sentences: Sequence[Labelled]) -> Told:
    said = [citing_says(relation, one.text) for one in sentences]
    labelled = [not LABELS[relation].isdisjoint(one.labels) for one in sentences]
    both = sum(one and other for one, other in zip(said, labelled, strict=True))
    return Told(len(sentences), sum(labelled), sum(said), both)


def table(sets: dict[str, Sequence[Labelled]]) -> str:
    return tabulated(HEAD, _rows(sets))


def _rows(sets: dict[str, Sequence[Labelled]]) -> Iterator[tuple[str, ...]]:
    for name, sentences in sets.items():
        for relation in LABELS:
            found = told(relation, sentences)
            shares = (found.labelled / len(sentences), found.precision, found.recall, found.unsaid)
            yield name, f"{len(sentences):,}", relation, *(f"{share:.2f}" for share in shares)


def load(data: Path) -> dict[str, Sequence[Labelled]]:
    folder = data / "citation_intents"
    arc = [Labelled(line["context"], frozenset({line["label"]})) for line in lines(folder / "acl_arc_dev.jsonl.gz")]
    parts = (folder / f"multicite_{part}.jsonl.gz" for part in ("dev", "train"))
    multi = [Labelled(line["context"], frozenset(line["labels"])) for part in parts for line in lines(part)]
    return {"ACL-ARC": arc, "MultiCite": multi}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.cues", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the data sets")
    parser.add_argument("--page", type=Path, help="rewrite its table")
    given = parser.parse_args()
    made = table(load(given.data))
    print(made)  # noqa: T201
    if given.page is not None:
        given.page.write_text(placed(given.page.read_text("utf-8"), {"cues": made}), "utf-8")


if __name__ == "__main__":
    main()
