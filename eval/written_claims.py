"""Claims that were written by hand: what a good model says of a paper in its own words, and what a bad one does.

Each is of one paper of the known data sets. `round` tells before which change of the gate's rules a claim was written:
rules were changed with the rounds before in view, and in the end with all of them.
"""

import json
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from eval.convert import lines

Line = dict[str, Any]

TRUE, FALSE = "written by hand: true", "written by hand: false"
SOURCES = {
    "acl_anthology": ("acl_anthology/papers.jsonl.gz",),
    "csfcube": ("csfcube/papers.jsonl.gz",),
    "scitldr": ("scitldr/train.jsonl.gz", "scitldr/dev.jsonl"),
}


def written_claims(data: Path) -> tuple[list[Line], list[Line]]:
    """The papers that they are of, and the claims, as the files of a set of claims have them."""
    text = files("eval").joinpath("written_claims.jsonl").read_text("utf-8")
    written = [json.loads(line) for line in text.splitlines()]
    wanted = {(one["source"], one["paper"]) for one in written}
    papers = [
        {"id": _id(source, paper["id"]), "title": paper["title"], "abstract": paper["abstract"]}
        for source, names in SOURCES.items()
        for paper in chain.from_iterable(lines(data / name) for name in names)
        if (source, paper["id"]) in wanted
    ]
    claims = [
        {
            "cid": f"written-{n:03}",
            "kind": TRUE if one["supported"] else FALSE,
            "text": one["text"],
            "paper_id": _id(one["source"], one["paper"]),
            "supported": one["supported"],
        }
        for n, one in enumerate(written, start=1)
    ]
    return papers, claims


def _id(source: str, paper: str) -> str:
    return f"{source}-{paper}"
