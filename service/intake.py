"""Streams what an importer reads into the store, batch by batch, and keeps count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.importers.files import Import
from corpus.values import Hub, Problem, Record
from index.progress import Progress

if TYPE_CHECKING:
    from corpus.jobs import JobRecord
    from corpus.store import Counts, Store

BATCH = 500
SHOWN_PROBLEMS = 100
SHOWN_UNREAD, COUNTED_UNREAD = 20, 1_000  # names of fields; a file may have any number of them


@dataclass(frozen=True, slots=True)
class Fetched:
    """How far the papers that cite a hub have been fetched from a catalogue into a file; plain JSON as a dictionary.

    `size` are the bytes of the file that hold whole pages, of which a crash may have left more; `after` is where the
    catalogue goes on, `named` whether the file tells of the hub yet. `known_total` is how many papers the catalogue
    says that there are. Once the walk has `ended`, `missing` says why these are not all, and `failed` whether another
    try may bring more. `lacking` is what could not be had of those that are there.
    """

    source: str
    papers: int = 0
    known_total: int | None = None
    size: int = 0
    after: str | None = None
    named: bool = False
    ended: bool = False
    missing: str | None = None
    failed: bool = False
    lacking: str | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `problems` are the first of `problem_count`; `index_id` is what it can be searched in.

    `unread` are the fields that nothing was taken from, with how many records have each, the most frequent first.
    `unchanged`: the file was taken in before and nothing has changed since, so it was not read again. `day` is the ISO
    8601 date that hubs are known as of because of it; None where it told of none. `hub` is the id that the hub is held
    under, whatever the file or the caller called it. `fetched` is how the file was come by, where that was here.
    """

    hub: str | None = None
    format: str = "auto"
    added: int = 0
    updated: int = 0
    merged: int = 0
    skipped: int = 0
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    index_id: str | None = None
    unchanged: bool = False
    unread: Mapping[str, int] = field(default_factory=dict)
    day: str | None = None
    fetched: Fetched | None = None

    @property
    def used(self) -> int:
        """Records that were understood, whether or not they said anything new."""
        return self.added + self.updated + self.merged + self.skipped


def unsaved(_counts: dict[str, int]) -> None:
    """For imports that do not go on after a crash."""


class Stopped(RuntimeError):
    """Raised by a progress to stop the import that it watches."""


@dataclass(slots=True)
class Intake:
    """One import under way; `report` may be asked for at any time.

    `saved` makes of the counts after a batch the job that is saved with it.
    """

    store: Store
    hub: Hub | None
    format: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("added", "updated", "merged", "skipped"), 0))
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    day: str = field(default_factory=lambda: today())
    cites: bool = False  # whether any record names a hub
    saved: Callable[[dict[str, int]], JobRecord | None] = unsaved
    counted: int = 0  # records that a run before this, which a crash ended, has counted already
    put: int = 0  # records that this run has put into the store

    @property
    def as_of(self) -> str:
        """The day that all the file says of hubs is as of: its own, and else that of the import."""
        return (self.hub.as_of if self.hub else None) or self.day

    def go_on(self, counts: Mapping[str, int]) -> None:
        """Begins with what a run that a crash ended came to: what it stored is held already, and not to be counted as
        that."""
        self.counts |= counts
        self.counted = sum(counts.values())

    @property
    def changed(self) -> int:
        """Records that added something to what is held, or changed it."""
        return self.counts["added"] + self.counts["updated"]

    def report(self, index_id: str | None = None) -> ImportReport:
        named = self.hub.paper.id if self.hub else None
        return ImportReport(
            hub=named and (self.store.held_as(named) or named),
            format=self.format,
            added=self.counts["added"],
            updated=self.counts["updated"],
            merged=self.counts["merged"],
            skipped=self.counts["skipped"],
            problems=tuple(self.problems),
            problem_count=self.problem_count,
            index_id=index_id,
            unread=dict(sorted(self.unread.items(), key=lambda each: (-each[1], each[0]))[:SHOWN_UNREAD]),
            day=self.as_of if self.hub or self.cites else None,
        )

    def take(self, items: Iterator[Record | Problem], progress: Progress) -> None:
        seen, batch = 0, list[Record]()
        for seen, item in enumerate(items, start=1):
            if isinstance(item, Problem):
                self._note(item)
            else:
                self._pass_over(item.unread)
                batch.append(item)
            if len(batch) == BATCH:
                self._put(batch)
                batch = []
                progress("reading", seen, None)
        self._put(batch)
        progress("reading", seen, seen)

    def _put(self, batch: list[Record]) -> None:
        self.cites = self.cites or any(record.citation for record in batch)
        again = max(self.counted - self.put, 0)
        if batch[:again]:
            self._store(batch[:again])
        if batch[again:]:
            self.counts = self._with(self._store(batch[again:], self._saved))

    def _store(self, some: list[Record], noted: Callable[[Counts], JobRecord | None] | None = None) -> Counts:
        """The hub comes with the first papers: a file in which nothing can be used leaves none behind."""
        counts = self.store.put(None if self.put else self.hub, some, self.as_of, noted=noted)
        self.put += len(some)
        return counts

    def _saved(self, counts: Counts) -> JobRecord | None:
        return self.saved(self._with(counts))

    def _with(self, counts: Counts) -> dict[str, int]:
        return {name: count + getattr(counts, name) for name, count in self.counts.items()}

    def _pass_over(self, names: tuple[str, ...]) -> None:
        full = len(self.unread) >= COUNTED_UNREAD
        self.unread.update([name for name in names if not full or name in self.unread])

    def _note(self, found: Problem) -> None:
        self.problem_count += 1
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.append(found)


def as_of_today(found: Import) -> Import:
    """An import that does not say how old its knowledge is, is as of the day it was made."""
    if found.hub is None or found.hub.as_of is not None:
        return found
    return replace(found, hub=replace(found.hub, as_of=today()))


def today() -> str:
    return datetime.now(UTC).date().isoformat()
