"""Turns known data sets into folders that can be evaluated: `python -m eval.convert NAME DATA OUT`."""

import argparse
import gzip
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from corpus.sentences import sentence_spans
from corpus.text import clean

Line = Mapping[str, Any]
Grade = tuple[str, str, int]  # qid, paper id, relevance

DISTRACTORS = 20_000


def scitldr_train(data: Path, out: Path) -> None:
    """The authors' TL;DR of each training paper should find its abstract among those of train and dev."""
    _scitldr(data, out, "train")


def scitldr_dev(data: Path, out: Path) -> None:
    _scitldr(data, out, "dev")


def scitldr_reviewers(data: Path, out: Path, distractors: int = DISTRACTORS) -> None:
    """The reviewers' TL;DRs of the dev papers, with `distractors` abstracts of the ACL Anthology in the way.

    These are spread evenly over the Anthology's file, so that every year is among them.
    """
    parts = _scitldr_parts(data)
    anthology = [_paper(line) for line in lines(data / "acl_anthology" / "papers.jsonl.gz")]
    taken = min(distractors, len(anthology))
    others = [anthology[place * len(anthology) // taken] for place in range(taken)]
    cases = [
        (f"{paper['id']}-{n}", tldr, paper)
        for paper in parts["dev"]
        for n, tldr in enumerate(paper["tldrs"][1:], start=2)
    ]
    _write_tldrs(out, chain(*parts.values()), others, cases, "reviewer's TL;DR")


def single_abstract(data: Path, out: Path) -> None:
    """Questions and claims, each with the one abstract that settles it. An abstract without a title is given its id."""
    items = list(lines(data / "scholarqabench" / "single_abstract.jsonl"))
    contexts = {context["text"]: context for item in items for context in item["ctxs"]}
    ids = {text: f"abstract-{n:04}" for n, text in enumerate(contexts, start=1)}
    papers = [
        {"id": ids[text], "title": context["title"] or ids[text], "abstract": text}
        for text, context in contexts.items()
    ]
    queries = [{"qid": item["qid"], "kind": item["task"], "text": item["question"]} for item in items]
    grades = [(item["qid"], ids[context["text"]], 1) for item in items for context in item["ctxs"]]
    write_folder(out, papers, queries, grades)


def acl_hubs(data: Path, out: Path) -> None:
    """A citing sentence should find the paper it stands in, and a sentence of a hub's summary the hub's own paper.

    Papers are held with title and abstract alone.
    """
    _acl_hubs(data, out, with_contexts=False)


def acl_hubs_with_contexts(data: Path, out: Path) -> None:
    """As `acl_hubs`, and every second sentence is held as the paper's citing sentence; the others are the queries."""
    _acl_hubs(data, out, with_contexts=True)


def off_topic_acl(data: Path, out: Path) -> None:
    """Queries about nothing that computational linguists write of: each should find nothing relevant."""
    off_topic(map(_paper, lines(data / "hubs" / "acl_papers.jsonl")), out)


def off_topic(papers: Iterable[Line], out: Path) -> None:
    """Everyday and nonsense queries of our own, for which none of the papers is relevant."""
    texts = files("eval").joinpath("off_topic.txt").read_text("utf-8").splitlines()
    queries = [{"qid": f"off-{n:02}", "kind": "off topic", "text": text} for n, text in enumerate(texts, start=1)]
    write_folder(out, papers, queries, ())


def _scitldr(data: Path, out: Path, split: str) -> None:
    parts = _scitldr_parts(data)
    cases = [(paper["id"], paper["tldrs"][0], paper) for paper in parts[split]]
    _write_tldrs(out, chain(*parts.values()), (), cases, "TL;DR")


def _scitldr_parts(data: Path) -> dict[str, list[Line]]:
    paths = {"train": data / "scitldr" / "train.jsonl.gz", "dev": data / "scitldr" / "dev.jsonl"}
    return {split: list(lines(path)) for split, path in paths.items()}


def _write_tldrs(
    out: Path, papers: Iterable[Line], others: Iterable[Line], cases: Iterable[tuple[str, str, Line]], kind: str
) -> None:
    """A case is (qid, TL;DR, its paper). A paper that is held twice is found as well under its other id."""
    held = [_paper(paper) for paper in papers]
    ids = {paper["id"] for paper in held}
    queries: list[Line] = []
    grades: list[Grade] = []
    for qid, tldr, paper in cases:
        queries.append({"qid": qid, "kind": kind, "text": tldr})
        twins = [name for name in paper.get("same_title_ids", ()) if name in ids]
        grades.extend((qid, name, 1) for name in (paper["id"], *twins))
    write_folder(out, chain(held, others), queries, grades)


def _acl_hubs(data: Path, out: Path, *, with_contexts: bool) -> None:
    papers = {line["id"]: _paper(line) for line in lines(data / "hubs" / "acl_papers.jsonl")}
    sentences = [line for line in lines(data / "hubs" / "acl_contexts.jsonl") if line["citing_id"] in papers]
    met: dict[str, list[str]] = {}
    for sentence in sentences:
        met.setdefault(sentence["citing_id"], []).append(sentence["context"])
    queries: list[Line] = []
    grades: list[Grade] = []
    for paper_id, texts in met.items():
        different = list(dict.fromkeys(texts))
        if with_contexts:
            papers[paper_id]["contexts"] = [{"text": text} for text in different[::2]]
        for n, text in list(enumerate(different))[1::2]:  # what is asked for is in none of the sentences held
            queries.append({"qid": f"{paper_id}-{n}", "kind": "citing sentence", "text": text})
            grades.append((f"{paper_id}-{n}", paper_id, 1))
    for qid, hub_id, text in _summary_sentences(data, papers.keys()):
        queries.append({"qid": qid, "kind": "summary sentence", "text": text})
        grades.append((qid, hub_id, 1))
    write_folder(out, papers.values(), queries, grades)


def _summary_sentences(data: Path, held: Collection[str]) -> Iterator[tuple[str, str, str]]:
    for hub in lines(data / "hubs" / "acl_hubs.jsonl"):
        summary = clean(hub["human_summary"] or "")
        if hub["hub_id"] in held:
            for n, (start, end) in enumerate(sentence_spans(summary), start=1):
                yield f"{hub['hub_id']}-summary-{n}", hub["hub_id"], summary[start:end]


def _paper(line: Line) -> dict[str, Any]:
    fields = ("id", "title", "abstract", "year", "venue", "authors")
    return {field: line[field] for field in fields if line.get(field) is not None}


def lines(path: Path) -> Iterator[Line]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (json.loads(line) for line in data.decode("utf-8").split("\n") if line)


def write_folder(out: Path, papers: Iterable[Line], queries: Iterable[Line], grades: Iterable[Grade]) -> None:
    """The three files that docs/eval.md describes."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in (("papers.jsonl", papers), ("queries.jsonl", queries)):
        (out / name).write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in content), "utf-8")
    rows = [("qid", "paper_id", "relevance"), *grades]
    (out / "qrels.tsv").write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), "utf-8")


CONVERSIONS: dict[str, Callable[[Path, Path], None]] = {
    "scitldr_train": scitldr_train,
    "scitldr_dev": scitldr_dev,
    "scitldr_reviewers": scitldr_reviewers,
    "single_abstract": single_abstract,
    "acl_hubs": acl_hubs,
    "acl_hubs_with_contexts": acl_hubs_with_contexts,
    "off_topic_acl": off_topic_acl,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.convert", description=__doc__)
    from eval.convert_claims import CLAIM_SETS  # which reads what is above

    every = CONVERSIONS | CLAIM_SETS
    parser.add_argument("name", choices=every)
    parser.add_argument("data", type=Path, help="the folder that holds the data sets")
    parser.add_argument("out", type=Path, help="the folder to write")
    given = parser.parse_args()
    every[given.name](given.data, given.out)


if __name__ == "__main__":
    main()
