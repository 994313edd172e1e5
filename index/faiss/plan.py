"""From which size on an index is searched by codes of its vectors, and how near to exact that has to be."""

from dataclasses import dataclass

CODES, SUMS = "vectors.codes.faiss", "vectors.sums.npy"
RECALL, CODED = "recall", "codes"  # the names of settings in a manifest
LIMIT = 100_000  # vectors that are all read in about as long as it takes to embed a query
WIDTHS = (3, 4, 6, 8, 2, 12, 16, 24, 32, 1)  # dimensions in a run; the first that divides is the best trade
BITS = 4  # of a run
# Of all rows: where a filter leaves no more, they are read one by one, which takes no longer than scanning the codes.
FEW = 0.01


@dataclass(frozen=True, slots=True)
class Plan:
    """From how many vectors on an index is searched by codes, the recall@10 that it is tuned to, and the most memory
    that codes may take, in millions of bytes; None: as much as is best."""

    limit: int = LIMIT
    recall: float = 0.99
    megabytes: int | None = None

    def settings(self, n: int, dim: int) -> dict[str, str]:
        """What of this determines an index of n vectors; nothing where all of them are read."""
        return {} if n <= self.limit else {RECALL: f"{self.recall:g}", CODED: str(runs(n, dim, self.megabytes))}


def runs(n: int, dim: int, megabytes: int | None = None) -> int:
    """How many runs of dimensions a vector is cut into: as many as is best, or as the memory is enough for."""
    fitting = [dim // width for width in WIDTHS if dim % width == 0]
    if megabytes is None:
        return fitting[0]
    held = [count for count in fitting if n * count * BITS // 8 <= megabytes * 1_000_000]
    return min(max(held, default=min(fitting)), fitting[0])
