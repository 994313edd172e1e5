"""CSL-JSON is one array, each item with what is known and nothing more."""

import json
from collections.abc import Callable

import pytest

from corpus.exporters.venues import Publication, publication
from tests.corpus.exporters.hard import ALONE, BARE, FULL

Write = Callable[..., str]


def test_items_as_they_stand(write: Write) -> None:
    assert write("csl", [BARE, ALONE]) == (
        '[\n{"id":"local:caf%C3%A9~1","type":"document","title":"-1 is not minus one"},\n'
        '{"id":"doi:10.1000/x","type":"article-journal","title":"Alone","issued":{"date-parts":[[1999]]},'
        '"container-title":"Journal of Lamps"}\n]\n'
    )


def test_every_field_is_told(write: Write) -> None:
    paper = FULL.paper
    assert json.loads(write("csl", [FULL])) == [
        {
            "id": paper.id,
            "type": "paper-conference",
            "title": paper.title,
            "author": [{"literal": name} for name in paper.authors],
            "issued": {"date-parts": [[2020]]},
            "container-title": "Conference on Lamps",
            "abstract": paper.abstract,
            "note": paper.tldr,
            "DOI": "10.1000/a_(b)&c",
            "URL": paper.url,
            "archive": "arXiv",
            "archive_location": "2001.00001",
            "keyword": "role: method, polarity: support",
        }
    ]


@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        (None, "unknown"),
        ("ACL", "unknown"),
        ("Proceedings of the VLDB Endowment", "unknown"),
        ("Conference on Journal Studies", "unknown"),
        ("Workshop on Lamps", "conference"),
        ("IEEE Transactions on Lamps", "journal"),
        ("arXiv.org", "preprint"),
    ],
)
def test_the_kind_is_told_as_far_as_the_venue_tells_it(venue: str | None, kind: Publication) -> None:
    assert publication(venue) == kind
