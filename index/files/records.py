"""Papers, citations and hubs from the JSON that `orjson` makes of their dataclasses."""

from typing import Any

import orjson

from corpus.values import Citation, CitingSentence, ExternalId, Hub, Paper, Stated


def paper_from(line: bytes) -> Paper:
    return _paper(orjson.loads(line))


def citation_from(line: bytes) -> Citation:
    fields = orjson.loads(line)
    fields["contexts"] = tuple(CitingSentence(**context) for context in fields["contexts"])
    return Citation(**fields)


def hub_from(line: bytes) -> Hub:
    fields = orjson.loads(line)
    stated = fields["stated"] and _stated(fields["stated"])
    return Hub(**{**fields, "paper": _paper(fields["paper"]), "stated": stated})


def _paper(fields: dict[str, Any]) -> Paper:
    fields["authors"] = tuple(fields["authors"])
    fields["ids"] = tuple(ExternalId(**external) for external in fields["ids"])
    fields["aliases"] = tuple(fields["aliases"])
    return Paper(**fields)


def _stated(fields: dict[str, Any]) -> Stated:
    counts = {name: tuple((label, count) for label, count in fields[name]) for name in ("roles", "polarity")}
    return Stated(**{**fields, **counts})
