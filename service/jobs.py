"""Imports in the background, one at a time: saved before they are acknowledged, resumed after a crash."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.ids import from_slug, slug
from corpus.jobs import JobRecord, State
from corpus.store_errors import StoreBusy, StoreUnwritable
from service.engine import Engine
from service.fetching import Walk, Wanted, fetch, wanted, with_walk
from service.intake import Fetched, ImportReport, Intake, Stopped
from service.job_records import FETCHED, fingerprint, new_import, now, unfinished
from service.lock import DataFolderMoved
from service.schemas_work import report_json
from service.spool import Upload, forget_failed, forget_strays, spool

if TYPE_CHECKING:
    from corpus.store import Store

log = logging.getLogger("service.jobs")
Explained = Callable[[BaseException], str | None]  # what to tell people; None: nobody foresaw it
STORED = "stored"  # in the payload of a job: how many papers of it were counted as what


class JobNotFound(LookupError):
    """No job has this id."""


class KeyReused(ValueError):
    """The idempotency key has been used for another import."""


class Jobs:
    """`start` takes up what a crash left, `stop` leaves what is unfinished for the next start.

    Progress is kept in memory and saved when a job changes its state, so that watching costs nothing.
    """

    def __init__(self, engine: Engine, explained: Explained) -> None:
        self._engine, self._explained = engine, explained
        self._spool = engine.settings.data / "spool"
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="imports")
        self._live: dict[str, JobRecord] = {}
        self._taken: dict[str, Intake] = {}
        self._cancelled: set[str] = set()
        self._turn = threading.RLock()
        self._stopping = threading.Event()

    def start(self) -> None:
        forget_strays(self._spool, self._engine.store)
        self.bring_up()
        for job in self._engine.store.unfinished_jobs():
            log.info("taking up job %s again", job.id)
            self._enqueue(replace(job, state="queued", stage="", done=0, total=None))

    def bring_up(self) -> None:
        """Has what is stored and not searchable yet made so, after the jobs that wait already."""
        if self.stopping:
            return
        self._worker.submit(self._engine.bring_up, self._unless_stopping).add_done_callback(_brought_up)

    @property
    def stopping(self) -> bool:
        """Whether jobs are left for the next start from now on."""
        return self._stopping.is_set()

    def leave(self) -> None:
        """Has the work under way come to a safe place; it goes on at the next start."""
        self._stopping.set()

    def stop(self) -> None:
        """Leaves the work, and waits until it has come to a safe place."""
        self.leave()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def submit(self, upload: Upload, key: str | None = None) -> JobRecord:
        """When this returns, the upload and the job are on disk. A key used before gives the job it was used for."""
        job_id, store = uuid.uuid4().hex, self._engine.store  # nothing is left behind where nothing may be written
        path, digest = spool(self._spool, job_id, upload)
        asked = {"format": upload.format, "hub": upload.hub, "hub_title": upload.hub_title}
        payload = {"file": path.name, "name": upload.name, "digest": fingerprint(digest, asked), **asked}
        with ExitStack() as unsaved:
            unsaved.callback(path.unlink)
            return self._accept(store, new_import(job_id, payload, key), unsaved)

    def fetch(self, hub: str, source: str, key: str | None = None) -> JobRecord:
        """As `submit`, of the papers that a catalogue says cite the hub. Raises UnknownId."""
        store, job_id = self._engine.store, uuid.uuid4().hex
        asked = wanted(self._engine.view(), hub, source)
        how = {"format": "jsonl", "hub": asked.hub, "hub_title": None, FETCHED: asdict(Fetched(source))}
        named = {"source": source, "ids": list(map(slug, asked.ids))}
        digest = fingerprint("", {"source": source, "hub": slug(asked.ids[0])})
        payload = {"file": f"{job_id}.jsonl", "name": "", "digest": digest, **how, **named}
        return self._accept(store, new_import(job_id, payload, key), ExitStack())

    def _accept(self, store: Store, job: JobRecord, unsaved: ExitStack) -> JobRecord:
        """The job, saved and enqueued; or the one that its key was used for before."""
        key = job.idempotency_key
        with self._turn:
            earlier = store.job_with_key(key) if key else None
            if earlier is None:
                store.save_job(job)
                unsaved.pop_all()
                self._enqueue(job)
                return job
        if earlier.payload["digest"] != job.payload["digest"]:
            raise KeyReused(
                f"the Idempotency-Key {key!r} was used for another import (job {earlier.id}); use a new one for this"
            )
        return self.job(earlier.id)

    def job(self, job_id: str) -> JobRecord:
        found = self._live.get(job_id) or self._engine.store.job(job_id)
        if found is None:
            raise JobNotFound(f"expected the id of a job, found {job_id!r}; POST /v1/imports answers with one")
        return found

    def cancel(self, job_id: str) -> JobRecord:
        """Papers stored before the cancel stay. A finished job is left as it is."""
        with self._turn:
            job = self.job(job_id)
            if job.state == "queued":
                self._finish(replace(job, state="cancelled", updated=now()))
            elif job.state == "running":
                self._cancelled.add(job_id)
            return self.job(job_id)

    def _enqueue(self, job: JobRecord) -> None:
        self._live[job.id] = job
        self._worker.submit(self._run, job.id).add_done_callback(partial(self._settle, job.id))

    def _run(self, job_id: str) -> None:
        with self._turn:
            job = self._live.get(job_id)
            if job is None:  # cancelled while it was waiting
                return
            self._keep(replace(job, state="running", updated=now()), save=True)
        fetched = self._fetched(job) if FETCHED in job.payload else None
        asked = {name: job.payload[name] for name in ("format", "hub", "hub_title")}
        report = self._engine.import_file(
            self._file(job),
            **asked,
            progress=partial(self._advance, job_id),
            begun=partial(self._begun, job_id),
        )
        stored = self._live[job_id].payload.get(STORED)
        if stored and report.unchanged:  # by this very job, before a crash that came while the index was made
            report = replace(report, **stored, unchanged=False)
        empty = report.used == 0 and report.problem_count > 0
        detail = "nothing in the file could be used; errors says why, line by line" if empty else None
        report = with_walk(report, fetched) if fetched else report
        self._conclude(job_id, "failed" if empty else "succeeded", report_json(report, detail))

    def _fetched(self, job: JobRecord) -> Fetched:
        """What a run that a crash ended had fetched is gone on from."""
        told = job.payload
        asked = Wanted(told["source"], told["hub"], tuple(map(from_slug, told["ids"])))
        progress, saved = partial(self._advance, job.id), partial(self._walked, job.id)
        return fetch(self._engine.settings, Walk(asked, self._file(job), Fetched(**told[FETCHED]), progress, saved))

    def _walked(self, job_id: str, fetched: Fetched) -> None:
        job = self._live[job_id]
        self._keep(replace(job, payload={**job.payload, FETCHED: asdict(fetched)}), save=True)

    def _begun(self, job_id: str, taken: Intake) -> None:
        """What a run that a crash ended had counted is gone on with, and what this one counts is saved."""
        taken.go_on(self._live[job_id].payload.get(STORED, {}))
        taken.saved = partial(self._counted, job_id)
        self._taken[job_id] = taken

    def _counted(self, job_id: str, counts: dict[str, int]) -> JobRecord:
        job = self._live[job_id]
        self._live[job_id] = replace(job, payload={**job.payload, STORED: counts})
        return self._live[job_id]

    def _advance(self, job_id: str, stage: str, done: int, total: int | None) -> None:
        if job_id in self._cancelled or self._stopping.is_set():
            raise Stopped(f"job {job_id} was stopped while {stage}")
        self._keep(replace(self._live[job_id], stage=stage, done=done, total=total, updated=now()), save=False)

    def _unless_stopping(self, stage: str, *_: object) -> None:
        if self._stopping.is_set():
            raise Stopped(f"bringing the index up was stopped while {stage}")

    def _settle(self, job_id: str, future: Future[None]) -> None:
        """What an error means for its job; a job that was stopped by `stop` stays unfinished in the store."""
        if future.cancelled() or (error := future.exception()) is None:
            return
        taken = self._taken.get(job_id)
        report = taken.report() if taken else ImportReport()
        if isinstance(error, Stopped):
            if job_id in self._cancelled:
                self._conclude(job_id, "cancelled", report_json(report))
            return
        detail = self._explained(error)
        log.error("job %s failed: %s", job_id, error, exc_info=None if detail else error)
        detail = detail or "something went wrong here that should not have; the log has it under the id of this job"
        self._conclude(job_id, "failed", report_json(report, unfinished(report) + detail))

    def _keep(self, job: JobRecord, *, save: bool) -> None:
        with self._turn:
            if save:
                self._engine.store.save_job(job)
            self._live[job.id] = job

    def _conclude(self, job_id: str, state: State, report: dict[str, Any]) -> None:
        """As `_finish`; where that cannot be saved, whoever watches is told all the same."""
        ended = replace(self._live[job_id], state=state, updated=now(), report=report)
        try:
            self._finish(ended)
        except (StoreBusy, StoreUnwritable, DataFolderMoved) as error:
            log.error(
                "the end of job %s (%s) could not be saved; the next start does it again: %s", job_id, state, error
            )
            self._keep(ended, save=False)

    def _finish(self, job: JobRecord) -> None:
        """A failed job's file is kept, so that it can be looked at and sent again."""
        self._keep(job, save=True)
        with self._turn:
            self._live.pop(job.id, None)
            self._taken.pop(job.id, None)
            self._cancelled.discard(job.id)
        if job.state == "failed":
            forget_failed(self._spool, self._engine.store)
        else:
            self._file(job).unlink(missing_ok=True)

    def _file(self, job: JobRecord) -> Path:
        return self._spool / str(job.payload["file"])


def _brought_up(future: Future[None]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None and not isinstance(error, Stopped):
        log.error("what was stored before cannot be searched yet: %s", error)
