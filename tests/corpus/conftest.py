"""A store in a fresh folder, and files read to the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.importers.files import read_file
from corpus.store import Store, open_store
from corpus.values import Hub, Problem, Record

Read = tuple[Hub | None, list[Record], list[Problem]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    opened = open_store(database)
    yield opened
    opened.close()


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Read]:
    """Writes text or bytes to a file and imports it: the hub, the records, the problems."""

    def read_all(content: str | bytes | Path, *, name: str = "file.txt", **options: str) -> Read:
        path = content if isinstance(content, Path) else tmp_path / name
        if not isinstance(content, Path):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = read_file(path, **options)
        items = list(found.items)
        records = [item for item in items if isinstance(item, Record)]
        return found.hub, records, [item for item in items if isinstance(item, Problem)]

    return read_all
