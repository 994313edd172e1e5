"""RIS is read back by rispy as it was, and no line of a paper is lost."""

from collections.abc import Callable

import rispy

from corpus.exporters.ris import write_ris
from corpus.values import Paper, Record
from tests.corpus.exporters.hard import ALONE, BARE, FULL

Write = Callable[..., str]


def test_a_reference_as_it_stands(write: Write) -> None:
    assert write("ris", [ALONE]) == (
        "TY  - JOUR\nID  - doi:10.1000/x\nTI  - Alone\nPY  - 1999\nT2  - Journal of Lamps\nER  - \n\n"
    )


def test_every_field_comes_back(write: Write) -> None:
    paper = FULL.paper
    assert rispy.loads(write("ris", [FULL])) == [
        {
            "type_of_reference": "CONF",
            "id": paper.id,
            "title": paper.title,
            "authors": list(paper.authors),
            "year": "2020",
            "secondary_title": "Conference on Lamps",
            "abstract": paper.abstract,
            "notes": [paper.tldr],
            "doi": "10.1000/a_(b)&c",
            "accession_number": "arXiv:2001.00001",
            "urls": [paper.url],
            "keywords": ["role: method", "polarity: support"],
        }
    ]


def test_references_stay_apart_and_in_order(write: Write) -> None:
    assert [reference["id"] for reference in rispy.loads(write("ris"))] == [
        record.paper.id for record in (FULL, BARE, ALONE)
    ]


def test_text_that_looks_like_a_tag_ends_nothing() -> None:
    hard = Record(Paper("local:a", "ER  - is a tag", abstract="TY  - JOUR ER  - ", authors=("ER  -",)))
    (reference,) = rispy.loads(b"".join(write_ris([hard])).decode())
    assert (reference["title"], reference["authors"]) == ("ER  - is a tag", ["ER  -"])
    assert reference["abstract"] == "TY  - JOUR ER  -"
