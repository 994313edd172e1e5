"""The papers and queries that docs/bench.md is measured on: `python -m eval.bench.corpus DATA OUT`."""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.convert import CONVERSIONS, lines
from eval.folders import load_folder
from eval.plain import plain

FIELDS = ("id", "title", "abstract", "year", "venue", "authors")
TOPIC = re.compile(r" (?:for|of|in) ([A-Z][\w-]*(?: [A-Z][\w-]*){1,3})$")  # "Dependency Parsing" at a title's end


def write_corpus(data: Path, out: Path) -> None:
    """papers.jsonl: the ACL Anthology, to import. queries.txt: SciTLDR's TL;DRs in turn with short topics."""
    out.mkdir(parents=True, exist_ok=True)
    papers = list(lines(data / "acl_anthology" / "papers.jsonl.gz"))
    kept = (json.dumps(held(paper), ensure_ascii=False) for paper in papers)
    (out / "papers.jsonl").write_text("".join(f"{line}\n" for line in kept), "utf-8")
    queries = mixed(tldrs(data), topics(paper["title"] for paper in papers))
    (out / "queries.txt").write_text("".join(f"{query}\n" for query in queries), "utf-8")


def held(paper: Any) -> dict[str, Any]:
    return {field: paper[field] for field in FIELDS if paper.get(field) is not None}


def tldrs(data: Path) -> Iterator[str]:
    with TemporaryDirectory() as made:
        for name in ("scitldr_dev", "scitldr_train"):
            CONVERSIONS[name](data, Path(made) / name)
            yield from (plain(query.text) for query in load_folder(Path(made) / name).queries if query.text)


def topics(titles: Iterable[str]) -> list[str]:
    """What titles end with, each once: real topics in two to four words."""
    return list(dict.fromkeys(found.group(1) for title in titles if (found := TOPIC.search(title))))


def mixed(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """In turn, each query once."""
    return list(dict.fromkeys(query for query in chain(*zip_longest(first, second)) if query))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.bench.corpus", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the data sets")
    parser.add_argument("out", type=Path, help="the folder to write")
    given = parser.parse_args()
    write_corpus(given.data, given.out)


if __name__ == "__main__":
    main()
