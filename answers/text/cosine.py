"""How alike two texts are, the same on every machine."""

from index.arrays import Vectors

DIGITS = 5  # the order of additions, which differs between machines, tells no further


def cosine(one: Vectors, other: Vectors) -> float:
    """Of two vectors of length one."""
    return round(float(one @ other), DIGITS)
