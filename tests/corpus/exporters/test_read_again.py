"""What is exported in a format that imports read is read back as the same papers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exporters.formats import Format, written
from corpus.importers.files import read_file
from corpus.text import clean
from corpus.values import Citation, CitingSentence, ExternalId, Paper, Problem, Record
from tests.corpus.exporters.hard import ALONE, BARE, FULL, HARD, HUB

TEXT = st.text(st.sampled_from("ab ,;|\"'\\{}$%&#~^_-=`é\n")).map(clean).filter(lambda text: bool(text.strip("\"' ")))


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Format, Sequence[Record]], list[Record | Problem]]:
    folder = tmp_path_factory.mktemp("exports")

    def read(named: Format, records: Sequence[Record]) -> list[Record | Problem]:
        path = folder / f"export.{named}"
        path.write_bytes(b"".join(written(records, named)))
        return list(read_file(path, format="jsonl" if named == "csl" else named, hub=HUB).items)

    return read


Again = Callable[[Format, Sequence[Record]], list[Record | Problem]]


def test_csv_has_all_but_what_belongs_to_a_citing_sentence(again: Again) -> None:
    """Whose section and role the table has no place for, and whose markup is taken out."""
    contexts = (CitingSentence("As in [1]."), CitingSentence("R&D,"))
    assert FULL.citation is not None
    assert BARE.citation is not None
    assert again("csv", HARD) == [
        Record(replace(FULL.paper, aliases=("local:mine",)), replace(FULL.citation, contexts=contexts)),
        BARE,
        Record(replace(ALONE.paper, ids=(ExternalId("doi", "10.1000/x"),)), Citation(HUB, ALONE.paper.id)),
    ]


@pytest.mark.parametrize("named", ["bibtex", "ris"])
def test_reference_managers_formats_have_the_paper_but_for_its_summary(again: Again, named: Format) -> None:
    """And names turned, the family name last."""
    told = [one.paper for one in again(named, [FULL, BARE]) if isinstance(one, Record)]
    full = replace(
        FULL.paper,
        tldr=None,
        tldr_source=None,
        authors=("Ada Lovelace", "Hands and Feet Team", "Alan Turing"),
        ids=FULL.paper.ids[:2],
        aliases=(),
    )
    assert told == [full, BARE.paper]


@pytest.mark.parametrize("named", ["csv", "bibtex", "ris"])
@given(title=TEXT, abstract=TEXT)
def test_texts_come_back_letter_for_letter(again: Again, named: Format, title: str, abstract: str) -> None:
    (found,) = again(named, [Record(Paper("local:a", title, abstract=abstract))])
    assert isinstance(found, Record)
    assert (found.paper.title, found.paper.abstract) == (title, abstract)
