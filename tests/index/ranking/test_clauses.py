"""Phrases, exclusions, title: and author: keep exactly the papers that have what they name."""

import numpy as np
import pytest

from index.clauses import restrict
from index.query import read_query
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
