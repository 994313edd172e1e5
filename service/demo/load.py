"""The bundled hub as an import: its citing papers as JSONL, the hub itself beside them."""

import json
from pathlib import Path

from corpus.importers.files import Import, read_file
from corpus.values import ExternalId, Hub, Paper


def demo_import(folder: Path) -> Import:
    hub = demo_hub(folder / "hub.json")
    citers = read_file(folder / "citers.jsonl", format="jsonl", hub=hub.paper.id)
    return Import(hub, citers.items, citers.format)


def demo_hub(file: Path) -> Hub:
    told = json.loads(file.read_text("utf-8"))
    fields = told["paper"]
    ids = tuple(ExternalId(scheme, value) for scheme, value in fields.pop("ids").items())
    return Hub(Paper(**{**fields, "authors": tuple(fields["authors"]), "ids": ids}), as_of=told["as_of"])
