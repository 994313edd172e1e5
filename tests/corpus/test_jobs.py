"""Jobs are remembered as they were last saved."""

from dataclasses import replace

from corpus.jobs import JobRecord
from corpus.store import Store

JOB = JobRecord(
    id="job-1",
    kind="import",
    state="queued",
    created="2026-01-31T10:00:00Z",
    updated="2026-01-31T10:00:00Z",
    payload={"path": "/spool/é.jsonl", "hub": None},
    idempotency_key="once",
)


def test_a_job_comes_back_as_it_was_saved(store: Store) -> None:
    store.save_job(JOB)
    assert store.job("job-1") == JOB
    assert store.job("job-2") is None


def test_saving_again_replaces(store: Store) -> None:
    store.save_job(JOB)
    report = {"added": 2, "errors": [{"line": 3, "msg": "broken"}]}
    done = replace(JOB, state="succeeded", stage="indexing", done=2, total=2, report=report)
    store.save_job(done)
    assert store.job("job-1") == done


def test_a_job_is_found_by_its_key(store: Store) -> None:
    store.save_job(JOB)
    store.save_job(replace(JOB, id="job-2", idempotency_key=None))
    assert store.job_with_key("once") == JOB
    assert store.job_with_key("twice") is None


def test_unfinished_jobs_are_the_oldest_first(store: Store) -> None:
    late = replace(JOB, id="a-late", state="running", created="2026-01-31T11:00:00Z", idempotency_key=None)
    finished = [
        replace(JOB, id=state, state=state, idempotency_key=None) for state in ("succeeded", "failed", "cancelled")
    ]
    for job in (late, *finished, JOB):
        store.save_job(job)
    assert store.unfinished_jobs() == [JOB, late]


def test_jobs_do_not_count_as_changes_of_what_is_held(store: Store) -> None:
    store.save_job(JOB)
    assert store.revision() == 0
