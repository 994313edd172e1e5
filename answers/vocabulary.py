"""Which words the papers in scope hold, and how much each tells."""

from collections.abc import Iterable

from index.searcher import Searcher


class Vocabulary:
    """The stems of the citers of these hubs; a stem that few papers of the whole index hold weighs more."""

    def __init__(self, searcher: Searcher, hubs: tuple[str, ...]) -> None:
        self._lexical = searcher.version.lexical
        self._rows = searcher.known(hubs).scope.rows

    def weight(self, stem: str) -> float:
        return self._lexical.idf(stem)

    def knows(self, stem: str) -> bool:
        """Whether some paper in scope holds the stem."""
        return self._lexical.holders(stem, self._rows).size > 0

    def unknown_share(self, stems: Iterable[str]) -> float:
        """The share of the weight of these stems that no paper in scope holds."""
        weights = {stem: self.weight(stem) for stem in stems}
        whole = sum(weights.values())
        return sum(weight for stem, weight in weights.items() if not self.knows(stem)) / whole if whole > 0 else 0.0
