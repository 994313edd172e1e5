"""Has the index hold what the store holds: a few papers as a part laid upon the whole, many as a new whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.changes import Changes
from index.building.build import settle
from index.files.manifest import read_manifest
from index.files.pointer import Pointer, forget_unfinished, read_pointer, version_folder
from index.progress import Progress, no_progress
from service.beside import Beside
from service.choice import Models, index_of, plan_of
from service.making import Made, Step, make, show
from service.merging import Merging
from service.reading import Readers, bulk_wanted
from service.settings import Settings
from service.turn import WritingTurn

if TYPE_CHECKING:
    from corpus.store import Store

# A whole index of fewer papers is built in about a second, and is one file tree instead of two.
WHOLE = 2_000
# A part is written anew with each import, 1,000 papers in about a second; it may have this share of the whole's papers
# before it is merged, within these bounds.
SHARE, LEAST, MOST = 1 / 20, 1_000, 5_000
# Papers that arrive together and can be embedded in about a second, so that nobody looks for them by words before.
FEW = 32
TOO_MANY = 4  # times as many are not laid upon the whole any more: to build it anew takes little longer


class Upkeep:
    """The index of one writer's data folder. Parts that have grown large are merged beside the service.

    Whoever calls `bring_up` holds `turn`, so that one thread at a time changes the index. `changed` is called when
    papers can be found by their words, and, in another thread that holds it, when a merge has changed what is current.
    """

    def __init__(
        self, settings: Settings, models: Models, store: Store, turn: WritingTurn, changed: Callable[[], object]
    ) -> None:
        self._settings, self._models, self._store = settings, models, store
        self._turn, self._changed = turn, changed
        self._root = index_of(settings)
        self._merging: Merging | None = None
        forget_unfinished(self._root)

    def close(self) -> None:
        """Ends a merge that is under way; the next writer begins it again."""
        with self._turn:
            merging, self._merging = self._merging, None
        if merging is not None:
            merging.stop()
            merging.join()

    def bring_up(
        self, progress: Progress, *, anew: bool = False, beside: bool = False, readers: Readers | None = None
    ) -> None:
        """Makes a version current that holds all of the store; `anew` looks at nothing that was built before.
        `readers` read what is read in this process; None: the folder's.

        With `beside`, papers that are many, or are read in bfloat16, are first found by their words, and read by the
        model in a process of its own.
        """
        pointer = None if anew else read_pointer(self._root)
        step = Step() if pointer is None else self._step(pointer)
        if step.base is None:
            self._end_merge()
        if pointer is not None and beside and (self._many(pointer) or self._in_bulk(step)):
            if step.base is not None:
                self._show(self._made(replace(step, words_only=True), self._models.kept, no_progress))
                self._changed()
            self._show(Beside(self._settings, self._models.opener, step).made(progress))
        else:
            self._show(self._made(step, readers or self._models.papers, progress))
        if step.base is not None and self._merging is None and self._wants_merging():
            self._merging = Merging(self._settings, self._models.opener, self._merged)

    def show_removed(self) -> bool:
        """Where more papers than a few are to be read yet, makes a version current at once that lacks what has been
        removed, and has them by their words. False where that is not so, or takes a new whole."""
        pointer = read_pointer(self._root)
        if pointer is None or not self._many(pointer) or not self._counts_from(pointer):
            return False
        self._show(
            self._made(Step(_base(pointer), pointer.base_revision, words_only=True), self._models.kept, no_progress)
        )
        return True

    def _step(self, pointer: Pointer) -> Step:
        """A part upon the whole version; a new whole where the changes are too many or do not count from it."""
        base, since = _base(pointer), pointer.base_revision
        with self._store.changes(since) as changes:
            return Step(base, since) if self._fits(pointer, changes) else Step()

    def _many(self, pointer: Pointer) -> bool:
        """Whether more papers than a few have changed since what is current."""
        with self._store.changes(pointer.revision) as changes:
            return changes.size.papers > FEW

    def _in_bulk(self, step: Step) -> bool:
        with self._store.changes(step.since) as changes:
            return bulk_wanted(self._root, step.base, changes.size.papers)

    def _made(self, step: Step, readers: Readers, progress: Progress) -> Made:
        return make(step, self._root, self._store, readers, progress, plan=plan_of(self._settings))

    def _show(self, made: Made) -> None:
        show(made, self._root, self._store)

    def _end_merge(self) -> None:
        """A new whole takes the place of what is being merged."""
        if self._merging is not None:
            self._merging.stop()
            self._merging = None
        forget_unfinished(self._root)

    def _merged(self, merging: Merging, made: Made | None) -> None:
        """Puts a whole version in the place of whole and part, unless something else took that place meanwhile."""
        with self._turn:
            if merging is not self._merging:
                return
            self._merging = None
            if made is not None:
                self._adopt(made)
                self._changed()

    def _adopt(self, whole: Made) -> None:
        if whole.revision == self._store.revision():
            self._show(whole)
            return
        settle(self._root, whole.prepared)
        step = Step(whole.prepared.index_id, whole.revision)
        self._show(self._made(step, self._models.papers, no_progress))
        self._store.forget_removed(whole.revision)

    def _wants_merging(self) -> bool:
        """Whether the part has grown so large that it had better become one with the whole below it."""
        pointer = read_pointer(self._root)
        if pointer is None or pointer.base is None:
            return False
        return self._weight(pointer.index_id) > bound(self._weight(pointer.base))

    def _fits(self, pointer: Pointer, changes: Changes) -> bool:
        """Whether the changes are few enough to be laid upon the whole version, and count from it."""
        if not self._counted(pointer, changes):
            return False
        manifest = read_manifest(version_folder(self._root, _base(pointer)))
        below = manifest.counts["papers"] + manifest.counts["citations"]
        return below >= WHOLE and changes.size.papers + changes.size.citations <= TOO_MANY * bound(below)

    def _counts_from(self, pointer: Pointer) -> bool:
        with self._store.changes(pointer.base_revision) as changes:
            return self._counted(pointer, changes)

    def _counted(self, pointer: Pointer, changes: Changes) -> bool:
        """Whether the changes count from the whole version, and it has vectors of the model in use."""
        manifest = read_manifest(version_folder(self._root, _base(pointer)))
        return changes.since == pointer.base_revision and manifest.model == self._models.embedder.name

    def _weight(self, index_id: str) -> int:
        """How many papers and citations a part or a whole version has, and how many below it a part takes away."""
        counts = read_manifest(version_folder(self._root, index_id)).counts
        return counts["papers"] + counts["citations"] + counts.get("gone", 0)


def bound(below: int) -> float:
    """How many papers and citations a part upon so many may have before it is merged."""
    return min(MOST, max(LEAST, SHARE * below))


def _base(pointer: Pointer) -> str:
    return pointer.base or pointer.index_id
