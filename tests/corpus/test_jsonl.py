"""JSON lines: tidy and messy exports, and every kind of line that cannot be used."""

import gzip
import json
import re
from collections.abc import Callable

import pytest

from corpus.ids import UnknownId
from corpus.values import Citation, CitingSentence, ExternalId, Paper, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]


def lines(*told: object) -> str:
    return "".join(json.dumps(one) + "\n" for one in told)


def test_a_full_line(read: Read) -> None:
    told = {
        "id": "arxiv:2001.00001",
        "title": "A  Title",
        "abstract": "At length.",
        "tldr": "In short.",
        "tldr_source": "generated",
        "authors": ["Ada Lovelace", "Alan Turing"],
        "year": 2020,
        "venue": "Here",
        "url": "https://example.org/1",
        "ids": {"doi": "10.1000/X"},
        "aliases": ["local:mine"],
        "role": "method",
        "polarity": "support",
        "contexts": ["As shown.", {"text": "Unlike before.", "section": "Results", "role": "result"}],
    }
    _, records, problems = read(lines(told), hub="https://arxiv.org/abs/2306.02707v2")
    paper = Paper(
        id="arxiv:2001.00001",
        title="A Title",
        abstract="At length.",
        tldr="In short.",
        tldr_source="generated",
        authors=("Ada Lovelace", "Alan Turing"),
        year=2020,
        venue="Here",
        url="https://example.org/1",
        ids=(ExternalId("arxiv", "2001.00001"), ExternalId("doi", "10.1000/x")),
        aliases=("local:mine",),
    )
    contexts = (CitingSentence("As shown."), CitingSentence("Unlike before.", "Results", "result"))
    citation = Citation(
        "arxiv:2306.02707", paper.id, role="method", polarity="support", label_source="import", contexts=contexts
    )
    assert (records, problems) == ([Record(paper, citation)], [])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"id": "P02-1040"}, "local:P02-1040"),
        ({"id": 388}, "local:388"),
        ({"id": "2306.02707"}, "local:2306.02707"),
        ({"id": "acl:P02-1040"}, "acl:P02-1040"),
        ({"id": "https://doi.org/10.1000/X"}, "doi:10.1000/x"),
        ({"arxiv": "2306.02707v1", "doi": "10.1000/x"}, "arxiv:2306.02707"),
        ({"externalIds": {"DOI": "10.1000/X", "MAG": "5", "CorpusId": 77}, "paperId": "a" * 40}, "doi:10.1000/x"),
        ({"paperId": "a" * 40}, "s2:" + "a" * 40),
        ({"ids": {"openalex": "https://openalex.org/W2741809807"}}, "openalex:W2741809807"),
        ({"url": "https://aclanthology.org/P02-1040/"}, "acl:P02-1040"),
        ({}, "local:a-title"),
    ],
)
def test_the_id_of_a_line(read: Read, told: dict[str, object], expected: str) -> None:
    _, (record,), problems = read(lines({"title": "A Title", **told}), format="jsonl")
    assert (record.paper.id, problems) == (expected, [])


def test_a_files_own_id_that_looks_like_a_catalogues_is_known_by_both(read: Read) -> None:
    _, (record,), _ = read(lines({"title": "A Title", "id": "2306.02707"}))
    assert record.paper.ids == (ExternalId("arxiv", "2306.02707"),)


def test_an_untidy_line(read: Read) -> None:
    told = {
        "title": "Cybernetics &amp; <i>Control</i>\u200b",
        "summary": "In short.",
        "authors": [{"name": "Ada Lovelace", "authorId": None}, "Alan Turing"],
        "year": None,
        "publicationDate": "2021-07-27",
        "journal": {"name": "Here", "volume": "7"},
        "contexts": None,
        "role": None,
        "citation_count": 12,
    }
    _, (record,), problems = read(lines(told), hub="local:h")
    paper = record.paper
    assert (paper.title, paper.tldr, paper.tldr_source) == ("Cybernetics & Control", "In short.", "source")
    assert (paper.authors, paper.year, paper.venue) == (("Ada Lovelace", "Alan Turing"), 2021, "Here")
    assert (record.citation, problems) == (Citation("local:h", "local:cybernetics-control"), [])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"year": "soon"}, "year: expected a year, found 'soon'"),
        ({"year": True}, "year: expected a year, found True"),
        ({"abstract": ["a", 7]}, "abstract: expected text, found ['a', 7]"),
        ({"authors": 7}, "authors: expected a list of names, found 7"),
        ({"authors": ["A B", 7]}, "authors: expected names, found 7"),
        ({"doi": "none"}, "doi: expected an id of the scheme doi, found 'none'"),
        ({"ids": "x"}, "ids: expected an id of the paper with its scheme, or a DOI, found 'x'"),
        ({"role": "praise"}, "role: expected one of background, method, dataset"),
        ({"polarity": 1}, "polarity: expected one of support, neutral, contrast, unclear, found 1"),
        ({"contexts": 7}, "contexts: expected a list of sentences, found 7"),
        ({"influential": "yes"}, "influential: expected true or false, found 'yes'"),
        ({"id": "arxiv:nonsense"}, "id: expected an id of the scheme arxiv, found 'nonsense'"),
    ],
)
def test_a_field_that_cannot_be_used_is_said_and_the_paper_kept(read: Read, told: dict[str, object], said: str) -> None:
    _, (record,), (problem,) = read(lines({"title": "A Title", **told}), hub="local:h")
    assert record.paper.title == "A Title"
    assert problem.line == 1
    assert problem.message.startswith(said)
    assert problem.message.endswith("(the paper is kept)")
    assert record.citation is not None
    assert (record.citation.role, record.citation.polarity) == (None, None)


