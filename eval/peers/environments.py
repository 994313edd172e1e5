"""Each peer's own virtual environment: made once for its pins, and used to let it rank what it is handed."""

import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from eval.peers.peers import HERE, Peer

HANDOVER = HERE / "runners" / "handover.py"
QUIETLY = ("env", "HAYSTACK_TELEMETRY_ENABLED=False", "ANONYMIZED_TELEMETRY=False", "HF_HUB_OFFLINE=1")
SHOWN = 2000  # characters of what a failed command said


class PeerFailed(RuntimeError):
    """A peer could not be installed, or did not rank what it was handed."""


class Pinned(Protocol):
    """What has an environment of its own: a name, and the exact releases that go into it."""

    @property
    def name(self) -> str: ...

    @property
    def pins(self) -> Path: ...


def installed(peer: Pinned, folder: Path) -> Path:
    """The interpreter of the peer's environment in `folder`, which is made anew when its pins change."""
    home = folder / peer.name
    python, marker, pins = home / "bin" / "python", home / "installed.txt", peer.pins.read_text("utf-8")
    if not (marker.is_file() and marker.read_text("utf-8") == pins):
        venv.create(home, clear=True, with_pip=True)
        _run(f"install {peer.name}", [str(python), "-E", "-m", "pip", "install", "-q", "-r", str(peer.pins)])
        marker.write_text(pins, "utf-8")
    return python


def rank(peer: Peer, python: Path, handed: Path, run: Path) -> None:
    """The peer reads the folder `handed` and writes `run`; nothing of ours is on its path and it calls nobody."""
    run.parent.mkdir(parents=True, exist_ok=True)
    command = [*QUIETLY, str(python), "-E", str(HANDOVER), peer.name, str(handed), str(run)]
    _run(f"let {peer.name} rank {handed.name}", command)


def _run(what: str, command: Sequence[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # ours and the peers' own
    if done.returncode:
        raise PeerFailed(f"expected to {what}, but that ended with {done.returncode}: {done.stderr[-SHOWN:].strip()}")
