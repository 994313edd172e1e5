"""Makes a version of the index: written aside, synced to disk, renamed into place, then made the current one."""

import hashlib
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import orjson

from corpus.values import Citation, Hub, Paper
from embeddings.embedder import Embedder
from index.kept_topics import write_topics
from index.lexical import CONTEXTS, LEXICAL
from index.lexical_bm25 import NAME
from index.lines import Lines
from index.manifest import (
    MANIFEST,
    IndexDamaged,
    IndexNewer,
    IndexOlder,
    Manifest,
    check_sums,
    file_sum,
    identify,
    read_manifest,
)
from index.passages import paper_parts
from index.pointer import UNFINISHED, VERSIONS, forget_unfinished, point_at, sync, version_folder
from index.records import citation_from, paper_from
from index.said import write_said
from index.snapshot import CITATIONS, PAPERS
from index.snapshot_files import write_citations, write_papers
from index.wordlist import Words
from index.write_lexical import write_lexical
from index.write_vectors import EMBEDDED_AT_ONCE, PAPER_VECTORS, write_vectors

Progress = Callable[[str, int, int], None]


def no_progress(stage: str, done: int, total: int) -> None:
    """Tells nobody."""


def build_version(
    root: Path,
    *,
    papers: Iterable[Paper],
    citations: Iterable[Citation],
    hubs: Iterable[Hub],
    embedder: Embedder,
    revision: int,
    progress: Progress = no_progress,
    settings: Mapping[str, str] | None = None,
) -> Path:
    """Makes `root` current with these papers (by id), hubs and citations (by hub, then citing); answers the folder.

    Unchanged contents, model and settings find their version there already, and no word or vector is made again.
    Readers are not disturbed: the version they hold stays whole. The caller sees to one build of a root at a time.
    `progress` hears (stage, done, total); the stages are "papers", "words", "vectors" and "checksums", in this order,
    and a total of 0 means that it is not known yet.
    """
    versions = root / VERSIONS
    versions.mkdir(parents=True, exist_ok=True)
    forget_unfinished(root)
    aside = versions / f"{UNFINISHED}{uuid.uuid4().hex}"
    aside.mkdir()
    try:
        counts = _write_corpus(aside, _counted(papers, progress), hubs, citations)
        progress("papers", counts["papers"], counts["papers"])
        manifest = _describe(aside, counts, embedder, dict(settings or {}))
        final = version_folder(root, manifest.index_id)
        if not _is_whole(final):
            _write_words(aside, counts["papers"], progress)
            write_vectors(aside, embedder, progress)
            write_topics(aside)
            _seal(aside, manifest, progress)
            _move(aside, final)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    point_at(root, manifest.index_id, revision)
    return final


def _counted(papers: Iterable[Paper], progress: Progress) -> Iterator[Paper]:
    for done, paper in enumerate(papers, start=1):
        yield paper
        if done % EMBEDDED_AT_ONCE == 0:
            progress("papers", done, 0)


def _write_corpus(
    folder: Path, papers: Iterable[Paper], hubs: Iterable[Hub], citations: Iterable[Citation]
) -> dict[str, int]:
    paper_count = write_papers(folder, papers)
    hub_count, citation_count = write_citations(folder, hubs, citations)
    return {"papers": paper_count, "hubs": hub_count, "citations": citation_count}


def _write_words(folder: Path, paper_count: int, progress: Progress) -> None:
    progress("words", 0, paper_count)
    (folder / LEXICAL).mkdir()
    papers = Lines(folder / PAPERS, paper_from)
    write_lexical(folder / LEXICAL, papers, Lines(folder / CITATIONS, citation_from))
    write_said(folder, papers, Words(folder / LEXICAL, NAME).all())
    progress("words", paper_count, paper_count)


def _describe(folder: Path, counts: dict[str, int], embedder: Embedder, settings: dict[str, str]) -> Manifest:
    """A manifest of all that determines the version, before the slow parts: the corpus and the texts to embed."""
    contents = {name: file_sum(folder / name).sha256 for name in _files(folder)}
    contents[PAPER_VECTORS] = _text_sum(folder)
    unnamed = Manifest("", embedder.name, embedder.dim, counts, contents, settings)
    return replace(unnamed, index_id=identify(unnamed), created_at=datetime.now(UTC).isoformat(timespec="seconds"))


def _text_sum(folder: Path) -> str:
    digest = hashlib.sha256()
    for paper in Lines(folder / PAPERS, paper_from):
        parts = paper_parts(paper)
        digest.update(orjson.dumps([parts.text, parts.spans], option=orjson.OPT_APPEND_NEWLINE))
    return digest.hexdigest()


def _is_whole(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    try:
        check_sums(folder, read_manifest(folder))
    except (IndexDamaged, IndexNewer, IndexOlder):
        return False
    return True


def _seal(folder: Path, manifest: Manifest, progress: Progress) -> None:
    """Sums up and syncs every file, then writes the manifest: a folder with a manifest is complete."""
    names, sums = _files(folder), {}
    for done, name in enumerate(names, start=1):
        sums[name] = file_sum(folder / name)
        sync(folder / name)
        progress("checksums", done, len(names))
    (folder / MANIFEST).write_bytes(orjson.dumps(replace(manifest, files=sums), option=orjson.OPT_INDENT_2))
    for path in (folder / MANIFEST, folder / LEXICAL / CONTEXTS, folder / LEXICAL, folder):
        sync(path)


def _move(aside: Path, final: Path) -> None:
    if final.exists():  # damaged, or it would have been used
        shutil.rmtree(final)
    aside.rename(final)
    sync(final.parent)


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
