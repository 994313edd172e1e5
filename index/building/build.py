"""Makes a version of the index: written aside, synced to disk, renamed into place, then made the current one.

A version is whole in itself, or one small part laid upon a whole one, so that a few papers take a moment at any size.
"""

import hashlib
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import orjson

from corpus.changes import Changes
from corpus.values import Paper
from embeddings.embedder import Embedder
from index.building.abreast import Check, Going, abreast
from index.building.sealing import files_of, is_whole, move, seal
from index.building.upon import Below, laid_upon
from index.faiss.plan import CODED, Plan
from index.files.columns import column
from index.files.lines import Lines
from index.files.manifest import Manifest, file_sum, identify
from index.files.names import Names
from index.files.pointer import UNFINISHED, VERSIONS, point_at, version_folder
from index.files.records import citation_from, paper_from
from index.files.snapshot import CITATIONS, PAPERS
from index.files.snapshot_files import write_citations, write_gone, write_papers
from index.nearest.write_vectors import EMBEDDED_AT_ONCE, PAPER_VECTORS, Turns, write_vectors
from index.progress import Progress, no_progress
from index.text.passages import paper_parts
from index.topics.kept import MANY, write_topics
from index.words.bm25 import NAME
from index.words.lexical import LEXICAL
from index.words.said import write_said
from index.words.wordlist import Words
from index.words.write_lexical import write_lexical

