"""Phrases, exclusions, title: and author: keep exactly the papers that have what they name."""

import numpy as np
import pytest

from corpus.values import Paper
from index.queries.clauses import restrict
from index.queries.query import Clause, read_query
from index.version import IndexVersion


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ('"student copies its teacher"', "a"),
        ('"copies student"', ""),
        ('"fine tuning"', "a"),
        ('"FINE-TUNING the"', "a"),
        ('"search it"', ""),
        ("-student", "cdefh"),
        ('-"search with"', "abfgh"),
        ("title:distilled", "ab"),
        ("title:student", "ag"),
        ("-title:image", "abcdh"),
        ("title:Phi-4", "e"),
        ('title:"dense search"', "c"),
        ("author:bo", "ac"),
        ("author:lopez", "a"),
        ('author:"van Dyk"', "c"),
        ('author:"Ana Smith"', ""),
        ("-author:bo title:search", "de"),
    ],
)
def test_clauses_keep(version: IndexVersion, query: str, kept: str) -> None:
    rows = restrict(
        version.snapshot.members("arxiv:2306.02707").rows, read_query(query).clauses, version.lexical, version.snapshot
    )
    assert "".join(version.snapshot.paper(int(row)).id[-1] for row in rows) == kept
    assert np.all(np.diff(rows) > 0)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Christopher Manning", 1),
        ("Christopher D. Manning", 1),
        ("Manning, Christopher", 1),
        ("manning, christopher d", 1),
        ("Christopher B. Manning", 0),
        ("Manning Christopher", 0),
        ("Chris Manning", 0),
        ("Anna Lee", 0),
    ],
)
def test_an_author_may_be_asked_for_without_initials_and_family_name_first(
    make_version, asked: str, found: int
) -> None:
    papers = [Paper("local:a", "one", authors=("Christopher D. Manning", "Anna Berg", "Ho Lee"))]
    version = make_version(papers, [], [])
    clauses = (Clause(asked, "author", exact=True),)
    assert restrict(np.zeros(1, dtype=np.int32), clauses, version.lexical, version.snapshot).size == found
