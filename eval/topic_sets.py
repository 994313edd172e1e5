"""Sets of papers whose topics are measured: hubs as they are, and mixtures whose parts are known."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.values import Paper

Line = Mapping[str, Any]

HUB_PAPERS = 20  # citers that a hub must have to be measured
EACH_SUBJECT = 100
# Subjects of the ACL Anthology; a paper is of the one subject that its title names, and of none if it names two.
SUBJECTS = (
    "machine translation", "parsing", "sentiment", "question answering", "summarization", "speech recognition",
    "dialogue", "named entity", "word sense", "coreference",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TopicSet:
    """Some hubs, each with its papers; `split` names the known part of each paper of the only hub, or is empty."""

    name: str
    hubs: tuple[tuple[Paper, ...], ...]
    split: tuple[str, ...] = ()


def topic_sets(data: Path) -> list[TopicSet]:
    """What the folder of shared data sets holds for this."""
    dev = [_paper(line) for line in _lines(data / "scitldr" / "dev.jsonl")]
    return [
        TopicSet("orca_eval", (tuple(_paper(line) for line in _lines(data / "orca_eval" / "papers.jsonl")),)),
        TopicSet("acl_hubs", tuple(_acl_hubs(data / "hubs"))),
        TopicSet("scitldr dev", (tuple(dev),)),
        _mixed(dev, data / "scholarqabench" / "single_abstract.jsonl"),
        _subjects(data / "acl_anthology" / "papers.jsonl.gz"),
    ]


def _acl_hubs(folder: Path) -> Iterator[tuple[Paper, ...]]:
    papers = {line["id"]: _paper(line) for line in _lines(folder / "acl_papers.jsonl")}
    for hub in _lines(folder / "acl_hubs.jsonl"):
        held = tuple(papers[name] for name in sorted(hub["citing_ids"]) if name in papers)
        if len(held) >= HUB_PAPERS:
            yield held


def _mixed(machine_learning: Sequence[Paper], path: Path) -> TopicSet:
    """Three machine learning papers for each biomedical one."""
    texts = dict.fromkeys(
        (context["title"] or "", context["text"]) for line in _lines(path) for context in line["ctxs"]
    )
    medical = [Paper(f"local:{n}", title, abstract=text) for n, (title, text) in enumerate(texts)]
    count = min(len(machine_learning) // 3, len(medical))
    parts = (("machine learning",) * (3 * count)) + (("biomedical",) * count)
    return TopicSet("scitldr + biomedical", ((*machine_learning[: 3 * count], *medical[:count]),), parts)


def _subjects(path: Path) -> TopicSet:
    of_subject: dict[str, list[Paper]] = {subject: [] for subject in SUBJECTS}
    for line in sorted(_lines(path), key=lambda line: str(line["id"])):
        named = [subject for subject in SUBJECTS if subject in line["title"].lower()]
        if len(named) == 1 and "language" not in line:
            of_subject[named[0]].append(_paper(line))
    taken = [
        (subject, paper)
        for subject, papers in of_subject.items()
        if len(papers) >= EACH_SUBJECT
        for paper in papers[:: len(papers) // EACH_SUBJECT][:EACH_SUBJECT]
    ]
    return TopicSet("acl subjects", (tuple(paper for _, paper in taken),), tuple(subject for subject, _ in taken))


def _paper(line: Line) -> Paper:
    return Paper(
        f"local:{line['id']}", line["title"], abstract=line.get("abstract"), tldr=line.get("tldr", line.get("summary"))
    )


def _lines(path: Path) -> Iterator[Line]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
