"""Other requests over HTTP than a plain search: related papers, a filtered search, a filtered list with its facets."""

from collections.abc import Sequence
from urllib.parse import quote

from eval.bench.asking import HITS, ours
from index.version import IndexVersion

COUNT = 100


def requests(version: IndexVersion, queries: Sequence[str]) -> dict[str, list[str]]:
    """The paths of each kind by its name, COUNT at most; of a kind that these papers have none of, none."""
    return {
        "related papers": related(version),
        "search with a filter": [f"{ours(query)}&year_from={year(version)}" for query in queries[:COUNT]],
        "list with a filter, facets counted": [
            f"/v1/search?limit={HITS}&year_from={first}&year_to={last}" for first, last in spans(version)
        ],
    }


def related(version: IndexVersion) -> list[str]:
    rows = version.snapshot.rows().tolist()
    taken = min(COUNT, len(rows))
    ids = (version.snapshot.paper(rows[place * len(rows) // taken]).id for place in range(taken))
    return [f"/v1/papers/{quote(paper_id, safe='')}/related?limit={HITS}" for paper_id in ids]


def spans(version: IndexVersion) -> list[tuple[int, int]]:
    """From one year to another, each once, for replies are kept: an even choice of all those that papers have."""
    known = sorted({int(each) for each in version.snapshot.years if each})
    every = [(first, last) for place, first in enumerate(known) for last in known[place:]]
    taken = min(COUNT, len(every))
    return [every[place * len(every) // taken] for place in range(taken)]


def year(version: IndexVersion) -> int:
    """In the middle of those known: a filter that leaves about half."""
    known = sorted(int(each) for each in version.snapshot.years if each)
    return known[len(known) // 2] if known else 0
