"""No pattern that reads what people ask or what files say tries every way to match: each comes to an end."""

import os
import subprocess
import sys
from pathlib import Path

LIMIT = 200  # seconds for all of them, which take a few; one that tries every way takes longer than anybody can wait


def test_every_pattern_comes_to_an_end() -> None:
    command = [sys.executable, str(Path(__file__).with_name("every_pattern.py"))]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            timeout=LIMIT,
            check=True,
        )
    except subprocess.TimeoutExpired as still:
        raise AssertionError(f"no end within {LIMIT} s: {(still.stdout or b'').splitlines()[-1].decode()}") from still
    assert int(done.stdout.splitlines()[-1]) > 150
