"""Services and commands for these tests; what still runs at the end is ended."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.acceptance import hives
from tests.acceptance.product import Ended, Service, run, started

Start = Callable[..., Service]
Citers = Callable[..., Ended]


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Starts a service on a data folder."""
    with ExitStack() as running:

        def service(data: Path, *args: str, **env: str) -> Service:
            begun = started(data, args, tmp_path_factory.mktemp("serve"), env)
            running.callback(begun.kill)
            running.callback(begun.http.close)
            return begun

        yield service


@pytest.fixture(scope="session")
def citers(tmp_path_factory: pytest.TempPathFactory) -> Citers:
    """Runs the command to its end, in a working folder of its own."""

    def command(*args: str | Path, env: Mapping[str, str] | None = None, under: Sequence[str] = ()) -> Ended:
        return run(args, tmp_path_factory.mktemp("run"), env or {}, under)

    return command


@pytest.fixture(scope="session")
def bees(citers: Citers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the hub of bees, made on the command line; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("bees")
    (folder / "bees.jsonl").write_bytes(hives.JSONL)
    options = ("--hub", hives.HUB, "--hub-title", hives.TITLE, "--data", folder / "data", "--json")
    ended = citers("import", folder / "bees.jsonl", *options)
    assert ended.code == 0, ended.err
    assert ended.json()["added"] == 5
    return folder / "data"


@pytest.fixture
def copy(bees: Path, tmp_path: Path) -> Path:
    """A data folder with the hub of bees, to be written to."""
    return Path(shutil.copytree(bees, tmp_path / "data"))


@pytest.fixture(scope="session")
def demo(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Service:
    """The bundled hub, served; tests read it and leave it as it is."""
    return start(tmp_path_factory.mktemp("demo") / "data", "--demo")


@pytest.fixture(scope="session")
def server(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A service that holds the hub of bees; tests may import into it, each under a hub of its own."""
    service = start(tmp_path_factory.mktemp("server") / "data")
    assert service.take_in(hives.JSONL, hub=hives.HUB, hub_title=hives.TITLE)["state"] == "succeeded"
    return service