@pytest.mark.parametrize(("alias", "found"), [("local:%20", "%20"), ("local:" + "x" * 1_001, "1001")])
def test_an_alias_that_names_nothing_costs_neither_the_paper_nor_the_import(read: Read, alias: str, found: str) -> None:
    told = {"id": "one", "title": "One", "aliases": ["local:a", alias, "local:b"]}
    _, (first, _), (problem,) = read(lines(told, {"title": "Two"}), hub="local:h")
    assert first.paper.aliases == ("local:a", "local:b")
    assert problem.message.startswith("aliases: expected ")
    assert found in problem.message
    assert problem.message.endswith("; left out (the paper is kept)")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"title": "A"', "expected one JSON object, found broken JSON"),
        (
            b'{"title": "A",}',
            "expected one JSON object, found broken JSON (a comma after the last field, at character 14)",
        ),
        (b'{"title": "A" "b": 1}', "expected one JSON object, found broken JSON (neither a comma nor the end after a"),
        (b'["A"]', "expected one JSON object for each paper, found a string"),
        (b"7", "expected one JSON object a line, found a number"),
        (b"null", "expected one JSON object a line, found null"),
        (b'{"id": "a"}', "expected a title, found none beside 'id'; this line"),
        (b'{"title": ["A", "B", "C"]}', "expected a title, found a list in 'title' where text should be; this line"),
        (b'{"title": "  "}', "expected a title, found nothing in 'title'; this line"),
        (b'{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7}', "expected a title, found none beside 'a', 'b'"),
        (b"{}", "expected a title, found an object without fields; this line"),
        (b'{"title": "Caf\xe9"}', "expected UTF-8 text, found the byte 0xe9 at position 15"),
        (b'{"title": "' + b"x" * 10_000_000 + b'"}', "longer than 1,000,000 bytes (10,000,014)"),
    ],
    ids=[
        "cut",
        "last comma",
        "no comma",
        "list",
        "number",
        "null",
        "no title",
        "listed title",
        "blank title",
        "other names",
        "no fields",
        "latin-1",
        "ten megabytes",
    ],
)
def test_a_line_that_cannot_be_used_is_said_and_the_others_kept(read: Read, line: bytes, said: str) -> None:
    good = [b'{"title": "First Paper"}', b'{"title": "Second Paper"}', b'{"title": "Last Paper"}']
    _, records, (problem,) = read(b"\n".join([*good[:2], line, *good[2:]]), name="file.jsonl")
    assert [record.paper.title for record in records] == ["First Paper", "Second Paper", "Last Paper"]
    assert problem.line == 3
    assert problem.message.startswith(said)


def test_fields_that_there_is_no_place_for_are_named(read: Read) -> None:
    known = {"paperId": "a" * 40, "externalIds": {"DOI": "10.1000/x"}, "isInfluential": True, "publicationDate": "2024"}
    odd = {"topics": ["method"], "tags": [], "note": "", "x": None, "z" * 50: 1, "\u200b\x1b[1m": 2}
    _, records, problems = read(lines({"title": "One", **known, **odd}, {"title": "Two", **known}), hub="local:h")
    assert [record.unread for record in records] == [("[1m", "topics", "z" * 40), ()]
    assert records[0].citation.influential is True
    assert problems == []


def test_blank_lines_carriage_returns_and_a_byte_order_mark_are_no_matter(read: Read) -> None:
    _, records, problems = read(b'\xef\xbb\xbf{"title": "One"}\r\n\r\n   \r\n{"title": "Two"}')
    assert ([record.paper.title for record in records], problems) == (["One", "Two"], [])


