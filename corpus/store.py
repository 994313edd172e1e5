"""The store: every paper, hub, citation and job held, in a database that survives being killed at any moment."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Engine, insert, select, update

from corpus.changes import Changes
from corpus.jobs import FINISHED, JobRecord
from corpus.schema import hubs, jobs, names, revisions, taken_files
from corpus.store_batch import load, save
from corpus.store_changes import changes_since, count_revision, forget_removed, next_revision
from corpus.store_engine import open_engine, reading, writing
from corpus.store_errors import HubNotHeld
from corpus.store_removal import remove_hub
from corpus.store_rows import job_of, job_row, taken_of, taken_row
from corpus.taken import TakenFile
from corpus.values import Hub, Record


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the records of a batch, each counted once.

    `added` brought a paper that was not held. `merged` named, under another id or in other words, a paper that was
    held, or showed two held papers to be one. `updated` changed a paper held under its id, or its citation. `skipped`
    told nothing new.
    """

    added: int = 0
    updated: int = 0
    merged: int = 0
    skipped: int = 0


class Store:
    """Safe to use from several threads and, for reading, from several processes. Writers wait for each other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        self._engine.dispose()

    def put(
        self,
        hub: Hub | None,
        records: Sequence[Record],
        as_of: str | None = None,
        *,
        noted: Callable[[Counts], JobRecord | None] | None = None,
    ) -> Counts:
        """Takes in one batch in one transaction. The hub's own paper is held too, and not counted.

        The job that `noted` makes of the counts is saved with the batch, so that a crash loses both or neither.

        What the records say of the hubs that they cite is as of that day.

        A citation's hub may be named by any slug its paper goes by; a hub never heard of is held with its id as title.
        """
        with writing(self._engine) as connection:
            holdings = load(connection, hub, records)
            if hub:
                holdings.take_hub(hub)
            taken = [holdings.take(record, as_of) for record in records]
            if save(connection, holdings, next_revision(connection)):
                count_revision(connection)
            fates: Counter[str] = Counter(
                "skipped" if holdings.unchanged(paper, link) else fate for paper, link, fate in taken
            )
            counts = Counts(**fates)
            if noted and (job := noted(counts)):
                connection.execute(update(jobs).where(jobs.c.id == job.id).values(job_row(job)))
        return counts

    def revision(self) -> int:
        """Grows by one with each batch or removal that changes what can be read; equal numbers mean equal content."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(revisions.c.number)).scalar_one())

    @contextmanager
    def changes(self, since: int) -> Iterator[Changes]:
        """What to do to the content of that revision to have the content of now; all there is, for revision 0.

        Takes time in proportion to what changed, not to what is held.
        """
        with reading(self._engine) as connection, changes_since(connection, since) as changes:
            yield changes

    def forget_removed(self, before: int) -> None:
        """Lets go of what was removed before or in that revision: `changes` since an earlier one start from nothing.

        Until then each paper and citation that was ever removed is remembered once.
        """
        with writing(self._engine) as connection:
            forget_removed(connection, before)

    def held_as(self, name: str) -> str | None:
        """The id of the paper that goes by this slug."""
        with reading(self._engine) as connection:
            return connection.execute(select(names.c.paper_id).where(names.c.slug == name)).scalar()

    def holds_hub(self, hub_id: str) -> bool:
        with reading(self._engine) as connection:
            return connection.execute(select(hubs.c.id).where(hubs.c.id == hub_id)).first() is not None

    def delete_hub(self, hub_id: str) -> int:
        """Removes the hub, its citations, and its papers that nothing else keeps; answers how many papers went.

        A paper is kept by citing another hub, by being one, or by having once been imported without any hub.
        """
        with writing(self._engine) as connection:
            if not connection.execute(select(hubs.c.id).where(hubs.c.id == hub_id)).first():
                raise HubNotHeld(f"expected a hub that is held, found {hub_id!r}; ask for the list of hubs")
            removed = remove_hub(connection, hub_id, next_revision(connection))
            count_revision(connection)
            return removed

    def remember_file(self, taken: TakenFile) -> None:
        """In place of what was remembered under its key."""
        with writing(self._engine) as connection:
            connection.execute(insert(taken_files).prefix_with("OR REPLACE"), taken_row(taken))

    def taken_file(self, key: str) -> TakenFile | None:
        with reading(self._engine) as connection:
            row = connection.execute(select(taken_files).where(taken_files.c.key == key)).first()
            return taken_of(row._mapping) if row else None

    def save_job(self, job: JobRecord) -> None:
        """Stores the job as it is now, in place of what was saved under its id."""
        row = job_row(job)
        with writing(self._engine) as connection:
            if not connection.execute(update(jobs).where(jobs.c.id == job.id).values(row)).rowcount:
                connection.execute(insert(jobs).values(row))

    def job(self, job_id: str) -> JobRecord | None:
        with reading(self._engine) as connection:
            row = connection.execute(select(jobs).where(jobs.c.id == job_id)).first()
            return job_of(row._mapping) if row else None

    def job_with_key(self, key: str) -> JobRecord | None:
        """The job that was begun under this idempotency key."""
        with reading(self._engine) as connection:
            row = connection.execute(select(jobs).where(jobs.c.idempotency_key == key)).first()
            return job_of(row._mapping) if row else None

    def unfinished_jobs(self) -> list[JobRecord]:
        """Queued or running when last saved, oldest first."""
        with reading(self._engine) as connection:
            waiting = select(jobs).where(jobs.c.state.not_in(FINISHED)).order_by(jobs.c.created, jobs.c.id)
            return [job_of(row._mapping) for row in connection.execute(waiting)]


def open_store(path: Path) -> Store:
    """Opens the database, made or brought up to date where needed.

    Raises NewerSchema, NotAStore, StoreUnwritable or StoreBusy, each saying what to do.
    """
    return Store(open_engine(URL.create("sqlite", database=str(path))))
