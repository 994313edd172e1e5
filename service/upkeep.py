"""Has the index hold what the store holds: a few papers as a part laid upon the whole, many as a new whole."""

from collections.abc import Callable
from threading import RLock

from corpus.changes import Changes
from corpus.store import Store
from index.build import Prepared, build_version, prepare_upon, publish, settle
from index.manifest import WORDS_ONLY, read_manifest
from index.pointer import Pointer, forget_unfinished, read_pointer, version_folder
from service.choice import Models, index_of, plan_of
from service.intake import Progress
from service.merging import Merged, Merging
from service.settings import Settings

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

    Whoever calls `bring_up` holds `turn`, so that one thread at a time changes the index; `changed` is called, in
    another thread that holds it, when a merge has changed what is current.
    """

    def __init__(
        self, settings: Settings, models: Models, store: Store, turn: RLock, changed: Callable[[], object]
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

    def bring_up(self, progress: Progress, *, anew: bool = False) -> None:
        """Makes a version current that holds all of the store; `anew` looks at nothing that was built before."""
        pointer = None if anew else read_pointer(self._root)
        if pointer is None or not self._laid(pointer, progress):
            self._build(progress)
        elif self._merging is None and self._wants_merging():
            self._merging = Merging(self._settings, self._models.opener, self._merged)

    def merged(self) -> None:
        """Returns when no merge is under way any more."""
        if (merging := self._merging) is not None:
            merging.join()

    def _build(self, progress: Progress) -> None:
        if self._merging is not None:
            self._merging.stop()
            self._merging = None
        with self._store.changes(0) as everything:
            build_version(
                self._root,
                papers=everything.papers,
                citations=everything.citations,
                hubs=everything.hubs,
                embedder=self._models.embedder,
                revision=everything.revision,
                progress=_told(progress),
                plan=plan_of(self._settings),
            )
        self._store.forget_removed(everything.revision)

    def _laid(self, pointer: Pointer, progress: Progress) -> bool:
        """Lays what changed upon the whole version, unless it is too much or does not count from it."""
        base, since = _base(pointer), pointer.base_revision
        with self._store.changes(since) as changes:
            if not self._fits(pointer, changes):
                return False
            if changes.size.papers - self._papers(pointer) > FEW:
                self._lay(base, since, changes, _quiet, words_only=True)
                self._changed()
        with self._store.changes(since) as changes:
            self._lay(base, since, changes, progress)
        return True

    def _merged(self, merging: Merging, merged: Merged | None) -> None:
        """Puts a whole version in the place of whole and part, unless something else took that place meanwhile."""
        with self._turn:
            if merging is not self._merging:
                return
            self._merging = None
            if merged is not None:
                self._adopt(merged.prepared, merged.revision)
                self._changed()

    def _adopt(self, whole: Prepared, revision: int) -> None:
        if revision == self._store.revision():
            publish(self._root, whole, revision, revision)
        else:
            settle(self._root, whole)
            with self._store.changes(revision) as changes:
                self._lay(whole.index_id, revision, changes, _quiet)
        self._store.forget_removed(revision)

    def _wants_merging(self) -> bool:
        """Whether the part has grown so large that it had better become one with the whole below it."""
        pointer = read_pointer(self._root)
        if pointer is None or pointer.base is None:
            return False
        return self._weight(pointer.index_id) > bound(self._weight(pointer.base))

    def _lay(
        self, base: str, base_revision: int, changes: Changes, progress: Progress, *, words_only: bool = False
    ) -> None:
        """With `words_only`, papers that no model has read yet can be found by their words and filters alone."""
        embedder, settings = (self._models.kept, WORDS_ONLY) if words_only else (self._models.embedder, {})
        part = prepare_upon(self._root, base, changes, embedder=embedder, progress=_told(progress), settings=settings)
        # Words alone are not all: after a crash the model is to read on.
        publish(self._root, part, base_revision if words_only else changes.revision, base_revision)

    def _fits(self, pointer: Pointer, changes: Changes) -> bool:
        """Whether the changes are few enough to be laid upon the whole version, and count from it."""
        manifest = read_manifest(version_folder(self._root, _base(pointer)))
        if changes.since != pointer.base_revision or manifest.model != self._models.embedder.name:
            return False
        below = manifest.counts["papers"] + manifest.counts["citations"]
        return below >= WHOLE and changes.size.papers + changes.size.citations <= TOO_MANY * bound(below)

    def _papers(self, pointer: Pointer) -> int:
        """How many papers there are in the part that is current."""
        if pointer.base is None:
            return 0
        return read_manifest(version_folder(self._root, pointer.index_id)).counts["papers"]

    def _weight(self, index_id: str) -> int:
        """How many papers and citations a part or a whole version has, and how many below it a part takes away."""
        counts = read_manifest(version_folder(self._root, index_id)).counts
        return counts["papers"] + counts["citations"] + counts.get("gone", 0)


def bound(below: int) -> float:
    """How many papers and citations a part upon so many may have before it is merged."""
    return min(MOST, max(LEAST, SHARE * below))


def _base(pointer: Pointer) -> str:
    return pointer.base or pointer.index_id


def _told(progress: Progress) -> Callable[[str, int, int], None]:
    """Builds say 0 where they do not know how many there are."""
    return lambda stage, done, total: progress(stage, done, total or None)


def _quiet(_stage: str, _done: int, _total: int | None) -> None:
    """A merge is watched by nobody."""
