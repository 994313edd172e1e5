"""Turns known data sets into folders whose every query is a question to be answered, or refused."""

from collections.abc import Iterable
from pathlib import Path

from eval.convert import Grade, Line, lines, write_folder

MISMATCHED = "cs_hci"  # the five questions of this subject stand beside another subject's passages and answers


def off_topic_questions(data: Path, demo: Path, out: Path) -> None:
    """Questions of medicine and neuroscience, asked of the bundled hub, which answers none of them."""
    asked = lines(data / "scholarqabench" / "questions_only.jsonl")
    queries = [
        {"qid": f"off-{n:04}", "kind": "biomedical question", "text": line["question"], "answerable": False}
        for n, line in enumerate(asked, start=1)
    ]
    write_folder(out, lines(demo), queries, ())


def passages_apart(data: Path, out: Path) -> None:
    """Each question is asked of its own passages; it should cite those that an expert's answer cites."""
    _passages(data, out, apart=True)


def passages_together(data: Path, out: Path) -> None:
    """Each question is asked of every question's passages."""
    _passages(data, out, apart=False)


def _passages(data: Path, out: Path, *, apart: bool) -> None:
    papers: list[Line] = []
    queries: list[Line] = []
    grades: list[Grade] = []
    for item in lines(data / "scholarqabench" / "rag.jsonl"):
        hub = {"hub": f"local:{item['qid']}"} if apart else {}
        kind = "passages of another subject" if item["subject"] == MISMATCHED else "question"
        papers += [paper | hub for paper in _papers(item)]
        queries.append({"qid": item["qid"], "kind": kind, "text": item["question"]} | hub)
        grades += [(item["qid"], f"{item['qid']}-{n}", 1) for n in dict.fromkeys(item["citations"])]
    write_folder(out, papers, queries, grades)


def _papers(item: Line) -> Iterable[dict[str, str]]:
    for passage in item["ctxs"]:
        name = f"{item['qid']}-{passage['n']}"
        fields = {"id": name, "title": passage["title"] or name, "abstract": passage["text"], "year": passage["year"]}
        yield {field: value for field, value in fields.items() if value is not None}
