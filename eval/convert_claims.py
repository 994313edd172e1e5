"""Folders of claims from known data sets: summaries of papers, altered by rule, and claims that experts checked."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from answers.text.amounts import amounts_of
from answers.text.naming import distinct, names_of
from corpus.sentences import sentence_spans
from eval.altered import another_name, another_number, flipped
from eval.convert import lines
from eval.written_claims import written_claims

Line = Mapping[str, Any]

SEED = 11
COMMON = 2  # abstracts that a name stands in before it is put into other papers' claims
SHORTEST_NAME = 3
OWN_WORDS = "changed number, else word for word"


def claims_scitldr_train(data: Path, out: Path) -> None:
    """What the checker was made with."""
    _summaries(list(lines(data / "scitldr" / "train.jsonl.gz")), out)


def claims_scitldr_dev(data: Path, out: Path) -> None:
    _summaries(list(lines(data / "scitldr" / "dev.jsonl")), out)


def claims_scitldr_reviewers(data: Path, out: Path) -> None:
    """What reviewers summed up of the same papers, in words further from their abstracts."""
    _summaries(list(lines(data / "scitldr" / "dev.jsonl")), out, first=1, last=None)


def claims_scifact(data: Path, out: Path) -> None:
    """Claims that experts found supported or contradicted by an abstract."""
    items = [item for item in lines(data / "scholarqabench" / "single_abstract.jsonl") if item["task"] == "scifact"]
    contexts = {context["text"]: context for item in items for context in item["ctxs"]}
    ids = {text: f"abstract-{n:04}" for n, text in enumerate(contexts, start=1)}
    papers = [{"id": ids[text], "title": one["title"] or ids[text], "abstract": text} for text, one in contexts.items()]
    claims = [
        _claim(item["qid"], KINDS[item["answer"]], item["question"], ids[context["text"]], item["answer"] == "true")
        for item in items
        for context in item["ctxs"][:1]
    ]
    _write(out, papers, claims)


def claims_written(data: Path, out: Path) -> None:
    """Claims written by hand about papers of these sets, true and false."""
    _write(out, *written_claims(data))


KINDS = {"true": "checked by experts: supported", "false": "checked by experts: contradicted"}


def _summaries(papers: list[Line], out: Path, *, first: int = 0, last: int | None = 1) -> None:
    """Sentences of each paper's TL;DRs cite its abstract; altered, or citing another's, they are not supported.

    The gate judges sentence by sentence, so each of them is a claim. TL;DRs `first` to `last` are taken.
    """
    names = _names(papers)
    draw = random.Random(SEED)  # noqa: S311  # repeatable on purpose
    claims = [
        claim
        for place, paper in enumerate(papers)
        for n, text in enumerate(_sentences(paper["tldrs"][first:last]))
        for claim in _of_one(papers, place, n, text, names, draw)
        if not text.endswith("?")  # which claims nothing
    ]
    held = [{field: paper[field] for field in ("id", "title", "abstract")} for paper in papers]
    _write(out, held, [*claims, *_in_own_words(papers, draw)])


def _sentences(texts: Iterable[str]) -> list[str]:
    return [text[start:end] for text in texts for start, end in sentence_spans(text)]


def _of_one(papers: list[Line], place: int, n: int, text: str, names: list[str], draw: random.Random) -> Iterator[Line]:
    paper, cid = papers[place], f"{papers[place]['id']}-{n}"
    yield _claim(f"{cid}-true", "true", text, paper["id"], True)
    altered = {
        "changed number": another_number(text, draw),
        "flipped negation": flipped(text, draw),
        "swapped name": another_name(text, names, draw),
    }
    for kind, changed in altered.items():
        if changed is not None:
            yield _claim(f"{cid}-{kind}", kind, changed, paper["id"], False)
    twins = {paper["id"], *paper.get("same_title_ids", ())}
    other = draw.choice([one for one in papers if one["id"] not in twins])
    yield _claim(f"{cid}-unrelated", "unrelated source", text, other["id"], False)


def _in_own_words(papers: Iterable[Line], draw: random.Random) -> Iterator[Line]:
    """Sentences of the abstracts themselves, word for word but for a number."""
    for paper in papers:
        for n, text in enumerate(_sentences([paper["abstract"]])):
            changed = another_number(text, draw) if amounts_of(text) else None
            if changed is not None:
                yield _claim(f"{paper['id']}-own-{n}", OWN_WORDS, changed, paper["id"], False)


def _names(papers: Iterable[Line]) -> list[str]:
    """Names of methods and data that several abstracts hold, in order."""
    held = Counter(name for paper in papers for name in set(names_of(paper["abstract"])))
    return sorted(
        name for name, count in held.items() if count >= COMMON and len(name) >= SHORTEST_NAME and distinct(name)
    )


def _claim(cid: str, kind: str, text: str, paper_id: str, supported: bool) -> Line:
    return {"cid": cid, "kind": kind, "text": text, "paper_id": paper_id, "supported": supported}


def _write(out: Path, papers: Iterable[Line], claims: Iterable[Line]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, content in (("papers.jsonl", papers), ("claims.jsonl", claims)):
        (out / name).write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in content), "utf-8")


CLAIM_SETS = {
    "claims_scitldr_train": claims_scitldr_train,
    "claims_scitldr_dev": claims_scitldr_dev,
    "claims_scitldr_reviewers": claims_scitldr_reviewers,
    "claims_scifact": claims_scifact,
    "claims_written": claims_written,
}
