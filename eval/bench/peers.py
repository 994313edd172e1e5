"""The peers as services: which there are, the environment that they share, and the commands that run them."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.bench.asking import theirs
from eval.bench.processes import BenchFailed
from eval.peers.environments import QUIETLY, SHOWN

HERE = Path(__file__).resolve().parent
RUNNER = HERE / "runners" / "serve.py"
PATH = f"PYTHONPATH={HERE / 'runners'}:{HERE.parent / 'peers' / 'runners'}"
CANARY = theirs("graph")


@dataclass(frozen=True, slots=True)
class Environment:
    """All peers are installed together: their releases agree, and each is then one command."""

    name: str = "services"

    @property
    def pins(self) -> Path:
        return HERE / f"{self.name}.txt"

    def release(self, package: str) -> str:
        pinned = dict(line.split("==") for line in self.pins.read_text("utf-8").splitlines())
        return pinned[package]


@dataclass(frozen=True, slots=True)
class PeerService:
    """`way` is how it searches; `keeps` says that its index is made once and opened by the service."""

    name: str
    title: str
    package: str
    way: str
    keeps: bool = False

    @property
    def heading(self) -> str:
        return f"{self.title} {Environment().release(self.package)}, {self.way}"


PEERS = {
    peer.name: peer
    for peer in (
        PeerService("txtai", "txtai", "txtai", "hybrid", keeps=True),
        PeerService("haystack", "Haystack", "haystack-ai", "hybrid"),
        PeerService("llama_index", "LlamaIndex", "llama-index-core", "hybrid"),
        PeerService("qdrant", "Qdrant", "qdrant-client", "hybrid", keeps=True),
        PeerService("chroma", "Chroma", "chromadb", "dense", keeps=True),
        PeerService("faiss", "FAISS", "faiss-cpu", "dense"),
    )
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the peers run: their interpreter, the model's folder, and what lies ready for them."""

    python: Path
    model: Path
    handed: Path
    sample: Path
    states: Path


def command(peer: PeerService, place: Place, what: str, folder: Path) -> list[str]:
    runner = [str(RUNNER), peer.name, what, str(folder), str(place.states / peer.name), str(place.model)]
    return ["env", *QUIETLY[1:], PATH, str(place.python), *runner]


def serving(peer: PeerService, place: Place, port: int) -> list[str]:
    """txtai brings an API of its own; the others are put behind one route each."""
    if peer.name != "txtai":
        return command(peer, place, str(port), place.handed)
    config = f"CONFIG={place.states / 'txtai' / 'api.yml'}"
    api = ["-m", "uvicorn", "txtai.api:app", "--port", str(port), "--no-access-log", "--log-level", "warning"]
    return ["env", *QUIETLY[1:], config, str(place.python), *api]


def prepared(peer: PeerService, place: Place) -> None:
    """Has a peer that keeps its index make it from what is handed over, unless it did in an earlier run."""
    state = place.states / peer.name
    made = state / "made.txt"
    if peer.keeps and not (made.is_file() and made.read_text("utf-8") == peer.heading):
        state.mkdir(parents=True, exist_ok=True)
        said(f"prepare {peer.title}", command(peer, place, "prepare", place.handed))
        made.write_text(peer.heading, "utf-8")


def taken_in(peer: PeerService, place: Place) -> float:
    """Papers a second that it embeds and indexes by itself."""
    return float(said(f"let {peer.title} index", command(peer, place, "index", place.sample)).split()[-1])


def said(what: str, run: Sequence[str]) -> str:
    done = subprocess.run(run, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise BenchFailed(f"expected to {what}, but that ended with {done.returncode}: {done.stderr[-SHOWN:].strip()}")
    return done.stdout
