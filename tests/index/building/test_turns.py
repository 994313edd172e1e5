"""Papers are begun to be read before what they are read beside, a turn ahead, and left when that fails."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from corpus.values import Paper
from embeddings.embedder import Reading, Spans
from index.building import build as building
from index.nearest import write_vectors
from tests.index.letters import LettersEmbedder

Build = Callable[..., Path]


class Watched(LettersEmbedder):
    """Says in which order it is loaded, and its readings begun, ended and left, each by its first text."""

    def __init__(self, heard: list[str], until: Event | None = None) -> None:
        """No reading ends before `until` is set."""
        super().__init__()
        self._heard, self._until = heard, until

    def load(self) -> None:
        self._heard.append("load")

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        reading = super().begin_spans(texts, spans)
        self._heard.append(f"begin {texts[0]}")

        def ended() -> Any:
            if self._until is not None:
                assert self._until.wait(60)
            self._heard.append(f"end {texts[0]}")
            return reading.result()

        return Reading(ended, lambda: self._heard.append(f"leave {texts[0]}"))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is heard while turns are of two papers, and the first of one."""
    monkeypatch.setattr(write_vectors, "EMBEDDED_AT_ONCE", 2)
    monkeypatch.setattr(write_vectors, "FIRST", 1)
    return []


PAPERS = [Paper(f"local:{letter}", letter) for letter in "abcde"]


def test_a_turn_is_begun_before_the_one_before_it_is_waited_for(build: Build, heard: list[str]) -> None:
    build(papers=PAPERS, citations=(), embedder=Watched(heard))
    assert heard == ["load", "begin a", "begin b", "end a", "begin d", "end b", "end d"]


def test_the_first_is_begun_before_words_are_counted(
    build: Build, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Event()

    def fails(*_given: object) -> None:
        heard.append("words")
        failed.set()
        raise OSError("the disk is gone")

    monkeypatch.setattr(building, "_write_words", fails)
    with pytest.raises(OSError, match="the disk is gone"):
        build(papers=PAPERS, citations=(), embedder=Watched(heard, failed))
    assert heard[:2] == ["load", "begin a"]
    begun, ended, left = ({each[-1] for each in heard if each.startswith(kind)} for kind in ("begin", "end", "leave"))
    assert begun - ended == left


def test_a_model_that_cannot_be_loaded_ends_a_build_that_leaves_nothing(build: Build, root: Path) -> None:
    class Absent(LettersEmbedder):
        def load(self) -> None:
            raise OSError("expected a model, found none")

    with pytest.raises(OSError, match="found none"):
        build(papers=PAPERS, citations=(), embedder=Absent())
    assert list((root / "versions").iterdir()) == []
