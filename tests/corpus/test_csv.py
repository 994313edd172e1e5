"""CSV as spreadsheets, catalogues and `citers export` write it: every column named, and one bad row costs one row."""

from collections.abc import Callable

import pytest

from corpus.values import Citation, CitingSentence, ExternalId, Paper, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]


def test_a_row_with_every_column(read: Read) -> None:
    heads = "ID,Title,Abstract,TLDR,tldr_source,Authors,Year,Venue,URL,DOI,aliases,role,Polarity,contexts,influential\n"
    row = (
        'arxiv:2001.00001,"A, title",At length.,In short.,generated,"Bee, Ann; Bob Cee",2020,Here,https://example.org/1,'
        '10.1000/X,local:mine local:yours,Method,support,As shown. | Unlike "before".,TRUE\n'
    )
    _, records, problems = read(heads + row, name="a.csv", hub="2306.02707")
    paper = Paper(
        id="arxiv:2001.00001",
        title="A, title",
        abstract="At length.",
        tldr="In short.",
        tldr_source="generated",
        authors=("Bee, Ann", "Bob Cee"),
        year=2020,
        venue="Here",
        url="https://example.org/1",
        ids=(ExternalId("arxiv", "2001.00001"), ExternalId("doi", "10.1000/x")),
        aliases=("local:mine", "local:yours"),
    )
    contexts = (CitingSentence("As shown."), CitingSentence('Unlike "before".'))
    citation = Citation(
        "arxiv:2306.02707",
        paper.id,
        role="method",
        polarity="support",
        label_source="import",
        influential=True,
        contexts=contexts,
    )
    assert (records, problems) == ([Record(paper, citation)], [])


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        ("Article Title,Publication Year,Source Title", "Wax,2020,Lamps", ("Wax", 2020, "Lamps", ())),
        ("Document Title;Publication Year;Publication Title", "Wax;2020;Lamps", ("Wax", 2020, "Lamps", ())),
        ("TI\tPY\tSO\tAU", "Wax\t2020\tLamps\tBee, A; Cee, B", ("Wax", 2020, "Lamps", ("Bee, A", "Cee, B"))),
        ("Title|Journal/Book|Publication Year", "Wax|Lamps|2020", ("Wax", 2020, "Lamps", ())),
        (
            "display_name,publication_year,authorships.author.display_name,primary_location.source.display_name",
            "Wax,2020.0,Ann Bee|Bob Cee,Lamps",
            ("Wax", 2020, "Lamps", ("Ann Bee", "Bob Cee")),
        ),
        (
            "citingPaper.title,citingPaper.year,citingPaper.authors,citingPaper.venue",
            "Wax,2020,\"[{'authorId': '1', 'name': 'Ann Bee'}]\",nan",
            ("Wax", 2020, None, ("Ann Bee",)),
        ),
        ('"Author(s)",Title,Date', '"A. Bee, B. Cee",Wax,2020-05-01', ("Wax", 2020, None, ("A. Bee", "B. Cee"))),
        ("Authors,Title,Year", '"[""Ann Bee"", ""Bob Cee""]",Wax,', ("Wax", None, None, ("Ann Bee", "Bob Cee"))),
    ],
)
def test_columns_go_by_the_names_that_exporters_give_them(
    read: Read, headings: str, row: str, expected: tuple[object, ...]
) -> None:
    _, records, problems = read(f"{headings}\n{row}\n", name="a.csv")
    assert [(one.paper.title, one.paper.year, one.paper.venue, one.paper.authors) for one in records] == [expected]
    assert problems == []


def test_a_column_that_there_is_no_place_for_is_told(read: Read) -> None:
    """Publish or Perish counts citations in a column that is called as a line's hub may be."""
    _, records, problems = read("Cites,Title,Publisher,Rank,\n12,Wax,Press,,left\n", name="a.csv", hub="2306.02707")
    assert records[0].unread == ("Publisher", "column 5", "column Cites")
    assert (records[0].citation, problems) == (Citation("arxiv:2306.02707", "local:wax"), [])


def test_of_two_columns_for_one_thing_the_likelier_counts(read: Read) -> None:
    _, records, _ = read("Date,Year,Title\n2021-05-01,2020,Wax\n", name="a.csv")
    assert (records[0].paper.year, records[0].unread) == (2020, ("column Date",))


def test_headings_are_found_below_a_note(read: Read) -> None:
    _, records, _ = read('"About the data: exported today"\r\n\r\nTitle,Year\r\nWax,2020\r\n', name="a.csv")
    assert [(one.paper.title, one.paper.year) for one in records] == [("Wax", 2020)]


