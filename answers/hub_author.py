"""Who wrote the hub and when, as it is held or as most of its citing papers cite it."""

from itertools import islice

from answers.reports.citers import citers_of
from answers.text.cited_hub import author_cited, surname
from index.searcher import Searcher

SAMPLE = 300  # papers whose citing sentences are read for it


def hub_author(searcher: Searcher, hub: str) -> tuple[str, int] | None:
    """The last name of the first author, and the year."""
    snapshot = searcher.version.snapshot
    paper = snapshot.hub(hub).paper
    if paper.authors and paper.year:
        return surname(paper.authors[0]), paper.year
    said = ([context.text for context in citer.citation.contexts] for citer in citers_of(snapshot, hub))
    return author_cited(islice(filter(None, said), SAMPLE))
