"""Reads a data folder: papers.jsonl, queries.jsonl and qrels.tsv, as docs/eval.md describes them."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from corpus.ids import UnknownId, any_slug
from eval.cases import ALL, Dataset, Fact, PaperLine, Query
from index.values import Facet

PAPER_FIELDS = (
    "id", "title", "abstract", "tldr", "tldr_source", "authors", "year", "venue", "url", "ids", "aliases",
    "role", "polarity", "influential", "self_citation", "contexts", "hub",
)  # fmt: skip
FACETS: dict[str, Facet] = {facet: facet for facet in get_args(Facet)}


class BadFolder(ValueError):
    """The folder is not a data set that can be evaluated; the message names the file and the line."""


def load_folder(folder: Path) -> Dataset:
    """Raises BadFolder at the first thing that would make a figure meaningless."""
    papers = papers_of(folder)
    known = frozenset(paper.id for paper in papers)
    queries = tuple(_queries(lines_of(folder, "queries.jsonl", "qid"), known))
    grades = _grades(_file(folder, "qrels.tsv"), frozenset(query.qid for query in queries), known)
    return Dataset(folder.resolve().name, papers, queries, grades)


def papers_of(folder: Path) -> tuple[PaperLine, ...]:
    return tuple(_papers(_file(folder, "papers.jsonl")))


def lines_of(folder: Path, name: str, key: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each line of a file: its place, what stands under `key`, used once, and its content."""
    return _objects(_file(folder, name), key, lambda _place, identity: identity)


def _file(folder: Path, name: str) -> Path:
    found = [path for path in (folder / name, folder / f"{name}.gz") if path.is_file()]
    if not found:
        raise BadFolder(f"{folder} should hold {name} or {name}.gz and has neither; add it (see docs/eval.md)")
    if len(found) == 2:
        raise BadFolder(f"{folder} should hold either {name} or {name}.gz and has both; remove one")
    return found[0]


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Every line that is not blank, after a name for it: file and number."""
    try:
        text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode("utf-8-sig")
    except (gzip.BadGzipFile, zlib.error, EOFError, UnicodeDecodeError) as error:
        raise BadFolder(f"{path.name} should be UTF-8 text, gzipped if its name ends in .gz, but {error}") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path.name} line {number}", line.rstrip("\r")


def _objects(path: Path, key: str, unique: Callable[[str, str], str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each line's place, identity and content; `unique` makes it of the place and the text under `key`."""
    seen: dict[str, str] = {}
    for place, line in _lines(path):
        try:
            content = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadFolder(f"{place} should be one JSON object but {error}") from error
        if not isinstance(content, dict):
            raise BadFolder(f"{place} should be one JSON object but is {line[:40]}")
        identity = unique(place, text_of(place, content, key))
        if identity in seen:
            raise BadFolder(f"{place}: {key} {content[key]!r} was already used in {seen[identity]}; each needs its own")
        seen[identity] = place
        yield place, identity, content
    if not seen:
        raise BadFolder(f"{path.name} is empty; it needs at least one line")


def text_of(place: str, content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadFolder(f"{place}: {key} should be some text but is {value!r}")
    return value


def _papers(path: Path) -> Iterator[PaperLine]:
    for place, paper_id, content in _objects(path, "id", _slug):
        text_of(place, content, "title")
        content["tldr"] = content.get("tldr") or content.get("summary")
        content["id"] = paper_id
        kept = {field: content[field] for field in PAPER_FIELDS if content.get(field) is not None}
        yield PaperLine(paper_id, json.dumps(kept, ensure_ascii=False), kept.get("hub"))


def _queries(told: Iterator[tuple[str, str, dict[str, Any]]], known: frozenset[str]) -> Iterator[Query]:
    for place, qid, content in told:
        by_example = content.get("paper_id") is not None
        if by_example == (content.get("text") is not None):
            raise BadFolder(f"{place}: query {qid} should have either text or paper_id; give one of them")
        facet = _facet(place, content.get("facet") or "all")
        yield Query(
            qid=qid,
            kind=_kind(place, {"kind": f"related, {facet}" if by_example else "topic", **content}),
            text=None if by_example else text_of(place, content, "text"),
            paper_id=known_paper(place, content["paper_id"], known) if by_example else None,
            facet=facet,
            answerable=truth_of(place, content, "answerable", default=True),
            facts=tuple(_facts(place, content, known)),
            near_misses=tuple(known_paper(place, name, known) for name in _list(place, content, "near_misses")),
            pool=truth_of(place, content, "pool", default=by_example),
            hub=_slug(place, content["hub"]) if content.get("hub") else None,
        )


def _kind(place: str, content: Mapping[str, Any]) -> str:
    kind = text_of(place, content, "kind")
    if kind == ALL:
        raise BadFolder(f"{place}: kind {ALL!r} stands for every kind in the report; give the kind another name")
    return kind


def _facet(place: str, value: Any) -> Facet:
    if not isinstance(value, str) or value not in FACETS:
        raise BadFolder(f"{place}: facet should be one of {', '.join(FACETS)} but is {value!r}")
    return FACETS[value]


def truth_of(place: str, content: Mapping[str, Any], key: str, *, default: bool) -> bool:
    value = content.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadFolder(f"{place}: {key} should be true or false but is {value!r}")
    return default if value is None else value


def _list(place: str, content: Mapping[str, Any], key: str) -> list[Any]:
    value = content.get(key) or []
    if not isinstance(value, list):
        raise BadFolder(f"{place}: {key} should be a list but is {value!r}")
    return value


def _facts(place: str, content: Mapping[str, Any], known: frozenset[str]) -> Iterator[Fact]:
    for fact in _list(place, content, "facts"):
        if not isinstance(fact, dict):
            raise BadFolder(f'{place}: a fact should be {{"paper_id", "fact"}} but is {fact!r}')
        yield Fact(known_paper(place, fact.get("paper_id"), known), text_of(place, fact, "fact"))


def known_paper(place: str, name: Any, known: frozenset[str]) -> str:
    identity = _slug(place, name) if isinstance(name, str) else None
    if identity is None or identity not in known:
        raise BadFolder(f"{place}: no paper has the id {name!r}; add it to papers.jsonl or correct the id")
    return identity


def _slug(place: str, name: str) -> str:
    try:
        return any_slug(name)
    except UnknownId as error:
        raise BadFolder(f"{place}: {error}") from error


def _grades(path: Path, qids: frozenset[str], known: frozenset[str]) -> dict[str, dict[str, int]]:
    lines = _lines(path)
    place, header = next(lines, (f"{path.name} line 1", ""))
    if header.split("\t") != ["qid", "paper_id", "relevance"]:
        raise BadFolder(f"{place} should be the header qid, paper_id, relevance, tab-separated, but is {header!r}")
    grades: dict[str, dict[str, int]] = {qid: {} for qid in qids}
    for place, line in lines:
        fields = line.split("\t")
        if len(fields) != 3:
            raise BadFolder(f"{place} should have 3 tab-separated fields but has {len(fields)}")
        qid, name, grade = fields
        if qid not in qids:
            raise BadFolder(f"{place}: no query has the qid {qid!r}; add it to queries.jsonl or correct the qid")
        paper_id = known_paper(place, name, known)
        if paper_id in grades[qid]:
            raise BadFolder(f"{place}: paper {name!r} is already graded for {qid!r}; keep one of the lines")
        if not (grade.isascii() and grade.isdigit()):
            raise BadFolder(f"{place}: relevance should be a whole number from 0 but is {grade!r}")
        grades[qid][paper_id] = int(grade)
    return grades
