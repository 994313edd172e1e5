"""How values stand in the store's rows, and back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from corpus.holdings import key_of
from corpus.ids import from_slug
from corpus.jobs import JobRecord
from corpus.taken import TakenFile
from corpus.values import Citation, CitingSentence, Hub, Paper, Stated

Row = Mapping[Any, Any]

CITATION_FIELDS = tuple(field.name for field in fields(Citation))


def paper_row(paper: Paper, *, free: bool, changed: int) -> dict[str, Any]:
    return {
        "id": paper.id,
        "title": paper.title,
        "title_key": key_of(paper),
        "abstract": paper.abstract,
        "tldr": paper.tldr,
        "tldr_source": paper.tldr_source,
        "authors": _json(paper.authors),
        "year": paper.year,
        "venue": paper.venue,
        "url": paper.url,
        "free": free,
        "changed": changed,
    }


def paper_of(row: Row, slugs: Iterable[str] = ()) -> Paper:
    """With its ids in their schemes: that of the paper's own id first, the rest in order."""
    ordered = sorted(slugs, key=lambda one: (one != row["id"], one))
    ids = (from_slug(one) for one in ordered)
    return Paper(
        id=row["id"],
        title=row["title"],
        abstract=row["abstract"],
        tldr=row["tldr"],
        tldr_source=row["tldr_source"],
        authors=tuple(json.loads(row["authors"])),
        year=row["year"],
        venue=row["venue"],
        url=row["url"],
        ids=tuple(external for external in ids if external.scheme != "local"),
        aliases=tuple(one for one in ordered if one != row["id"]),
    )


def hub_row(hub: Hub) -> dict[str, Any]:
    stated = _json(asdict(hub.stated)) if hub.stated else None
    return {"id": hub.paper.id, "known_total": hub.known_total, "as_of": hub.as_of, "stated": stated}


def hub_of(row: Row, paper: Paper) -> Hub:
    return Hub(paper, row["known_total"], row["as_of"], _stated(json.loads(row["stated"])) if row["stated"] else None)


def citation_row(citation: Citation, *, changed: int) -> dict[str, Any]:
    row = {name: getattr(citation, name) for name in CITATION_FIELDS}
    contexts = [[sentence.text, sentence.section, sentence.role] for sentence in citation.contexts]
    return row | {"contexts": _json(contexts), "changed": changed}


def citation_of(row: Row) -> Citation:
    contexts = tuple(CitingSentence(*sentence) for sentence in json.loads(row["contexts"]))
    return Citation(**{name: row[name] for name in CITATION_FIELDS} | {"contexts": contexts})


def job_row(job: JobRecord) -> dict[str, Any]:
    row = {field.name: getattr(job, field.name) for field in fields(job)}
    return row | {"report": _json(job.report), "payload": _json(job.payload)}


def job_of(row: Row) -> JobRecord:
    return JobRecord(**{**row, "report": json.loads(row["report"]), "payload": json.loads(row["payload"])})


def taken_row(taken: TakenFile) -> dict[str, Any]:
    return {"key": taken.key, "revision": taken.revision, "day": taken.day, "report": _json(taken.report)}


def taken_of(row: Row) -> TakenFile:
    return TakenFile(**{**row, "report": json.loads(row["report"])})


def _stated(told: dict[str, Any]) -> Stated:
    labels = {name: tuple((label, count) for label, count in told[name]) for name in ("roles", "polarity")}
    return Stated(**{**told, **labels})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
