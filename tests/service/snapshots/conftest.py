"""A data folder with a tiny hub and a part upon it, a snapshot of it, and ways to spoil either."""

import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from service.settings import Settings
from service.snapshots.taking import take
from tests.service.conftest import HUB, HUB_TITLE, Opener, lines

Members = dict[str, bytes]
NEVER = 1_000_000


@pytest.fixture
def held(settings: Settings, open_engine: Opener, papers_file: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The tiny hub as a whole version, and a paper more as a part laid upon it; no process has it open."""
    monkeypatch.setattr("service.upkeep.WHOLE", 1)
    monkeypatch.setattr("service.upkeep.LEAST", NEVER)
    more = papers_file.with_name("more.jsonl")
    more.write_bytes(lines([{"id": "late", "title": "Embers at dusk", "abstract": "Embers glow red at dusk."}]))
    with open_engine() as engine:
        engine.import_file(papers_file, hub=HUB, hub_title=HUB_TITLE)
        engine.import_file(more, hub=HUB)
    return settings


@pytest.fixture
def snapshot(held: Settings, tmp_path: Path) -> Path:
    """Not compressed, so that its bytes are those of the files."""
    take(held, tmp_path / "held.tar")
    return tmp_path / "held.tar"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "deep" / "elsewhere", max_upload_mb=1)


def members(path: Path) -> Members:
    """The bytes of each file of a snapshot, by name, in order."""
    with tarfile.open(path) as archive:
        return {each.name: archive.extractfile(each).read() for each in archive}  # type: ignore[union-attr]  # all plain


def packed(path: Path, held: Members, *strange: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w") as archive:
        for name, content in held.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
        for entry in strange:
            archive.addfile(entry, BytesIO(b"\0" * entry.size))
    return path


def flipped(content: bytes, at: int = -1) -> bytes:
    """With one bit of a byte another: of the middle one, unless told."""
    place = len(content) // 2 if at < 0 else at
    return content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :]
