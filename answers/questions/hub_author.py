"""Who wrote the hub and when, as it is held or as most of its citing papers cite it."""

from itertools import islice

from answers.text.cited_hub import author_cited, surname
from index.searcher import Searcher

SAMPLE = 300  # papers whose citing sentences are read for it


def hub_author(searcher: Searcher, hub: str) -> tuple[str, int] | None:
    """The last name of the first author, and the year."""
    snapshot = searcher.version.snapshot
    paper = snapshot.hub(hub).paper
    if paper.authors and paper.year:
        return surname(paper.authors[0]), paper.year
    numbers = snapshot.members(hub).numbers.tolist()
    said = ([context.text for context in snapshot.numbered(number).contexts] for number in numbers)
    return author_cited(islice(filter(None, said), SAMPLE))
