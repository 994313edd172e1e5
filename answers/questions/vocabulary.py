"""Which words the papers in scope hold, and how much each tells."""

from collections.abc import Iterable
from functools import cached_property

from corpus.values import Hub
from index.arrays import Rows
from index.searcher import Searcher
from index.text.tokens import stems
from index.worded import told_of

HUBS_READ = 20  # of those in scope, whose words count as known


class Vocabulary:
    """The stems of the citers of these hubs; a stem that few papers of the whole index hold weighs more."""

    def __init__(self, searcher: Searcher, hubs: tuple[str, ...]) -> None:
        self._searcher, self._asked = searcher, hubs
        self._lexical, self._scope = searcher.version.lexical, searcher.known(hubs).scope

    def weight(self, stem: str) -> float:
        return self._lexical.idf(stem)

    def knows(self, stem: str) -> bool:
        """Whether some paper in scope holds the stem, also where it cites, or a hub."""
        own = self._lexical.holders(stem, self._scope.rows).size
        return own > 0 or bool(self._lexical.contexts.holding(stem, self._cited).any()) or stem in self._of_hubs

    def names(self, word: str) -> bool:
        """Whether an author of a paper in scope has this name."""
        return self._searcher.authored(self._asked, word)

    def unknown_share(self, asked: Iterable[str]) -> float:
        """The share of the weight of these stems that no paper in scope holds."""
        weights = {stem: self.weight(stem) for stem in asked}
        whole = sum(weights.values())
        return sum(weight for stem, weight in weights.items() if not self.knows(stem)) / whole if whole > 0 else 0.0

    @cached_property
    def _cited(self) -> Rows:
        """The documents of the scope's citing sentences."""
        return told_of(self._searcher.version, self._scope, self._scope.rows).documents

    @cached_property
    def _of_hubs(self) -> frozenset[str]:
        snapshot = self._searcher.version.snapshot
        cited = (snapshot.hub(hub) for hub, _ in self._scope.members[:HUBS_READ])
        return frozenset(stem for hub in cited for stem in stems(_told(hub)))


def _told(hub: Hub) -> str:
    return " ".join((hub.paper.title, hub.paper.abstract or "", *hub.paper.authors))
