"""Which release of the program this is, and what runs in a process of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What is running here, and on what."""

    version: str
    index_id: str
    model: str
    dim: int
    reranker: str | None
    writer: str | None
    checker: str | None
    papers: int
    hubs: int
    max_upload_mb: int


def release() -> str:
    """As pyproject.toml has it; written here too, because to look it up takes as long as the command line to start."""
    return "0.1.0"
