"""What is written down of a job: when, for what, and what came of it."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from corpus.jobs import JobRecord
from service.intake import ImportReport

FETCHED = "fetched"  # in the payload of a job that fetches: how far it has come


def has_whole_file(job: JobRecord) -> bool:
    """Whether what it is to read changes no more: the file of a walk grows until that has ended."""
    return "file" in job.payload and bool(job.payload.get(FETCHED, {"ended": True})["ended"])


def new_import(job_id: str, payload: dict[str, Any], key: str | None) -> JobRecord:
    return JobRecord(job_id, "import", "queued", now(), now(), payload=payload, idempotency_key=key)


def unfinished(report: ImportReport) -> str:
    """What was stored is not lost by what failed after it."""
    stored = report.added + report.updated + report.merged
    return f"{stored:,} papers were stored and can be searched after the next import or start; " if stored else ""


def fingerprint(digest: str, asked: dict[str, str | None]) -> str:
    return hashlib.sha256(repr((digest, sorted(asked.items()))).encode()).hexdigest()


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
