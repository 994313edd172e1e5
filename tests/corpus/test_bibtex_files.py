"""BibTeX as catalogues, publishers and people write it: texts as they are typeset, and a bad entry costs one entry."""

from collections.abc import Callable

import pytest

from corpus.importers.latex import plain, with_letters
from corpus.values import ExternalId, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]

ENTRY = r"""
% The string is used below.
@string{acl = "Proceedings of the Lamps"}
@comment{jabref-meta: databaseType:bibtex;}
@inproceedings{bee-2020-wax,
  title = "{WAX}: On {$\alpha$}-Stable Lamps \& Wicks",
  author = "Bee, Ann and G{\"o}del, Kurt and \v{S}koda, {\'E}va and {Hands and Feet Team} and others",
  booktitle = acl, month = jun, year = 2020,
  url = {\url{https://example.org/a\_b}}, doi = "10.1000/a\_b",
  abstract = "It \emph{gains} 7.7\% -- a lot; 5% & $3 too.",
}
"""


def test_an_entry_is_read_as_it_is_typeset(read: Read) -> None:
    _, records, problems = read(ENTRY, name="a.bib", hub="2306.02707")
    paper = records[0].paper
    assert problems == []
    assert paper.title == "WAX: On α-Stable Lamps & Wicks"
    assert paper.authors == ("Ann Bee", "Kurt Gödel", "Éva Škoda", "Hands and Feet Team")
    assert (paper.year, paper.venue, paper.url) == (2020, "Proceedings of the Lamps", "https://example.org/a_b")
    assert paper.abstract == "It gains 7.7% – a lot; 5% & $3 too."
    assert (paper.id, paper.ids) == ("doi:10.1000/a_b", (ExternalId("doi", "10.1000/a_b"),))
    assert records[0].unread == ("month",)


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ("eprint = {2306.02707}, archivePrefix = {arXiv}, primaryClass = {cs.CL}", None),
        ("eprint = {2306.02707}, eprinttype = {arxiv}, journal = {CoRR}", "CoRR"),
        ("journal = {arXiv preprint arXiv:2306.02707}", "arXiv"),
        ("journal = {CoRR, abs/2306.02707}", "arXiv"),
        ("howpublished = {arXiv:2306.02707 [cs.CL]}", "arXiv"),
        ("url = {http://arxiv.org/abs/2306.02707v2}", None),
    ],
)
def test_a_preprint_is_known_by_its_number(read: Read, fields: str, venue: str | None) -> None:
    _, records, problems = read(f"@misc{{orca, title = {{Orca}}, {fields}}}", name="a.bib")
    assert ([one.paper.id for one in records], records[0].paper.venue) == (["arxiv:2306.02707"], venue)
    assert (records[0].unread, problems) == ((), [])


def test_another_archives_number_is_no_arxiv_id(read: Read) -> None:
    _, records, _ = read("@misc{a, title={Wax}, eprint={2306.02707}, eprinttype={hal}}", name="a.bib")
    assert (records[0].paper.ids, records[0].unread) == ((), ("eprint", "eprinttype"))


@pytest.mark.parametrize(
    ("key", "expected"),
    [("arxiv:2001.00001", "arxiv:2001.00001"), ("local:caf+C3+A9", "local:caf%C3%A9"), ("smith2020", "local:wax")],
)
def test_a_key_counts_where_it_says_whose_id_it_is(read: Read, key: str, expected: str) -> None:
    """Others are known in their file alone: `smith2020` of two files is two papers."""
    _, records, _ = read(f"@misc{{{key}, title = {{Wax}}}}", name="a.bib")
    assert records[0].paper.id == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Ann Bee and Bob Cee", ("Ann Bee", "Bob Cee")),
        ("van der Bee, Ann and Cee, Jr., Bob", ("Ann van der Bee", "Bob Cee Jr.")),
        ("Ann Bee, Jr. and {Wax, Inc.}", ("Ann Bee, Jr.", "Wax, Inc.")),
        ("Ann Bee, Bob Cee, Dan Dee", ("Ann Bee", "Bob Cee", "Dan Dee")),
        ("Ann Bee; Bob Cee", ("Ann Bee", "Bob Cee")),
        (r"{\L}ukasz Bee and \O{}ystein \AA sen", ("Łukasz Bee", "Øystein Åsen")),
        ("others", ()),
    ],
)
def test_authors(read: Read, authors: str, expected: tuple[str, ...]) -> None:
    _, records, _ = read(f"@misc{{a, title = {{Wax}}, author = {{{authors}}}}}", name="a.bib")
    assert records[0].paper.authors == expected


def test_an_entry_that_does_not_end_costs_itself_alone(read: Read) -> None:
    content = "@misc{a,\n title = {Wax,\n year = 2020}\n@misc{b, title={Lamps}}\n@misc{c, year=2021}\n"
    _, records, problems = read(content, name="a.bib")
    assert [one.paper.title for one in records] == ["Lamps"]
    assert [problem.line for problem in problems] == [1, 5]
    assert [problem.message for problem in problems] == [
        "expected a BibTeX entry, found one that cannot be read (unexpectedly reached end of file); it is left out",
        "expected a title, found none beside 'year'; this entry is left out",
    ]


def test_an_entry_in_another_encoding_is_told(read: Read) -> None:
    _, records, problems = read(b"@misc{a, title={Caf\xe9}}\n@misc{b, title={Lamps}}\n", name="a.bib")
    said = "expected UTF-8 text, found the byte 0xe9 at position 20; save the file as UTF-8; this entry is left out"
    assert ([one.paper.title for one in records], problems) == (["Lamps"], [Problem(1, said)])


def test_entries_of_one_key_and_fields_of_one_name_are_read(read: Read) -> None:
    content = (
        "@misc{a, title={Wax}, title={Wane}} @misc{a, title={Lamps}, subtitle={A Study}}\n@ARTICLE(b, title={Wicks})"
    )
    _, records, problems = read(content, name="file.txt")
    assert ([one.paper.title for one in records], problems) == (["Wax", "Lamps: A Study", "Wicks"], [])


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"na{\"\i}ve Se\~nor {\'E}cole \c{c}a \H{o}", "naïve Señor École ça ő"),
        (r"\textbf{bold {nested}} \textit{it} {\em old}", "bold nested it old"),
        ("``quoted'' -- and --- so", "“quoted” – and — so"),
        (r"$O(n \log n)$ and $\mathcal{L}_1 \le 10^{-3}$", "O(n log n) and ℒ_1 ≤ 10^-3"),
        (r"costs $5 and $6, \$7", "costs $5 and $6, $7"),
        (r"50% & more #1 {x}", "50% & more #1 x"),
        (r"see \cite{bee} at \url{http://a.b/c_d}", "see  at http://a.b/c_d"),
        (r"\unknown{kept} \cmd", "kept "),
        (r"cut off \verb", r"cut off \verb"),
        (r"\frac", "%s/%s"),
        ("{" * 5000, ""),
        ("plain text, 100%", "plain text, 100%"),
    ],
)
def test_latex_is_read_as_it_is_shown(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_letters_alone_are_decoded_before_names_are_divided() -> None:
    assert with_letters(r"\v{S}koda and {\L}{A and B} \emph{x}") == r"Škoda and Ł{A and B} \emph{x}"


def test_a_file_without_entries_is_told(read: Read) -> None:
    _, records, problems = read("FN Clarivate\nPT J\nTI Wax\n", name="a.bib")
    said = "expected '@article{' at the start of a line, found it nowhere; check what the file was exported as"
    assert (records, problems) == ([], [Problem(1, said)])
