"""Runs what may take for ever in a process of its own, which can be ended: patterns hold the interpreter."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIMIT = 100  # seconds, of what takes less than one where it grows with its input, else minutes or hours


def ends(code: str) -> str:
    """What the code prints. Raises TimeoutExpired where it does not end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, timeout=LIMIT, check=True, text=True
    )
    return done.stdout
