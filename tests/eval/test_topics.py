"""Steadiness is the adjusted Rand index with itself under subsets, order and seeds; known splits are met or missed."""

import gzip
import json
from pathlib import Path

import numpy as np

from corpus.values import Paper
from eval.topic_sets import SUBJECTS, TopicSet, topic_sets
from eval.topics import k_means, ours, steadiness, table

AXES = np.repeat(np.eye(2, 3, dtype=np.float32), 6, axis=0)
SPLIT = ("a",) * 6 + ("b",) * 6


def test_clear_groups_are_steady_and_meet_the_split() -> None:
    found = steadiness([AXES], SPLIT, ours)
    assert (found.topics, found.largest) == (2.0, 0.5)
    assert (found.subsets, found.order, found.seeds) == (1.0, 1.0, 1.0)
    assert (round(found.mutual or 0, 6), round(found.pure or 0, 6)) == (1.0, 1.0)


def test_without_a_split_nothing_is_compared() -> None:
    found = steadiness([AXES, AXES], (), k_means)
    assert (found.mutual, found.pure, found.topics) == (None, None, 2.0)


def test_the_table_has_a_line_for_each_way() -> None:
    hub = tuple(Paper(f"local:{n}", "t") for n in range(12))
    lines = list(table([TopicSet("pairs", (hub,), SPLIT)], lambda _papers: AXES))
    assert lines[2:] == [
        "| pairs | 1 | 12 | ours | 2.0 | 50% | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |",
        "| pairs | 1 | 12 | k-means | 2.0 | 50% | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 |",
    ]


def write(path: Path, *lines: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(line) + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)


def test_sets_hold_hubs_of_twenty_and_papers_of_one_subject(tmp_path: Path) -> None:
    papers = [{"id": f"p{n:03}", "title": f"On {SUBJECTS[0]}", "abstract": "a"} for n in range(100)]
    both = {"id": "z", "title": f"{SUBJECTS[0]} and {SUBJECTS[1]}", "abstract": "a"}
    write(tmp_path / "scitldr" / "dev.jsonl", *papers[:4])
    write(tmp_path / "orca_eval" / "papers.jsonl", {"id": "o", "title": "t", "summary": "s"})
    write(tmp_path / "hubs" / "acl_papers.jsonl", *papers)
    small, large = ({"citing_ids": [paper["id"] for paper in papers[:count]]} for count in (19, 20))
    write(tmp_path / "hubs" / "acl_hubs.jsonl", small, large)
    write(tmp_path / "scholarqabench" / "single_abstract.jsonl", {"ctxs": [{"title": None, "text": "m"}]})
    write(tmp_path / "acl_anthology" / "papers.jsonl.gz", *papers, both)
    orca, hubs, dev, mixed, subjects = topic_sets(tmp_path)
    assert (orca.hubs[0][0].tldr, len(dev.hubs[0])) == ("s", 4)
    assert [len(held) for held in hubs.hubs] == [20]
    assert mixed.split == ("machine learning",) * 3 + ("biomedical",)
    assert (len(subjects.hubs[0]), set(subjects.split)) == (100, {SUBJECTS[0]})
