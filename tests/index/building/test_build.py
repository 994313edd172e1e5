"""A build makes a whole version or none, embeds only when it must, and forgets only what nobody can be reading."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.values import Paper
from index.building.build import EMBEDDED_AT_ONCE
from index.nearest.write_vectors import FIRST
from index.version import open_current

Build = Callable[..., Path]


def folders(root: Path) -> set[str]:
    return {path.name for path in (root / "versions").iterdir()}


def test_a_version_lies_under_its_index_id_and_is_current(build: Build, root: Path) -> None:
    folder = build()
    version = open_current(root, model="letters")
    assert version is not None
    assert folder == root / "versions" / version.index_id
    assert (len(version.index_id), version.revision) == (12, 1)
    assert folders(root) == {version.index_id}


def test_title_tldr_and_abstract_are_embedded_together_with_their_sentences(build: Build, letters: Any) -> None:
    build()
    assert letters.asked[:4] == ["aaa b", "bbb c c", "ccc", ""]
    assert letters.asked[4:] == ["aaa", "b", "bbb", "c c", "ccc", "We use it."]


def test_row_i_of_the_vectors_belongs_to_paper_i(build: Build) -> None:
    vectors = np.load(build() / "vectors.paper.npy")
    expected = np.array([[4, 2, 1], [1, 4, 3], [1, 1, 4]]) / np.sqrt([[21], [26], [18]])
    np.testing.assert_allclose(vectors[:3], expected, atol=1e-7)


def test_a_paper_without_text_has_a_row_of_zeros(build: Build) -> None:
    assert np.load(build() / "vectors.paper.npy")[3].tolist() == [0, 0, 0]


def test_unchanged_contents_are_not_embedded_again(build: Build, letters: Any, root: Path) -> None:
    first = build()
    asked = len(letters.asked)
    assert build(revision=2) == first
    assert len(letters.asked) == asked
    version = open_current(root, model="letters")
    assert version is not None
    assert version.revision == 2


def test_contents_model_and_settings_each_change_the_index_id(
    build: Build, letters: Any, papers: tuple[Paper, ...]
) -> None:
    first = build().name
    other_text = build(papers=(replace(papers[0], title="other"), *papers[1:])).name
    other_settings = build(settings={"weights": "0.5"}).name
    letters.name = "letters-2"
    assert len({first, other_text, other_settings, build().name}) == 4


def test_the_index_id_does_not_depend_on_where_or_when(build: Build, root: Path, tmp_path: Path) -> None:
    first = build()
    root.rename(tmp_path / "elsewhere")
    assert build(revision=9).name == first.name


def test_the_current_and_the_previous_version_are_kept(build: Build, root: Path) -> None:
    first, second, third = (build(settings={"turn": turn}).name for turn in "123")
    assert folders(root) == {second, third}
    assert build(settings={"turn": "3"}).name == third
    assert folders(root) == {second, third}
    assert first not in folders(root)


def test_a_damaged_version_is_built_again(build: Build, root: Path) -> None:
    folder = build()
    vectors = folder / "vectors.paper.npy"
    whole = vectors.read_bytes()
    vectors.write_bytes(whole[:-1] + b"x")
    assert build() == folder
    assert vectors.read_bytes() == whole


def test_a_damaged_pointer_is_replaced(build: Build, root: Path) -> None:
    folder = build()
    (root / "current").write_bytes(b"{")
    assert build() == folder
    assert open_current(root, model="letters") is not None


def test_a_build_that_fails_leaves_nothing_behind(build: Build, root: Path) -> None:
    def broken() -> object:
        yield Paper("a", "one")
        raise OSError("the disk is gone")

    before = build().name
    with pytest.raises(OSError, match="the disk is gone"):
        build(papers=broken(), citations=())
    assert folders(root) == {before}


def test_what_is_raised_while_words_are_written_is_raised_by_the_build(build: Build, root: Path) -> None:
    before = build().name
    nameless: Any = (5,)
    with pytest.raises(AttributeError, match="'int' object has no attribute 'split'"):
        build(papers=[Paper("a", "one", authors=nameless)], citations=())
    assert folders(root) == {before}


def test_who_watches_the_vectors_may_end_the_words_beside_them_too(build: Build, root: Path) -> None:
    def stop(stage: str, done: int, _total: int) -> None:
        if stage == "vectors" and done:
            raise InterruptedError("enough")

    before = build().name
    with pytest.raises(InterruptedError, match="enough"):
        build(papers=[Paper("a", "one")], citations=(), progress=stop)
    assert folders(root) == {before}


def test_progress_tells_every_stage_to_its_end(build: Build) -> None:
    heard: list[tuple[str, int, int | None]] = []
    many = [Paper(f"local:{i:04}", "a") for i in range(EMBEDDED_AT_ONCE + 88)]
    build(papers=many, citations=(), progress=lambda *said: heard.append(said))
    words = [("words", 0, 600), ("words", 600, 600)]
    vectors = [("vectors", 0, 600), ("vectors", FIRST, 600), ("vectors", 600, 600)]
    assert heard[:7] == [("papers", 512, None), ("papers", 600, 600), *vectors, *words]
    assert {stage for stage, _, _ in heard[7:]} == {"checksums"}
    assert heard[-1][1] == heard[-1][2] == len(heard[7:])
