"""Writes what a search needs of more vectors than it can read: their codes, their sums, and how wide to look."""

from collections.abc import Mapping
from pathlib import Path

from index.arrays import Vectors
from index.faiss.codes import Codes
from index.faiss.plan import CODED, CODES, RECALL, SUMS
from index.files.tuned import Tuned, tuned
from index.nearest.spread import write_spread
from index.nearest.tuning import curve, evenly, strayed
from index.progress import Progress

SAMPLE = 16_384  # vectors that the codes are learnt from
AT_ONCE = 65_536


def write_sized(folder: Path, vectors: Vectors, settings: Mapping[str, str], progress: Progress) -> Tuned:
    """Writes codes and sums of the vectors as the settings of a `Plan` say, and answers how wide to look."""
    n = len(vectors)
    codes = Codes.learnt(vectors[evenly(n, SAMPLE)], int(settings[CODED]))
    for start in range(0, n, AT_ONCE):
        progress("codes", start, n)
        codes.add(vectors[start : start + AT_ONCE])
    codes.write(folder / CODES)
    write_spread(folder / SUMS, vectors)
    found = tuned(curve(vectors, codes, strayed(vectors)), float(settings[RECALL]))
    progress("codes", n, n)
    return found
