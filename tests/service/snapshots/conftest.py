"""A data folder with a tiny hub and a part upon it, a snapshot of it, and ways to spoil either."""

import shutil
import tarfile
from io import BytesIO
from pathlib import Path

import orjson
import pytest

from service.engine import Engine
from service.settings import Settings
from service.snapshots.contents import MANIFEST, signed
from service.snapshots.taking import take
from tests.service.conftest import HUB, HUB_TITLE, lines, open_letters

Members = dict[str, bytes]
NEVER = 1_000_000


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny hub as a whole version, and a paper more as a part laid upon it; no process has it open."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "papers.jsonl").write_bytes(lines())
    more = [{"id": "late", "title": "Embers at dusk", "abstract": "Embers glow red at dusk.", "role": "result"}]
    (folder / "more.jsonl").write_bytes(lines(more))
    with pytest.MonkeyPatch.context() as bounds:
        bounds.setattr("service.upkeep.WHOLE", 1)
        bounds.setattr("service.upkeep.LEAST", NEVER)
        with Engine.open(Settings(data=folder / "held"), open_embedder=open_letters) as engine:
            engine.import_file(folder / "papers.jsonl", hub=HUB, hub_title=HUB_TITLE)
            engine.import_file(folder / "more.jsonl", hub=HUB)
    return folder / "held"


@pytest.fixture(scope="session")
def taken(made: Path) -> Path:
    """Not compressed, so that its bytes are those of the files."""
    take(Settings(data=made), made.with_name("held.tar"))
    return made.with_name("held.tar")


@pytest.fixture
def held(made: Path, settings: Settings) -> Settings:
    """A copy of it, to be written to."""
    shutil.copytree(made, settings.data)
    return settings


@pytest.fixture
def snapshot(taken: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(taken, tmp_path / "held.tar"))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "deep" / "elsewhere", max_upload_mb=1)


def told(found: Members, **other: object) -> bytes:
    """The manifest of a snapshot that says something else, and has its own sum for that."""
    fields = {**orjson.loads(found[MANIFEST]), **other}
    fields.pop("sha256")
    return signed(fields)


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
