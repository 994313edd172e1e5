"""Getting papers in: imports, and the jobs that carry them out."""

import re
from collections.abc import AsyncIterator
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Depends, Header, Response
from fastapi.concurrency import run_in_threadpool
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse
from starlette.requests import Request

from corpus.jobs import FINISHED, JobRecord
from service.asked import LIMITS, ImportForm, SourceBody
from service.etag import UNCHANGED, tagged_by_content
from service.jobs import Jobs
from service.parts import JobsDep, NoParameters
from service.schemas_work import JobOut
from service.spool import Upload
from service.uploads import asked_of

router = APIRouter(prefix="/v1", tags=["imports"], dependencies=[NoParameters])
EVERY = 0.2  # seconds between two looks at a job that is being watched
WAIT = re.compile(r'(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?(?![^\s,;])', re.IGNORECASE)
Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255)]
Prefer = Annotated[str | None, Header()]
AskedDep = Annotated[Upload | SourceBody, Depends(asked_of)]


def form_schema() -> dict[str, Any]:
    schema = ImportForm.model_json_schema()
    file = {"type": "string", "format": "binary", "description": "The papers."}
    return {**schema, "properties": {"file": file, **schema["properties"]}, "required": ["file"]}


BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": form_schema()},
            "application/json": {"schema": SourceBody.model_json_schema()},
        },
    }
}
ACCEPTED: dict[int | str, dict[str, Any]] = {202: {"model": JobOut, "description": "Accepted; the job goes on."}}


@router.post("/imports", openapi_extra=BODY, responses=ACCEPTED)
async def import_papers(
    asked: AskedDep, jobs: JobsDep, response: Response, key: Key = None, prefer: Prefer = None
) -> JobOut:
    """Takes in a file, or what a catalogue says cites a hub. 202 with a job; 200 when it finished within the seconds
    that `Prefer: wait=N` gives it."""
    job = await run_in_threadpool(accepted, jobs, asked, key)
    job = await finished(jobs, job, seconds_in(prefer))
    response.status_code = 200 if job.state in FINISHED and prefer else 202
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return JobOut.of(job)


@router.get("/jobs/{job_id}", response_model=JobOut, responses=UNCHANGED)
def job(job_id: str, jobs: JobsDep, request: Request) -> Response:
    """How far a job has come, and what it did."""
    return tagged_by_content(request, JobOut.of(jobs.job(job_id)))


@router.delete("/jobs/{job_id}")
def cancel(job_id: str, jobs: JobsDep) -> JobOut:
    """Stops a job soon; what it had stored by then stays. A finished job is left as it is."""
    return JobOut.of(jobs.cancel(job_id))


STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The events progress (whenever the job changes) and done, each with the job.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.get("/jobs/{job_id}/events", response_class=EventSourceResponse, responses=STREAM)
def job_events(job_id: str, jobs: JobsDep) -> EventSourceResponse:
    """The job as server-sent events, until it is finished."""
    return EventSourceResponse(events(jobs, jobs.job(job_id)))


def accepted(jobs: Jobs, asked: Upload | SourceBody, key: str | None) -> JobRecord:
    return jobs.submit(asked, key) if isinstance(asked, Upload) else jobs.fetch(asked.hub, asked.source, key)


def seconds_in(prefer: str | None) -> int:
    """The N of `wait=N`, at most a minute; 0 where nothing of the kind was asked for."""
    found = WAIT.search(prefer or "")
    return min(int(found[1]), LIMITS["wait_seconds"]) if found else 0


async def finished(jobs: Jobs, job: JobRecord, seconds: float) -> JobRecord:
    """Waits without holding a thread, of which there are few, and no longer than the service goes on."""
    with anyio.move_on_after(seconds):
        while job.state not in FINISHED and not jobs.stopping:
            await anyio.sleep(EVERY / 4)
            job = await run_in_threadpool(jobs.job, job.id)
    return job


async def events(jobs: Jobs, job: JobRecord) -> AsyncIterator[ServerSentEvent]:
    """Until the job is finished, or the service stops and leaves it for its next start."""
    while job.state not in FINISHED:
        yield ServerSentEvent(event="progress", data=JobOut.of(job).model_dump_json())
        before = job
        while job == before:
            await anyio.sleep(EVERY)
            if jobs.stopping:
                return
            job = await run_in_threadpool(jobs.job, job.id)
    yield ServerSentEvent(event="done", data=JobOut.of(job).model_dump_json())