def test_gzip_is_read_whatever_the_file_is_called(read: Read) -> None:
    _, records, _ = read(gzip.compress(lines({"title": "One"}).encode()), name="file.txt")
    assert [record.paper.title for record in records] == ["One"]


def test_a_gzip_file_cut_in_the_middle_keeps_what_came_before(read: Read) -> None:
    packed = gzip.compress("".join(lines({"title": f"Paper {n * 7919}"}) for n in range(5000)).encode())
    _, records, (problem,) = read(packed[: len(packed) // 2], name="file.jsonl.gz")
    assert len(records) > 1000
    assert problem.line == len(records) + 1
    assert "the gzip file is damaged or ends in the middle" in problem.message


@pytest.mark.parametrize("named", ["arxiv:nonsense", 7, ["a", "b"]])
def test_a_hub_that_nobody_can_tell_is_not_taken_for_another(read: Read, named: object) -> None:
    _, (record,), problems = read(lines({"title": "One", "hub": named}), hub="local:h")
    assert (record.paper.title, record.citation) == ("One", None)
    assert [problem.message[:13] for problem in problems] == ["hub: expected", "hub: kept wit"]


def test_a_blank_hub_names_none(read: Read) -> None:
    _, (record,), problems = read(lines({"title": "One", "hub": " ", "cites": ""}), hub="local:h")
    assert (record.citation.hub, problems) == ("local:h", [])


def test_a_nul_byte_is_one_bad_line_of_many(read: Read) -> None:
    _, records, (problem,) = read(b'{"title": "One"}\n{"title": "T\0wo"}\n{"title": "Three"}\n', name="file.jsonl")
    assert [record.paper.title for record in records] == ["One", "Three"]
    assert problem.line == 2


def test_a_line_may_name_its_own_hub(read: Read) -> None:
    _, records, _ = read(lines({"title": "One", "cites": "10.1000/X"}, {"title": "Two"}))
    assert [record.citation.hub if record.citation else None for record in records] == ["doi:10.1000/x", None]


def test_the_hub_named_by_the_caller_has_its_title_or_else_its_id(read: Read) -> None:
    titled, _, _ = read(lines({"title": "One"}), hub="2306.02707", hub_title=" The Hub ")
    bare, _, _ = read(lines({"title": "One"}), hub="2306.02707")
    assert [hub.paper.title for hub in (titled, bare)] == ["The Hub", "arxiv:2306.02707"]  # type: ignore[attr-defined]


def test_a_hub_that_names_no_paper_is_refused(read: Read) -> None:
    with pytest.raises(UnknownId, match=r"example\.org"):
        read(lines({"title": "One"}), hub="https://example.org/1")


def test_what_is_no_address_of_a_page_is_left_out(read: Read) -> None:
    _, (record,), problems = read(lines({"title": "A Title", "url": "javascript:alert(1)"}))
    assert record.paper.url is None
    assert [found.message for found in problems] == [
        "url: expected an address that begins with http, found 'javascript:alert(1)'; left out (the paper is kept)"
    ]


@pytest.mark.parametrize(("opening", "closing"), [(b"[[", b"]]"), (b'{"a":[', b"]}")])
def test_lists_that_lie_deep_in_each_other_cost_the_field_alone(read: Read, opening: bytes, closing: bytes) -> None:
    deep = opening * 500 + closing * 500
    _, records, (problem,) = read(b'{"title": "One", "year": ' + deep + b'}\n{"title": "Two"}\n')
    assert [record.paper.title for record in records] == ["One", "Two"]
    assert problem.line == 1
    assert re.fullmatch(r"year: expected a year, found \W.{1,62}; left out \(the paper is kept\)", problem.message)


def test_of_a_long_value_the_beginning_is_told(read: Read) -> None:
    _, _, (problem,) = read(lines({"title": "One", "year": "x" * 900_000}))
    assert problem.message == f"year: expected a year, found '{'x' * 59}…; left out (the paper is kept)"


def test_many_sentences_that_cannot_be_used_are_counted(read: Read) -> None:
    _, _, problems = read(lines({"title": "One", "contexts": [1] * 90_000}), hub="local:h")
    told = [problem.message for problem in problems]
    assert told[9].startswith("contexts[9]: expected text, found 1; left out")
    assert len(told) == 11
    assert told[10].startswith("contexts: 89,990 more that cannot be used; left out")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"authors": [1] * 90_000}, "authors: expected names, found 1"),
        ({"aliases": ["local:%20"] * 70_000}, "aliases: expected an id of the scheme local, found '%20'"),
    ],
)
def test_many_values_of_one_field_that_cannot_be_used_are_said_once(
    read: Read, told: dict[str, object], said: str
) -> None:
    _, _, (problem,) = read(lines({"title": "One", **told}), hub="local:h")
    assert problem.message.startswith(said)
