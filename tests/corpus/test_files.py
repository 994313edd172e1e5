"""Files are known by what is in them; what cannot be imported is refused by name."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.importers.files import UnsupportedFormat, read_file
from corpus.importers.lines import EmptyImport, NotText

PAGE = "hub Canonical reference\nA Title\nabstract\nText.\nhub tools\nciting papers explorer\n-\nA Paper\n"
LINES = '{"title": "A Paper"}\n'


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (PAGE, "page.txt", "pith"),
        ("\ufeff" + PAGE, "page", "pith"),
        (LINES, "file.txt", "jsonl"),
        ("@article{a,\n title = {A}}", "file.txt", "bibtex"),
        ("TY  - JOUR\nTI  - A", "file.txt", "ris"),
        ("id,title\n1,A", "file.txt", "csv"),
        ("A Paper", "file.csv", "csv"),
        ("A Paper", "file.TSV.gz", "csv"),
        ("A Paper", "file.bib", "bibtex"),
        ("A Paper", "file.ris", "ris"),
        ("not json\n" + LINES, "file.jsonl", "jsonl"),
        ("not json\n" + LINES, "file.txt", "jsonl"),
        ("\x1e" + LINES, "file.txt", "jsonl"),
        ('[\n{"title": "A Paper"}\n]', "file.txt", "jsonl"),
    ],
)
def test_the_format_is_found(tmp_path: Path, content: str, name: str, expected: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert read_file(tmp_path / name).format == expected


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04rest", "a ZIP archive or an Office document"),
        ("title".encode("utf-16"), "UTF-16 text"),
        (b"some\0bytes", "binary data"),
        (gzip.compress(b"%PDF-1.7"), "a PDF document"),
        (gzip.compress(gzip.compress(b"text")), "gzip within gzip"),
        (b"\x1f\x8bnot really", "a damaged gzip file"),
        (gzip.compress(b" " * 100_000)[:-12], "a damaged gzip file"),
        (b"<!DOCTYPE html><html></html>", "an HTML page"),
    ],
)
def test_what_is_not_text_is_named(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "file.txt").write_bytes(content)
    with pytest.raises(NotText, match=f"found {found}"):
        read_file(tmp_path / "file.txt")


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf", b" " * 20_000, gzip.compress(b"")])
@pytest.mark.parametrize("format", ["auto", "pith", "jsonl", "csv", "bibtex", "ris"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes, format: str) -> None:  # noqa: A002  # the argument's name
    (tmp_path / "file.txt").write_bytes(content)
    with pytest.raises(EmptyImport, match="found an empty file"):
        read_file(tmp_path / "file.txt", format=format)


@pytest.mark.parametrize(
    ("options", "said"),
    [({}, "found text that is none of these; say which of pith"), ({"format": "xlsx"}, "found xlsx; convert the file")],
)
def test_other_formats_are_refused_naming_those_that_are_read(
    tmp_path: Path, options: dict[str, str], said: str
) -> None:
    (tmp_path / "file.txt").write_text("Dear editor,\nplease find enclosed.")
    with pytest.raises(UnsupportedFormat, match=said) as refused:
        read_file(tmp_path / "file.txt", **options)
    assert "pith, jsonl, csv, bibtex, ris" in str(refused.value)


def test_a_page_in_latin_1_is_read_and_says_which_line_it_could_not(read: Callable[..., object]) -> None:
    _, records, problems = read(PAGE.replace("A Paper", "Caf\xe9 Paper").encode("latin-1"))  # type: ignore[misc]
    assert [record.paper.title for record in records] == ["Caf\ufffd Paper"]
    assert [problem.line for problem in problems] == [8]
