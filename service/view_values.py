"""What is read from an index version: hubs in a list, papers with the hubs they cite, papers related to others."""

from dataclasses import dataclass

from corpus.values import Citation, Paper


@dataclass(frozen=True, slots=True)
class HubLine:
    """One hub in a list. `citers` are the citing papers held, `indexed` those of them that a search finds by meaning
    too: the others have just arrived, and are found by words and filters alone until they are embedded."""

    id: str
    title: str
    year: int | None
    citers: int
    indexed: int
    updated_at: str | None


@dataclass(frozen=True, slots=True)
class CitedHub:
    """A hub that a paper cites, and how."""

    hub: str
    title: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper with every hub it cites, in order of hub id."""

    paper: Paper
    hubs: tuple[CitedHub, ...]
