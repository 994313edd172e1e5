"""The release has one number, wherever it stands."""

import tomllib
from pathlib import Path

from service.release import release

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_the_program_names_the_release_that_is_packaged() -> None:
    assert release() == tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"]