def test_a_cell_may_go_on_over_lines_and_hold_what_divides_cells(read: Read) -> None:
    content = '\ufefftitle,abstract\nWax,"One, ""two"",\n\nthree."\nLamps,"x"\n'
    _, records, problems = read(content.replace("\n", "\r\n"), name="a.csv")
    assert [(one.paper.title, one.paper.abstract) for one in records] == [("Wax", 'One, "two", three.'), ("Lamps", "x")]
    assert problems == []


def test_a_quote_too_many_costs_one_row(read: Read) -> None:
    _, records, problems = read('title,year\n"Wax,2020\nLamps,2021\n"Wicks",2022\n', name="a.csv")
    assert [one.paper.title for one in records] == ["Lamps", "Wicks"]
    assert problems == [
        Problem(2, "expected a quote at the end of each cell that begins with one, found none; this row is left out")
    ]


def test_a_quote_that_never_ends_costs_one_row_of_a_long_table(read: Read) -> None:
    rows = "".join(f"Lamp number {number} of many,2020\n" for number in range(60_000))
    _, records, problems = read(f'title,year\n"Wax,2020\n{rows}', name="a.csv")
    assert (len(records), [problem.line for problem in problems]) == (60_000, [2])


def test_quotes_within_a_cell_are_read_as_they_stand(read: Read) -> None:
    _, records, problems = read('title,year\nThe 5" lamp,2020\n"Said "so" here",2021\n', name="a.csv")
    assert [(one.paper.title, one.paper.year) for one in records] == [('The 5" lamp', 2020), ('Said so" here"', 2021)]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            b"a,b,c\n",
            "expected 2 cells, found 3; put a cell that holds what divides them in quotes; this row is left out",
        ),
        (b",2020\n", "expected a title, found nothing in 'title'; this row is left out"),
        (
            b"Caf\xe9,2020\n",
            "expected UTF-8 text, found the byte 0xe9 at position 4; save the file as UTF-8; this row is left out",
        ),
        (b"x" * 1_000_001 + b"\n", "longer than 1,000,000 bytes (1,000,002); this row is left out"),
        (b"Wax,soon\n", "year: expected a year, found 'soon'; left out (the paper is kept)"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_others_are_kept(read: Read, row: bytes, said: str) -> None:
    _, records, problems = read(b"title,year\n" + row + b"Lamps,2021\n", name="a.csv")
    assert (records[-1].paper.title, problems) == ("Lamps", [Problem(2, said)])


def test_a_carriage_return_within_a_line_is_a_blank(read: Read) -> None:
    _, records, problems = read("title\ryear,year\nWax,2020\n", name="a.csv")
    assert (records, len(problems)) == ([], 1)
    _, records, problems = read('title,year\nWax\rand wicks,2020\n"Lamps\rat night",2021\n', name="a.csv")
    assert ([one.paper.title for one in records], problems) == (["Wax and wicks", "Lamps at night"], [])


def test_a_row_too_wide_is_used_where_its_cells_stand_in_place(read: Read) -> None:
    """As of Scopus, whose rows may have a second text on funding behind all that is read."""
    heads, wide = "title,year,DOI,Funding Text 1,Source", "Wax,2020,10.1000/x,One,Two,Scopus"
    _, records, problems = read(f"{heads}\n{wide}\nLamps,2021,10.1000/y,One,Scopus\n", name="a.csv")
    assert [one.paper.id for one in records] == ["doi:10.1000/x", "doi:10.1000/y"]
    assert problems == [
        Problem(2, "expected 5 cells, found 6; its last columns may be wrong (the paper is kept)"),
    ]


def test_blank_rows_and_short_ones_are_no_fault(read: Read) -> None:
    _, records, problems = read("title,year,venue\n,,\n\nWax\n", name="a.csv")
    assert ([one.paper.title for one in records], problems) == (["Wax"], [])


def test_a_table_without_headings_says_what_it_has_instead(read: Read) -> None:
    _, records, problems = read("\nWax,2020\nLamps,2021\n", name="a.csv")
    said = "expected headings with 'title' among them, found 'Wax', '2020'; name the columns in the first line"
    assert (records, problems) == ([], [Problem(2, said)])


@pytest.mark.parametrize("content", ["title,year\nWax,2020\n", "TI\tPY\nWax\t2020\n", "Authors;Title\nAnn;Wax\n"])
def test_headings_tell_a_table_by_whatever_name(read: Read, content: str) -> None:
    _, records, _ = read(content, name="file.txt")
    assert [one.paper.title for one in records] == ["Wax"]
