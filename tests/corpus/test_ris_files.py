"""RIS as publishers and reference managers write it: names turned, lines that go on, references without an end."""

from collections.abc import Callable

import pytest

from corpus.values import ExternalId, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]

REFERENCE = """TY  - JOUR
ID  - bee2021
AU  - Bee, Ann
AU  - Cee, Bob, Jr.
TI  - Lamps at night:
      a study
T2  - Journal of Lamps
PY  - 2021///
DO  - https://doi.org/10.1000/LAMPS.1
UR  - https://example.org/a;b=1
UR  - https://arxiv.org/abs/2306.02707
AB  - First line.
Second line.
KW  - lamps
XX  - of nobody
ER  -
"""


def test_a_reference(read: Read) -> None:
    _, records, problems = read(REFERENCE, name="a.ris")
    paper = records[0].paper
    assert (paper.title, paper.authors) == ("Lamps at night: a study", ("Ann Bee", "Bob Cee Jr."))
    assert (paper.year, paper.venue, paper.abstract) == (2021, "Journal of Lamps", "First line. Second line.")
    assert (paper.url, paper.id) == ("https://example.org/a;b=1", "arxiv:2306.02707")
    assert paper.ids == (ExternalId("arxiv", "2306.02707"), ExternalId("doi", "10.1000/lamps.1"))
    assert (records[0].unread, problems) == (("KW", "XX"), [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("T1  - Wax\nA1  - Dee, D.\nY1  - 2020/05/12/\nJF  - Lamps", ("Wax", ("D. Dee",), 2020, "Lamps")),
        ("TI - Wax\nAU - Wax Team\nPY - 2020\nJO - Lamps", ("Wax", ("Wax Team",), 2020, "Lamps")),
        ("TI  - Wax\nTI  - Wane\nDA  - 2020-01", ("Wax", (), 2020, None)),
        ("TI  - Wax\nAU  - Bee, Ann, III\nAU  - Ann Bee, Jr.", ("Wax", ("Ann Bee III", "Ann Bee, Jr."), None, None)),
        ("BT  - Wax\nPB  - Press", ("Wax", (), None, "Press")),
    ],
)
def test_tags_that_stand_for_one_thing(read: Read, lines: str, expected: tuple[object, ...]) -> None:
    _, records, _ = read(f"TY  - GEN\n{lines}\nER  - \n", name="a.ris")
    paper = records[0].paper
    assert (paper.title, paper.authors, paper.year, paper.venue) == expected


def test_a_reference_without_an_end_ends_where_the_next_begins(read: Read) -> None:
    _, records, problems = read(
        "TY  - GEN\r\nTI  - Wax\r\nTY  - GEN\r\nAU  - Bee\r\nTY  - GEN\r\nTI  - Lamps", name="x"
    )
    assert [one.paper.title for one in records] == ["Wax", "Lamps"]
    assert problems == [Problem(3, "expected a title, found none beside 'authors'; this reference is left out")]


@pytest.mark.parametrize(
    ("key", "expected"), [("arxiv:2001.00001", "arxiv:2001.00001"), ("local:mine", "local:mine"), ("12", "local:wax")]
)
def test_an_id_counts_where_it_says_whose_it_is(read: Read, key: str, expected: str) -> None:
    _, records, _ = read(f"TY  - GEN\nID  - {key}\nTI  - Wax\nER  - \n", name="a.ris")
    assert records[0].paper.id == expected


def test_lines_go_on_with_whatever_tag_they_stand_below(read: Read) -> None:
    content = (
        "TY  - GEN\nof a kind\nTI  - Wax\n and wicks\nXX  - of\n nobody\nUK  - nor this\nAU  - Bee,\n Ann\nER  - \n"
    )
    _, records, _ = read(content, name="a.ris")
    assert (records[0].paper.title, records[0].paper.authors) == ("Wax and wicks", ("Ann Bee",))
    assert records[0].unread == ("UK", "XX")


def test_an_accession_number_may_be_an_arxiv_id(read: Read) -> None:
    _, records, _ = read("TY  - GEN\nTI  - Wax\nAN  - arXiv:2306.02707\nER  - \n", name="a.ris")
    assert records[0].paper.id == "arxiv:2306.02707"


def test_a_file_without_references_is_told(read: Read) -> None:
    _, records, problems = read("FN Clarivate\nPT J\nTI Wax\n", name="a.ris")
    said = "expected 'TY  - JOUR' at the start of a line, found it nowhere; check what the file was exported as"
    assert (records, problems) == ([], [Problem(1, said)])
