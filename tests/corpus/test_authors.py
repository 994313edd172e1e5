"""Authors in every shape that exporters give them: one text, a text each, objects."""

import json
from collections.abc import Callable

import pytest

from corpus.importers.authors import name_of, names_in

Read = Callable[..., tuple[object, list[object], list[object]]]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Ann Bee", ["Ann Bee"]),
        ("Bee, Ann", ["Bee, Ann"]),
        ("Ann Bee, Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("A. B. Bee, C. Dee", ["A. B. Bee", "C. Dee"]),
        ("Ann Bee and Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("Ann Bee, Cy Dee, and Eve Foo", ["Ann Bee", "Cy Dee", "Eve Foo"]),
        ("Ann Bee &amp; Cy Dee", ["Ann Bee", "Cy Dee"]),
        ("Bee, Ann; Dee, Cy;", ["Bee, Ann", "Dee, Cy"]),
        ("Bee, Ann and Dee, Cy", ["Bee, Ann", "Dee, Cy"]),
        ("Bee Foo, Ann Eve and Dee Roe, Cy Max", ["Bee Foo, Ann Eve", "Dee Roe, Cy Max"]),
        ("Bee, A., Dee, C.", ["Bee, A.", "Dee, C."]),
        ("Bee AB, Dee C", ["Bee AB", "Dee C"]),
        ("Smith Bee, J. W.", ["Smith Bee, J. W."]),
        ("van der Bee, Ann Marie", ["van der Bee, Ann Marie"]),
        ("Ann Bee, Jr., Cy Dee", ["Ann Bee, Jr.", "Cy Dee"]),
        ("Ann Bee et al.", ["Ann Bee"]),
        ("Ann Bee and others", ["Ann Bee"]),
        ("Office for Lamps and Lanterns", ["Office for Lamps and Lanterns"]),
        ("Bee", ["Bee"]),
        (" ", []),
    ],
)
def test_the_names_of_one_text(told: str, names: list[str]) -> None:
    assert names_in(told) == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ann Bee, Cy Dee", "Ann Bee, Cy Dee"),
        ({"name": "Ann Bee", "authorId": "1"}, "Ann Bee"),
        ({"given": "Ann", "family": "Bee"}, "Ann Bee"),
        ({"family": "Bee"}, "Bee"),
        ({"given": "Ann", "family": "Bee", "non-dropping-particle": "van"}, "Ann van Bee"),
        ({"literal": "Ann Bee"}, "Ann Bee"),
        ({"firstName": "Ann", "lastName": "Bee"}, "Ann Bee"),
        ({"author": {"display_name": "Ann Bee", "orcid": None}, "raw_author_name": "A. Bee"}, "Ann Bee"),
        ({"author": {"id": None}, "raw_author_name": "A. Bee"}, "A. Bee"),
        ({"orcid": "1"}, None),
        (None, ""),
        (7, None),
    ],
)
def test_the_name_of_one_author(told: object, name: str | None) -> None:
    assert name_of(told) == name


def test_an_author_that_cannot_be_read_is_told(read: Read) -> None:
    told = {"title": "A Title", "author": [{"orcid": "1"}, {"given": "Ann", "family": "Bee", "ORCID": "2"}]}
    _, (record,), (problem,) = read(json.dumps(told))
    assert (record.paper.authors, record.unread) == (("Ann Bee",), ("author.ORCID",))  # type: ignore[attr-defined]
    assert problem.message.startswith("author: expected names, found {'orcid': '1'}")  # type: ignore[attr-defined]
