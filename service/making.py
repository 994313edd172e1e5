"""Makes versions of an index from what the store holds, in whichever process is told to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.building.build import PLAN, Prepared, prepare, prepare_upon, publish
from index.faiss.plan import Plan
from index.files.manifest import WORDS_ONLY
from index.progress import Progress
from service.reading import Readers

if TYPE_CHECKING:
    from corpus.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One version to make: a part laid upon the whole version `base`, which holds the store of revision `since`, or a
    whole one where there is no `base`.

    With `words_only`, papers that no model has read yet can be found in it by their words and filters alone.
    """

    base: str | None = None
    since: int = 0
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A version, not current yet, of all that the store held in that revision."""

    step: Step
    prepared: Prepared
    revision: int


def make(step: Step, root: Path, store: Store, readers: Readers, progress: Progress, *, plan: Plan = PLAN) -> Made:
    """Takes time and memory in proportion to what changed since the version that it is laid upon.

    `plan` says how a whole version is searched.
    """
    with store.changes(step.since) as changes:
        reader, precision = readers.reader(root, step.base, changes.size.papers)
        if step.base is None:
            prepared = prepare(root, changes, embedder=reader, progress=progress, settings=precision, plan=plan)
        else:
            settings = {**precision, **WORDS_ONLY} if step.words_only else precision
            prepared = prepare_upon(root, step.base, changes, embedder=reader, progress=progress, settings=settings)
        return Made(step, prepared, changes.revision)


def show(made: Made, root: Path, store: Store) -> None:
    """Makes it the current version. Words alone are not all: after a crash the model is to read on."""
    step = made.step
    if step.base is None:
        publish(root, made.prepared, made.revision, made.revision)
        store.forget_removed(made.revision)
    else:
        publish(root, made.prepared, step.since if step.words_only else made.revision, step.since)
