"""A version opens whole or says what is wrong with it, and stays readable whatever is built after it."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import orjson
import pytest

from embeddings.unread import Unread
from index.files.manifest import BFLOAT16, WORDS_ONLY, IndexDamaged, IndexNewer, IndexOlder, read_manifest
from index.version import IndexMismatch, IndexVersion, open_current, verify

Build = Callable[..., Path]


def opened(root: Path) -> IndexVersion:
    version = open_current(root, model="letters")
    assert version is not None
    return version


def test_no_build_no_version(root: Path) -> None:
    assert open_current(root, model="letters") is None
    verify(root)


def test_the_manifest_says_what_is_inside(build: Build) -> None:
    manifest = read_manifest(build(settings={"weights": "0.5"}))
    assert (manifest.model, manifest.dim, manifest.format, manifest.base) == ("letters", 3, 9, None)
    assert manifest.counts == {"papers": 4, "hubs": 3, "citations": 4}
    assert manifest.settings == {"weights": "0.5"}
    assert manifest.files["vectors.paper.npy"].size == 128 + 4 * 3 * 4


def test_every_file_but_the_manifest_is_summed(build: Build) -> None:
    folder = build()
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(read_manifest(folder).files) == on_disk - {"manifest.json"}


@pytest.mark.parametrize("engine", ["exact", "faiss"])
def test_its_parts_find_the_papers(build: Build, root: Path, engine: str) -> None:
    build()
    version = open_current(root, model="letters", engine=engine)  # type: ignore[arg-type]  # parametrized
    assert version is not None
    rows, scores = version.nearest.search(np.array([[0, 0, 1]], dtype=np.float32), 2)
    assert rows.tolist() == [[2, 1]]
    np.testing.assert_allclose(scores, [[4 / np.sqrt(18), 3 / np.sqrt(26)]], atol=1e-6)
    assert version.lexical.scores("bbb").argmax() == 1


def test_vectors_are_mapped_from_disk_and_cannot_be_written(build: Build, root: Path) -> None:
    build()
    vector = opened(root).vectors[0]
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 1


def test_another_model_is_refused_by_both_names(build: Build, root: Path) -> None:
    build()
    remedy = r"built with 'words', found one built with 'letters'; run `citers index rebuild`, or"
    with pytest.raises(IndexMismatch, match=remedy):
        open_current(root, model="words")


@pytest.mark.parametrize(
    ("found", "error", "message"), [(10, IndexNewer, "the newer format 10"), (8, IndexOlder, "the older format 8")]
)
def test_another_format_is_refused(build: Build, root: Path, found: int, error: type[ValueError], message: str) -> None:
    folder = build()
    path = folder / "manifest.json"
    path.write_bytes(orjson.dumps({**orjson.loads(path.read_bytes()), "format": found}))
    with pytest.raises(error, match=f"expected an index of format 9, found {message}"):
        open_current(root, model="letters")
    assert build() == folder
    assert read_manifest(folder).format == 9


@pytest.mark.parametrize("name", ["papers.jsonl", "vectors.paper.npy", "members.rows.npy", "names.hashes.npy"])
def test_a_file_cut_short_is_named(build: Build, root: Path, name: str) -> None:
    path = build() / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(IndexDamaged, match=rf"bytes in .*{name}, found \d+ bytes; run `citers index rebuild`"):
        open_current(root, model="letters")


def test_every_missing_file_is_noticed(build: Build, root: Path) -> None:
    folder = build()
    for name in read_manifest(folder).files:
        held = (folder / name).read_bytes()
        (folder / name).unlink()
        with pytest.raises(IndexDamaged, match="found no file"):
            open_current(root, model="letters")
        (folder / name).write_bytes(held)
    verify(root)


def test_a_missing_version_or_manifest_is_damage(build: Build, root: Path) -> None:
    shutil.rmtree(build())
    with pytest.raises(IndexDamaged, match="expected a manifest"):
        open_current(root, model="letters")


@pytest.mark.parametrize("contents", [b"", b"[]", b"{}", b'{"format": 9}', b'{"format": "x", "files": {}}'])
def test_a_manifest_that_says_nothing_is_damage(build: Build, root: Path, contents: bytes) -> None:
    (build() / "manifest.json").write_bytes(contents)
    with pytest.raises(IndexDamaged, match="expected a manifest"):
        open_current(root, model="letters")


@pytest.mark.parametrize("contents", [b"", b"[]", b'{"id": 1}'])
def test_a_pointer_that_names_nothing_is_damage(build: Build, root: Path, contents: bytes) -> None:
    build()
    (root / "current").write_bytes(contents)
    with pytest.raises(IndexDamaged, match="to name an index"):
        open_current(root, model="letters")


def test_verify_finds_one_changed_byte(build: Build, root: Path) -> None:
    path = build() / "papers.jsonl"
    path.write_bytes(path.read_bytes().replace(b"aaa", b"aab"))
    assert opened(root).snapshot.paper(0).title == "aab"
    with pytest.raises(IndexDamaged, match=r"expected sha256 .* of .*papers.jsonl"):
        verify(root)


def test_verify_finds_a_manifest_that_was_edited(build: Build, root: Path) -> None:
    path = build() / "manifest.json"
    path.write_bytes(orjson.dumps({**orjson.loads(path.read_bytes()), "settings": {"x": "y"}}))
    with pytest.raises(IndexDamaged, match="expected a manifest of index"):
        verify(root)


@pytest.mark.parametrize(("settings", "unread"), [(WORDS_ONLY, 3), ({**BFLOAT16, **WORDS_ONLY}, 3), (BFLOAT16, 0)])
def test_papers_that_no_model_has_read_yet_are_counted(
    build: Build, root: Path, settings: dict[str, str], unread: int
) -> None:
    build(settings=settings, embedder=Unread("letters", 3))
    assert len(opened(root).unread) == unread


def test_an_open_version_outlives_its_files(build: Build, root: Path) -> None:
    build(settings={"turn": "1"})
    version = opened(root)
    vectors = version.vectors[version.snapshot.rows()].tolist()
    for turn in "23":
        build(settings={"turn": turn})
    assert not (root / "versions" / version.index_id).exists()
    assert version.snapshot.paper(1).title == "bbb"
    assert version.snapshot.row("doi:10.1/one") == 0
    assert version.vectors[version.snapshot.rows()].tolist() == vectors
    assert version.lexical.scores("bbb").argmax() == 1


def test_readers_go_on_while_versions_come_and_go(build: Build, root: Path) -> None:
    build(settings={"turn": "0"})
    done, titles = threading.Event(), set()

    def read() -> None:
        while not done.is_set():
            titles.add(opened(root).snapshot.paper(0).title)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(1, 12):
        build(settings={"turn": str(turn)})
    done.set()
    reader.join()
    assert titles == {"aaa"}
