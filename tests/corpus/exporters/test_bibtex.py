"""BibTeX is read back by bibtexparser as it was: keys, names, and text letter for letter."""

import re
from collections.abc import Callable

import pytest
from bibtexparser import middlewares as m
from bibtexparser import parse_string
from bibtexparser.library import Library
from hypothesis import given
from hypothesis import strategies as st

from corpus.exporters.bibtex import key, latex, write_bibtex
from corpus.ids import slug
from corpus.text import clean
from corpus.values import ExternalId, Paper, Record
from tests.corpus.exporters.hard import ALONE, BARE, FULL

Write = Callable[..., str]
NAMES, DECODED = m.SeparateCoAuthors(), m.LatexDecodingMiddleware()
TEXT = st.text(st.sampled_from("ab\\{}&%$#_~^-'`,<>|?!\"@é漢😀 ")).map(clean).filter(bool)


def read_again(text: str, *, decoded: bool = True) -> Library:
    text = text.replace(r"\textasciicircum{}", "^")  # pylatexenc takes it for another letter, U+02C6
    library = parse_string(text, append_middleware=[NAMES, *([DECODED] if decoded else [])])
    assert library.failed_blocks == []
    return library


def test_an_entry_as_it_stands(write: Write) -> None:
    assert write("bibtex", [ALONE]) == (
        "@article{doi:10.1000/x,\n\ttitle = {{Alone}},\n\tyear = {1999},\n\tjournal = {Journal of Lamps}\n}\n\n"
    )


def test_every_field_comes_back(write: Write) -> None:
    (entry,) = read_again(write("bibtex", [FULL])).entries
    paper, fields = FULL.paper, {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("inproceedings", "arxiv:2001.00001")
    assert (fields["title"], fields["abstract"], fields["annote"]) == (paper.title, paper.abstract, paper.tldr)
    assert fields["author"] == ["Ada Lovelace", "{Hands and Feet Team}", "Turing, Alan"]
    assert (fields["year"], fields["booktitle"]) == ("2020", "Conference on Lamps")
    assert (fields["eprint"], fields["archiveprefix"]) == ("2001.00001", "arXiv")
    assert fields["keywords"] == "role: method, polarity: support"


def test_identifiers_are_written_as_they_stand(write: Write) -> None:
    (entry,) = read_again(write("bibtex", [FULL]), decoded=False).entries
    assert (entry["doi"], entry["url"]) == ("10.1000/a_(b)&c", "https://example.org/a_b?c=1&copy=2%20d")


def test_a_brace_in_an_address_does_not_end_the_field(write: Write) -> None:
    braces = Record(Paper("local:a", "A", url="https://a.org/}{\\"))
    (entry,) = read_again(write("bibtex", [braces]), decoded=False).entries
    assert entry["url"] == "https://a.org/%7D%7B%5C"


def test_what_is_not_known_is_left_out(write: Write) -> None:
    (entry,) = read_again(write("bibtex", [BARE])).entries
    assert (entry.entry_type, [field.key for field in entry.fields]) == ("misc", ["title"])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Lovelace, Ada", "Lovelace, Ada"),
        ("Hands and Feet", "{Hands and Feet}"),
        ("others", "{others}"),
        ("A, B, C, D", "{A, B, C, D}"),
        ("Lab,", "{Lab,}"),
        ("Anderson", "Anderson"),
    ],
)
def test_a_name_stays_one_name(write: Write, name: str, told: str) -> None:
    assert f"author = {{{told} and Z}}" in write("bibtex", [Record(Paper("local:a", "A", authors=(name, "Z")))])


@given(TEXT)
def test_text_is_read_letter_for_letter(text: str) -> None:
    written = b"".join(write_bibtex([Record(Paper("local:a", text, abstract=text))])).decode()
    (entry,) = read_again(written).entries
    assert (entry["title"], entry["abstract"]) == (text, text)


@given(TEXT)
def test_braces_are_balanced_as_bibtex_counts_them(text: str) -> None:
    depths = [0]
    for brace in re.findall(r"[{}]", latex(text)):
        depths.append(depths[-1] + (1 if brace == "{" else -1))
    assert (min(depths), depths[-1]) == (0, 0)


@given(st.sampled_from(["local", "doi"]), TEXT, TEXT)
def test_keys_differ_as_the_ids_do_and_hold_nothing_that_ends_them(scheme: str, one: str, other: str) -> None:
    ids = [slug(ExternalId(scheme, value)) for value in (one, other)]
    keys = [key(paper_id) for paper_id in ids]
    assert (keys[0] == keys[1]) == (ids[0] == ids[1])
    assert all(re.fullmatch(r"[A-Za-z0-9:/.+_-]+", told) for told in keys)
