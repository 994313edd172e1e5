"""What callers get about the service itself and its work: jobs, import reports, readiness, release and limits."""

from typing import Any, Self

from pydantic import BaseModel

from corpus.jobs import JobRecord, State
from index.files.tuned import Tuned
from service.about import About
from service.asked import LIMITS
from service.intake import Fetched, ImportReport


class LineError(BaseModel):
    """`line` counts from 1; null means the whole file."""

    line: int | None
    msg: str


class FetchedOut(BaseModel):
    """How many papers were fetched from `source`, which knows of `known_total`; `missing` says why not all of them,
    and `lacking` what could not be had of these."""

    source: str
    papers: int
    known_total: int | None
    missing: str | None
    lacking: str | None

    @classmethod
    def of(cls, fetched: Fetched) -> Self:
        return cls(
            source=fetched.source,
            papers=fetched.papers,
            known_total=fetched.known_total,
            missing=fetched.missing,
            lacking=fetched.lacking,
        )


class ReportOut(BaseModel):
    """`errors` holds the first of `error_count`; `detail` says why a job failed.

    `unchanged`: the file was taken in before and nothing has changed since, so it was not read again. `unread` are the
    fields that nothing was taken from, with how many records have each, the most frequent twenty at most. `fetched` is
    null for a file that was sent.
    """

    added: int = 0
    updated: int = 0
    merged: int = 0
    skipped: int = 0
    errors: list[LineError] = []
    error_count: int = 0
    hub: str | None = None
    format: str | None = None
    index_id: str | None = None
    detail: str | None = None
    unchanged: bool = False
    unread: dict[str, int] = {}
    fetched: FetchedOut | None = None

    @classmethod
    def of(cls, report: ImportReport, detail: str | None = None) -> Self:
        return cls(
            added=report.added,
            updated=report.updated,
            merged=report.merged,
            skipped=report.skipped,
            errors=[LineError(line=found.line, msg=found.message) for found in report.problems],
            error_count=report.problem_count,
            hub=report.hub,
            format=report.format,
            index_id=report.index_id,
            detail=detail,
            unchanged=report.unchanged,
            unread=dict(report.unread),
            fetched=FetchedOut.of(report.fetched) if report.fetched else None,
        )


class StepOut(BaseModel):
    """`recall` is the share of the ten nearest papers that so many candidates hold, `ms` the median of a search."""

    candidates: int
    recall: float
    ms: float


class TunedOut(BaseModel):
    """`candidates` is the number in use; null where every vector is read, as in an index that is not large."""

    target: float
    candidates: int | None = None
    recall: float | None = None
    steps: list[StepOut] = []

    @classmethod
    def of(cls, tuned: Tuned | None, target: float) -> Self:
        if tuned is None:
            return cls(target=target)
        steps = [StepOut(candidates=step.candidates, recall=step.recall, ms=step.ms) for step in tuned.steps]
        return cls(target=target, candidates=tuned.candidates, recall=tuned.recall, steps=steps)


class JobOut(BaseModel):
    """`total` is null while nobody knows it."""

    id: str
    kind: str
    state: State
    stage: str
    done: int
    total: int | None
    created_at: str
    updated_at: str
    report: ReportOut

    @classmethod
    def of(cls, job: JobRecord) -> Self:
        return cls(
            id=job.id,
            kind=job.kind,
            state=job.state,
            stage=job.stage,
            done=job.done,
            total=job.total,
            created_at=job.created,
            updated_at=job.updated,
            report=ReportOut(**job.report),
        )


class ReadyOut(BaseModel):
    """`checks` says of each part whether it works."""

    ready: bool
    checks: dict[str, bool]

    @classmethod
    def of(cls, checks: dict[str, bool]) -> Self:
        return cls(ready=all(checks.values()), checks=checks)


class AliveOut(BaseModel):
    alive: bool = True


class ModelOut(BaseModel):
    """`name` stands for the model and its very weights; one that makes no vectors has no `dim`."""

    role: str
    name: str
    dim: int | None

    @classmethod
    def used(cls, about: About) -> list[Self]:
        others = (("reranker", about.reranker), ("language", about.writer), ("checker", about.checker))
        beside = [cls(role=role, name=name, dim=None) for role, name in others if name is not None]
        return [cls(role="embedding", name=about.model, dim=about.dim), *beside]


class AboutOut(BaseModel):
    version: str
    index_id: str
    models: list[ModelOut]
    papers: int
    hubs: int
    limits: dict[str, int]

    @classmethod
    def of(cls, about: About) -> Self:
        return cls(
            version=about.version,
            index_id=about.index_id,
            models=ModelOut.used(about),
            papers=about.papers,
            hubs=about.hubs,
            limits={**LIMITS, "upload_megabytes": about.max_upload_mb},
        )


def report_json(report: ImportReport, detail: str | None = None) -> dict[str, Any]:
    """A report as a job remembers it."""
    return ReportOut.of(report, detail).model_dump()
