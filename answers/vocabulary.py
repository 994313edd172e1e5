"""Which words the papers in scope hold, and how much each tells."""

from collections.abc import Iterable

from corpus.values import Hub
from index.searcher import Searcher
from index.tokens import stems


class Vocabulary:
    """The stems of the citers of these hubs; a stem that few papers of the whole index hold weighs more."""

    def __init__(self, searcher: Searcher, hubs: tuple[str, ...]) -> None:
        self._lexical = searcher.version.lexical
        self._rows = searcher.known(hubs).scope.rows
        self._hubs = frozenset(stems(" ".join(map(_told, map(searcher.version.snapshot.hub, hubs)))))

    def weight(self, stem: str) -> float:
        return self._lexical.idf(stem)

    def knows(self, stem: str) -> bool:
        """Whether some paper in scope holds the stem, or a hub that it cites."""
        return stem in self._hubs or self._lexical.holders(stem, self._rows).size > 0

    def unknown_share(self, asked: Iterable[str]) -> float:
        """The share of the weight of these stems that no paper in scope holds."""
        weights = {stem: self.weight(stem) for stem in asked}
        whole = sum(weights.values())
        return sum(weight for stem, weight in weights.items() if not self.knows(stem)) / whole if whole > 0 else 0.0


def _told(hub: Hub) -> str:
    return " ".join((hub.paper.title, hub.paper.abstract or "", *hub.paper.authors))
