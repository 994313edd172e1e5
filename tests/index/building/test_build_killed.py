"""A build that is killed with -9 costs nothing but its own work."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.version import open_current, verify

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]


@pytest.fixture
def killed_build(build: Callable[..., Path], root: Path) -> str:
    """A whole version, then a build killed while it embeds; answers the name of the whole one."""
    whole = build().name
    command = [sys.executable, str(HERE / "slow_build.py"), str(root)]
    with subprocess.Popen(command, env={"PYTHONPATH": str(PROJECT)}, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "embedding\n"
        child.kill()
    assert child.returncode == -9
    return whole


def test_the_version_before_it_still_answers(killed_build: str, root: Path) -> None:
    version = open_current(root, model="letters")
    verify(root)
    assert version is not None
    assert (version.index_id, version.revision, version.snapshot.n) == (killed_build, 1, 4)


def test_the_next_build_removes_what_it_left_and_succeeds(
    killed_build: str, build: Callable[..., Path], root: Path
) -> None:
    left = {path.name for path in (root / "versions").iterdir()} - {killed_build}
    assert [name.startswith(".unfinished-") for name in left] == [True]
    latest = build(settings={"turn": "2"}).name
    verify(root)
    assert {path.name for path in (root / "versions").iterdir()} == {killed_build, latest}
