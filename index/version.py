"""Opens the current version of the index: its papers, its vectors, and the parts that search them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.arrays import Rows, Vectors
from index.faiss.plan import CODES, SUMS
from index.files.columns import column, scanned
from index.files.manifest import REMEDY, WORDS_ONLY, IndexDamaged, Manifest, check_sizes, check_sums, read_manifest
from index.files.pointer import Pointer, read_pointer, version_folder
from index.files.snapshot import Snapshot
from index.nearest.grouped import Grouped
from index.nearest.spread import Spread
from index.nearest.stacked import StackedGroups, StackedIndex, StackedVectors
from index.nearest.write_vectors import CONTEXTS, PAPER_VECTORS, SENTENCES
from index.text.passages import paper_text
from index.topics.kept import Hubs, open_topics
from index.topics.topics import Topics
from index.vectors import Engine, VectorIndex, open_vector_index
from index.words.lexical import LEXICAL, Lexical
from index.words.said import Said

NO_ROWS: Rows = np.empty(0, dtype=np.int32)


class IndexMismatch(ValueError):
    """The index was built with another model than the one in use."""


@dataclass(frozen=True, slots=True)
class IndexVersion:
    """All parts of one version, none of which ever changes; it stays whole while others are built and made current.

    Row i of `vectors` belongs to the paper in row i, and is all zeros where the paper has no text; `nearest` searches
    them. Group i of `sentences` are that paper's title and sentences, group j of `contexts` the citing sentences of
    citation j. `topics` has those of large scopes. `revision` is the store's when it was built. `base` is the index_id
    of the whole version that it is or is laid upon, and `base_revision` the store's when that one was built. `unread`
    are the rows of papers that are to be embedded yet: their vectors are zeros. `spread` knows the whole part of a
    version that is searched by codes; None: every vector is read.
    """

    index_id: str
    revision: int
    base: str
    base_revision: int
    unread: Rows
    snapshot: Snapshot
    vectors: StackedVectors
    nearest: VectorIndex
    sentences: StackedGroups
    contexts: StackedGroups
    lexical: Lexical
    said: Said
    topics: Mapping[Hubs, Topics]
    spread: Spread | None = None


def open_current(root: Path, *, model: str, engine: Engine = "faiss") -> IndexVersion | None:
    """The current version, if there is one; `model` is the name of the embedder that is to search it."""
    pointer = read_pointer(root)
    while pointer is not None:
        try:
            return _open(root, pointer, model, engine)
        except (IndexDamaged, FileNotFoundError):
            latest = read_pointer(root)
            if latest == pointer:
                raise
            pointer = latest  # replaced and removed by builds that ended meanwhile
    return None


def verify(root: Path) -> None:
    """Reads every file of the current version, and raises IndexDamaged where one is not what was written."""
    if pointer := read_pointer(root):
        for folder in part_folders(root, pointer):
            check_sums(folder, read_manifest(folder))


def part_folders(root: Path, pointer: Pointer) -> list[Path]:
    """The parts of a version, the oldest first."""
    return [version_folder(root, index_id) for index_id in (pointer.base, pointer.index_id) if index_id is not None]


def _open(root: Path, pointer: Pointer, model: str, engine: Engine) -> IndexVersion:
    folders = part_folders(root, pointer)
    manifests = [read_manifest(folder) for folder in folders]
    for folder, manifest in zip(folders, manifests, strict=True):
        _check_model(manifest.model, model)
        check_sizes(folder, manifest)
    dim = manifests[0].dim
    snapshot, vectors = Snapshot(folders), [_vectors(*each) for each in zip(folders, manifests, strict=True)]
    nearest = [_nearest(engine, *each) for each in zip(folders, manifests, vectors, strict=True)]
    sizes, citations = [len(part) for part in vectors], [manifest.counts["citations"] for manifest in manifests]
    gone = snapshot.gone, snapshot.gone_citations
    lexical = Lexical([folder / LEXICAL for folder in folders], [0, *citations[:-1]], *gone)
    return IndexVersion(
        index_id=pointer.index_id,
        revision=pointer.revision,
        base=pointer.base or pointer.index_id,
        base_revision=pointer.base_revision,
        unread=_unread(vectors[-1], snapshot) if manifests[-1].settings.items() >= WORDS_ONLY.items() else NO_ROWS,
        snapshot=snapshot,
        vectors=StackedVectors(vectors),
        nearest=StackedIndex(nearest, sizes),
        sentences=StackedGroups([Grouped(folder, SENTENCES, dim) for folder in folders]),
        contexts=StackedGroups([Grouped(folder, CONTEXTS, dim) for folder in folders]),
        lexical=lexical,
        said=Said(folders, lexical.numbers),
        topics=open_topics(folders[-1], snapshot),
        spread=Spread(column(folders[0] / SUMS), sizes[0]) if manifests[0].tuned else None,
    )


def _nearest(engine: Engine, folder: Path, manifest: Manifest, vectors: Vectors) -> VectorIndex:
    if manifest.tuned is None or engine == "exact":
        return open_vector_index(engine, vectors)
    from index.faiss.codes import read_codes
    from index.nearest.sized import Sized

    return Sized(vectors, read_codes(folder / CODES, vectors.shape), manifest.tuned.candidates)


def _unread(vectors: Vectors, snapshot: Snapshot) -> Rows:
    """The papers of the newest part that have text and no vector."""
    rows = np.flatnonzero(~vectors.any(axis=1)) + (snapshot.n - len(vectors))
    return np.array([row for row in rows.tolist() if paper_text(snapshot.paper(row))], dtype=np.int32)


def _check_model(built_with: str, in_use: str) -> None:
    if built_with != in_use:
        raise IndexMismatch(
            f"expected an index built with {in_use!r}, found one built with {built_with!r}; "
            f"run `citers index rebuild`, or use the model {built_with!r}"
        )


def _vectors(folder: Path, manifest: Manifest) -> Vectors:
    """Memory-mapped, but an ordinary array to those who use it."""
    vectors: Vectors = (scanned if manifest.tuned is None else column)(folder / PAPER_VECTORS)
    expected = (manifest.counts["papers"], manifest.dim)
    if vectors.shape != expected:
        raise IndexDamaged(f"expected vectors of shape {expected} in {folder}, found {vectors.shape}; {REMEDY}")
    return vectors
