"""Which libraries are measured beside ours, and the pinned releases that each is installed from."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Peer:
    """`name` is that of its pins and of its runner; `package` the one among the pins that it is known by."""

    name: str
    title: str
    package: str
    way: str

    @property
    def pins(self) -> Path:
        return HERE / f"{self.name}.txt"

    @property
    def runner(self) -> Path:
        return HERE / "runners" / f"with_{self.name}.py"

    @property
    def heading(self) -> str:
        """With its release, so that figures of another release are never taken for those of this one."""
        return f"{self.title} {self.release}, {self.way}"

    @property
    def release(self) -> str:
        pinned = dict(line.split("==") for line in self.pins.read_text("utf-8").splitlines())
        return pinned[self.package]


PEERS = {
    peer.name: peer
    for peer in (
        Peer("txtai", "txtai", "txtai", "hybrid"),
        Peer("haystack", "Haystack", "haystack-ai", "hybrid"),
        Peer("llama_index", "LlamaIndex", "llama-index-core", "hybrid"),
        Peer("qdrant", "Qdrant", "qdrant-client", "hybrid"),
        Peer("chroma", "Chroma", "chromadb", "dense"),
        Peer("faiss", "FAISS", "faiss-cpu", "dense"),
    )
}