Counts = dict[str, int]
PLAN = Plan()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A version that is whole on disk and not yet current; `aside` is None where it was in its place before."""

    index_id: str
    base: str | None
    aside: Path | None


def prepare(
    root: Path,
    held: Changes,
    *,
    embedder: Embedder,
    progress: Progress = no_progress,
    settings: Mapping[str, str] | None = None,
    plan: Plan = PLAN,
) -> Prepared:
    """A whole version of all that is `held`, the changes since nothing was.

    Unchanged contents, model and settings find their version there already, and no word or vector is made again.
    Changes nothing that is current; may run beside other builds, in another process too. `progress` hears (stage,
    done, total); the stages are "papers", "vectors", "codes" where the plan has them, "words" and "checksums", in this
    order.
    """

    def put_in(folder: Path) -> Counts:
        paper_count = write_papers(folder, _counted(held.papers, progress))
        names = Names(folder, Lines(folder / PAPERS, paper_from))
        hub_count, citation_count = write_citations(folder, held.hubs, held.citations, names.own)
        write_gone(folder)
        return {"papers": paper_count, "hubs": hub_count, "citations": citation_count}

    def settings_for(paper_count: int) -> dict[str, str]:
        return {**(settings or {}), **plan.settings(paper_count, embedder.dim)}

    return _written(root, put_in, None, embedder, progress, settings_for)


def prepare_upon(
    root: Path,
    base: str,
    changes: Changes,
    *,
    embedder: Embedder,
    progress: Progress = no_progress,
    settings: Mapping[str, str] | None = None,
) -> Prepared:
    """A part with what changed since the whole version `base`, to be laid upon it.

    Takes time and memory in proportion to the changes.
    """
    below = Below(base, version_folder(root, base))

    def put_in(folder: Path) -> Counts:
        part = laid_upon(below.snapshot, changes)
        paper_count = write_papers(folder, _counted(part.papers, progress), below.snapshot)
        hub_count, citation_count = write_citations(folder, changes.hubs, part.citations, part.row_of)
        write_gone(folder, part.gone_rows, part.gone_citations)
        gone = len(part.gone_rows) + len(part.gone_citations)
        return {"papers": paper_count, "hubs": hub_count, "citations": citation_count, "gone": gone}

    return _written(root, put_in, below, embedder, progress, lambda _: dict(settings or {}))


def publish(root: Path, prepared: Prepared, revision: int, base_revision: int) -> Path:
    """Makes what was prepared the current version; `revision` is the store's that it holds all of, `base_revision`
    the one that its whole part does. Answers its folder.

    Readers are not disturbed: the version they hold stays whole. The caller sees to one at a time.
    """
    final = settle(root, prepared)
    point_at(root, prepared.index_id, revision, prepared.base, base_revision)
    return final


def settle(root: Path, prepared: Prepared) -> Path:
    """Puts what was prepared in its place, where another part can be laid upon it; it is not current by that."""
    final = version_folder(root, prepared.index_id)
    if prepared.aside is not None:
        move(prepared.aside, final)
    return final


def _written(
    root: Path,
    put_in: Callable[[Path], Counts],
    below: Below | None,
    embedder: Embedder,
    progress: Progress,
    settings_for: Callable[[int], dict[str, str]],
) -> Prepared:
    with ExitStack() as undo:
        aside = root / VERSIONS / f"{UNFINISHED}{uuid.uuid4().hex}"
        aside.mkdir(parents=True)
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        base = None if below is None else below.index_id
        with abreast(lambda _: embedder.load()):
            counts = put_in(aside)
            progress("papers", counts["papers"], counts["papers"])
            manifest = _describe(aside, counts, base, embedder, settings_for(counts["papers"]))
        if is_whole(version_folder(root, manifest.index_id)):
            return Prepared(manifest.index_id, base, None)
        # Words need the interpreter, without which no reading is begun.
        with Turns(aside, embedder) as turns, abreast(lambda going: _write_words(aside, below, going)) as check:
            told = _checked(progress, check)
            write_vectors(aside, turns, told)
            if CODED in manifest.settings:
                from index.nearest.write_sized import write_sized

                measured = write_sized(aside, column(aside / PAPER_VECTORS), manifest.settings, told)
                manifest = replace(manifest, tuned=measured)
            write_topics([aside] if below is None else [below.folder, aside])
            progress("words", 0, counts["papers"])
        progress("words", counts["papers"], counts["papers"])
        seal(aside, manifest, progress)
        undo.pop_all()
        return Prepared(manifest.index_id, base, aside)


def _counted(papers: Iterable[Paper], progress: Progress) -> Iterator[Paper]:
    for done, paper in enumerate(papers, start=1):
        yield paper
        if done % EMBEDDED_AT_ONCE == 0:
            progress("papers", done, None)


def _checked(progress: Progress, check: Check) -> Progress:
    """Hears at once what was raised beside it."""

    def told(stage: str, done: int, total: int | None) -> None:
        check()
        progress(stage, done, total)

    return told


def _write_words(folder: Path, below: Below | None, going: Going) -> None:
    """Needs no vectors, so that it is done while the model reads them; and so is loading what groups them then."""
    (folder / LEXICAL).mkdir()
    papers, citations = Lines(folder / PAPERS, paper_from), Lines(folder / CITATIONS, citation_from)
    if below is None and len(papers) >= MANY:
        import_module("index.topics.clusters")  # scipy's part of it takes a tenth of a second
    lexical = None if below is None else below.lexical
    write_lexical(folder / LEXICAL, going.through(papers), going.through(citations), lexical)
    write_said(folder, going.through(papers), Words(folder / LEXICAL, NAME).all())


def _describe(folder: Path, counts: Counts, base: str | None, embedder: Embedder, settings: dict[str, str]) -> Manifest:
    """A manifest of all that determines the version, before the slow parts: the corpus and the texts to embed."""
    contents = {name: file_sum(folder / name).sha256 for name in files_of(folder)}
    contents[PAPER_VECTORS] = _text_sum(folder)
    unnamed = Manifest("", embedder.name, embedder.dim, counts, contents, settings, base)
    return replace(unnamed, index_id=identify(unnamed), created_at=datetime.now(UTC).isoformat(timespec="seconds"))


def _text_sum(folder: Path) -> str:
    digest = hashlib.sha256()
    for paper in Lines(folder / PAPERS, paper_from):
        parts = paper_parts(paper)
        digest.update(orjson.dumps([parts.text, parts.spans], option=orjson.OPT_APPEND_NEWLINE))
    return digest.hexdigest()
