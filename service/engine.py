"""A data folder at work: what is written goes to its store, what is read comes from its index."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from corpus.importers.files import Import, read_file
from embeddings.remembered import RememberedQueries
from index.files.manifest import IndexNewer, IndexOlder
from index.files.pointer import Pointer, read_pointer
from index.progress import Progress, no_progress
from index.version import IndexMismatch, IndexVersion, open_current
from service.about import About, about
from service.choice import (
    STORE,
    EmbedderOpener,
    Models,
    index_of,
    model_of,
    plan_of,
    reading_models,
    store_of,
    writing_models,
)
from service.demo.load import demo_import
from service.intake import ImportReport, Intake, as_of_today
from service.lock import WriterLock
from service.readiness import checks
from service.reading import Foreseen, Readers
from service.removal import held_hub
from service.settings import Settings
from service.standing import expect_store, intact, made_from, verified
from service.taken import file_key, recalled, remember
from service.turn import WritingTurn
from service.view import View
from service.views import Views
from service.written import Written, store_in

if TYPE_CHECKING:
    from corpus.store import Store
    from service.upkeep import Upkeep


class NothingImported(LookupError):
    """There is no index to read in the data folder."""


# What keeps `Engine.follow` from taking up what was made current.
UNREADABLE = (OSError, IndexMismatch, IndexNewer, IndexOlder, NothingImported)


def unheeded(_intake: Intake) -> None:
    """For those who wait for the report."""


class Engine:
    """A data folder at work. A writer holds the folder's lock; readers open beside it and need no write access.

    Reads go through `view()`: replies come from an index version, never from the store. Safe to use from several
    threads; those that write take turns.
    """

    def __init__(self, settings: Settings, models: Models, written: Written | None, parts: ExitStack) -> None:
        self.settings = settings
        self._models = models
        self._embedder, self._reranker = RememberedQueries(models.embedder), models.reranker
        self._written, self._parts = written, parts
        self._index = index_of(settings)
        self._views, self._serving = Views(), False
        self._writing = WritingTurn()
        self._followed: Pointer | None = None
        self._following = threading.Lock()

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        writer: bool = True,
        rebuild: bool = False,
        serving: bool = False,
        progress: Progress = no_progress,
        open_embedder: EmbedderOpener | None = None,
    ) -> Self:
        """A writer brings the index up to date with the store first; `rebuild` builds it anew with the model in use.
        With `serving` others search meanwhile: what takes long is done in a process that gives way to them. A reader
        reads what is current now; `follow` takes up what comes after.

        Raises DataFolderInUse, DataFolderReadOnly, IndexMismatch, NewerSchema, NothingImported (readers only).
        """
        opener = open_embedder or model_of
        with ExitStack() as parts:
            if not writer:
                engine = cls(settings, reading_models(settings, opener), None, parts.pop_all())
                engine._serving = serving
                engine.follow()
                return engine
            lock = WriterLock(settings.data)
            parts.callback(lock.release)
            expect_store(settings)
            models = writing_models(settings, opener, parts)  # what is refused for its settings leaves no store behind
            engine = cls(settings, models, Written(lock, store_of(settings, parts)), parts)
            engine._catch_up(progress, anew=rebuild, later=serving)
            engine._serving = serving
            engine._parts = parts.pop_all()
            return engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._parts.close()

    @property
    def writes(self) -> bool:
        return self._written is not None

    @property
    def store(self) -> Store:
        """To be asked for anew for each use. Raises NotAWriter and DataFolderMoved."""
        return store_in(self._written, self.settings.data)

    def view(self, index_id: str | None = None) -> View:
        """What is searchable now, or an older version while it is held (else raises VersionGone).

        Where this process only reads, a version that it does not hold may be one that it has not taken up yet.
        """
        if not (self.writes or self._views.holds(index_id)):
            with suppress(*UNREADABLE):  # what is held goes on, as in `following`
                self.follow()
        return self._views.view(index_id)

    def import_file(
        self,
        path: Path,
        *,
        format: str = "auto",  # noqa: A002  # the contract's word
        hub: str | None = None,
        hub_title: str | None = None,
        progress: Progress = no_progress,
        begun: Callable[[Intake], object] = unheeded,
    ) -> ImportReport:
        """Returns when what was read can be searched; at once, if the file is known and nothing has changed since.

        `begun` gets the intake, whose report says what has been stored, when it begins.
        """
        with self._writing:
            key = file_key(path, format, hub, hub_title)
            report, readers = recalled(self.store, key), None
            if report is None:
                found = read_file(path, format=format, hub=hub, hub_title=hub_title)
                report, readers = self._take_in(as_of_today(found), progress, begun)
                remember(self.store, key, report)
        return replace(report, index_id=self._built(progress, readers))

    def load_demo(self, progress: Progress = no_progress) -> ImportReport:
        """The bundled hub; loading it again changes nothing."""
        with self._writing, as_file(files("service.demo")) as folder:
            report, readers = self._take_in(demo_import(folder), progress)
        return replace(report, index_id=self._built(progress, readers))

    def delete_hub(self, hub: str) -> tuple[str, int]:
        """The hub's own id, and how many papers went with it: those that no other hub holds.

        One that was imported and cannot be searched yet is deleted as well. While others search, papers that are to be
        read yet are left to `bring_up`. Raises HubNotFound.
        """
        held_hub(self.view(), self.store, hub)  # nobody waits for a turn to be told that there is none
        with self._writing.soon():
            held = held_hub(self.view(), self.store, hub)
            removed = self.store.delete_hub(held)
            if self._serving and self._upkeep.show_removed():
                self._reread()
            else:
                self._build(no_progress)
            return held, removed

    def follow(self) -> None:
        """Takes up what the process that writes has made current since.

        Where that cannot be read, what is held goes on, and IndexDamaged, IndexMismatch, IndexNewer, IndexOlder or
        NothingImported is raised.
        """
        with self._following:
            pointer = read_pointer(self._index)
            if pointer is None or pointer != self._followed:
                self._reread()
                self._followed = pointer

    def bring_up(self, progress: Progress = no_progress) -> None:
        """Makes searchable what a crash left in the store alone; quick where there is nothing."""
        self._built(progress)

    def _catch_up(self, progress: Progress, *, anew: bool, later: bool) -> None:
        """Makes what the store holds searchable: after a crash in between, a rebuild, or on the first day. `later`:
        where there is an index, what it lacks is left to `bring_up`."""
        model = self._embedder.name
        plan, precision = plan_of(self.settings), self.settings.precision
        version = verified(self._index, model, precision, plan) if anew else intact(self._index, model)
        if version is not None:
            made_from(version, self.store.revision(), self.settings)
        if version is not None and (version.revision == self.store.revision() or (later and not anew)):
            self._show(version)
        else:
            self._build(progress, anew=anew or version is None)

    def _take_in(
        self, found: Import, progress: Progress, begun: Callable[[Intake], object] = unheeded
    ) -> tuple[ImportReport, Readers]:
        """What was stored, and who has begun to read it."""
        taken = Intake(self.store, found.hub, found.format)
        begun(taken)
        foreseen = Foreseen(self._models.papers, self._index)

        def told(stage: str, done: int, total: int | None) -> None:
            store_in(self._written, self.settings.data)  # ends an import whose folder is moved meanwhile
            if not self._serving:  # else another process reads
                foreseen.stored(taken.changed)
            progress(stage, done, total)

        taken.take(found.items, told)
        return taken.report(), foreseen.readers

    def _built(self, progress: Progress, readers: Readers | None = None) -> str:
        """As `_build`, for those who do not have the turn; it is left to whoever wants it for something short."""
        return self._writing.at_length(lambda told: self._build(told, readers=readers), progress)

    def _build(self, progress: Progress, *, anew: bool = False, readers: Readers | None = None) -> str:
        """Has the index hold what the store holds; quick when it does already."""
        current = self._views.current
        if current is not None and current.revision == self.store.revision():
            return current.index_id
        self._upkeep.bring_up(progress, anew=anew, beside=self._serving, readers=readers)
        return self._reread()

    @cached_property
    def _upkeep(self) -> Upkeep:
        from service.upkeep import Upkeep  # slow to import, and most starts find everything built

        upkeep = Upkeep(self.settings, self._models, self.store, self._writing, self._reread)
        self._parts.callback(upkeep.close)
        return upkeep

    def _reread(self) -> str:
        return self._show(self._read())

    def _read(self) -> IndexVersion:
        version = open_current(self._index, model=self._embedder.name)
        if version is None:
            stored = (self.settings.data / STORE).exists()
            make = "make it from the store (citers index rebuild)"
            begin = "import a file first (citers import FILE) or load the bundled hub (citers demo)"
            raise NothingImported(f"there is no index in {self.settings.data}; {make if stored else begin}")
        return version

    def _show(self, version: IndexVersion) -> str:
        """From now on replies come from this version."""
        view = View(version, self._embedder, self._reranker, self._models.writer, self._models.entailment)
        if self._serving:
            view.warm()
        self._views.show(view)
        return view.index_id

    def warm(self) -> None:
        """Loads what a search needs, so that the first does not wait."""
        self._embedder.embed_query("")
        if self._reranker is not None:
            self._reranker.scores("", [""])

    def ready(self) -> dict[str, bool]:
        """Whether each part without which nothing can be answered works, by name."""
        return checks(self.view(), self._embedder, self._reranker)

    def about(self) -> About:
        """The release, the index and the model in use, and how much is held."""
        return about(self.view(), self._models, self.settings)
