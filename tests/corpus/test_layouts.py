"""Papers in every layout of JSON come out as they were written, whatever stands in their texts."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.importers.files import read_file
from corpus.values import Record
from tests.ending import ends

PAPERS = [
    {"title": "Lamps {of} [amber]", "abstract": 'A brace }, a bracket ], and {"quotes": 1}.'},
    {"externalIds": {"ArXiv": "2001.00001"}, "title": "Wax \u2028 and a backslash \\", "year": 2020},
    {"abstract": "Data and items.", "data": [{"name": "inner"}], "title": "Lamps with data"},
    {"title": '\u00c9clair }{ "data": [', "authors": ["Ann Bee"]},
]
Layout = Callable[[list[dict[str, object]]], str]
LAYOUTS: dict[str, Layout] = {
    "a line each": lambda papers: "".join(json.dumps(one) + "\n" for one in papers),
    "a line each, as written": lambda papers: "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in papers),
    "lines with commas": lambda papers: ",\n".join(map(json.dumps, papers)),
    "one after another": lambda papers: "".join(map(json.dumps, papers)),
    "a list on a line": json.dumps,
    "a list over lines": lambda papers: json.dumps(papers, indent=2),
    "a list with a line each": lambda papers: "[\n" + ",\n".join(map(json.dumps, papers)) + "\n]\n",
    "objects over lines": lambda papers: "\n".join(json.dumps(one, indent=1) for one in papers),
    "a page": lambda papers: json.dumps({"offset": 0, "data": papers}),
    "a page over lines": lambda papers: json.dumps({"meta": {"count": len(papers)}, "results": papers}, indent=4),
    "first fields on the first line": lambda papers: "\n".join(
        json.dumps(one).replace(', "', ',\n "') for one in papers
    ),
}
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "gz": lambda text: gzip.compress(text.encode()),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_paper_of_every_layout_is_taken(layout: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / ("papers.json.gz" if encoding == "gz" else "papers.json")
    path.write_bytes(ENCODINGS[encoding](LAYOUTS[layout](PAPERS)))
    found = [one.paper for one in read_file(path, hub="local:h").items if isinstance(one, Record)]
    assert [paper.title for paper in found] == [" ".join(str(one["title"]).split()) for one in PAPERS]
    assert [paper.abstract for paper in found] == [one.get("abstract") for one in PAPERS]


def test_lists_within_each_other_are_passed_in_a_time_that_grows_with_them(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 300_000 + "]" * 300_000 + '{"a":' * 300_000 + "1" + "}" * 300_000, "utf-8")
    code = "from pathlib import Path\nfrom corpus.importers.files import read_file\n"
    code += f"print(len(list(read_file(Path({str(path)!r}), hub='local:h').items)) > 0)"
    assert ends(code) == "True\n"
