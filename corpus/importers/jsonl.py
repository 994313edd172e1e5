"""JSON lines: one paper a line, with its citation of a hub where the line or the importer names one."""

from collections.abc import Iterator
from typing import Any

import orjson

from corpus.ids import UnknownId, any_slug, has_scheme, known_id, local_id, parse_id, slug
from corpus.importers.fields import LONGEST_NAME, Fields
from corpus.importers.lines import Line
from corpus.titles import title_id
from corpus.values import Citation, ExternalId, Paper, Problem, Record

_NAMED = 6  # fields that a complaint names
_PAGES = ("data", "results", "papers", "items")


def read_jsonl(lines: Iterator[Line], hub: str | None) -> Iterator[Record | Problem]:
    """Records in the order of the lines; each problem follows the record of its line, or stands in its place."""
    for line in lines:
        if line.fault:
            yield Problem(line.number, f"{line.fault}; this line is left out")
        elif line.text.strip():
            yield from _read_line(line, hub)


def _read_line(line: Line, hub: str | None) -> Iterator[Record | Problem]:
    told = _object(line)
    if isinstance(told, Problem):
        yield told
        return
    fields = Fields(told)
    paper = _paper(fields)
    if paper is None:
        yield Problem(line.number, f"expected a title, found {_instead(told)}; this line is left out")
        return
    yield Record(paper, _citation(fields, paper, hub), fields.unread())
    for complaint in fields.complaints:
        yield Problem(line.number, f"{complaint} (the paper is kept)")


def _instead(told: dict[str, Any]) -> str:
    """What a line without a title has, which may be a page of a catalogue's answer with its papers in a list."""
    name = next((name for name in _PAGES if isinstance(told.get(name), list)), None)
    if name:
        return f"none but a list in {name!r}, of which each paper should be on a line of its own"
    if told.get("title") and not isinstance(told["title"], str):
        return f"{'a list' if isinstance(told['title'], list) else 'something else'} in 'title' where text should be"
    names = [repr(name[:LONGEST_NAME]) for name in list(told)[:_NAMED]]
    more = ", …" if len(told) > _NAMED else ""
    return f"none beside {', '.join(names)}{more}" if told else "an object without fields"


def _object(line: Line) -> dict[str, Any] | Problem:
    try:
        line.text.decode("utf-8")
        told = orjson.loads(line.text)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{line.text[error.start]:02x} at position {error.start + 1}"
        return Problem(
            line.number, f"expected UTF-8 text, found {found}; save the file as UTF-8, this line is left out"
        )
    except orjson.JSONDecodeError as error:
        return Problem(line.number, f"expected one JSON object, found broken JSON ({error}); this line is left out")
    if not isinstance(told, dict):
        kind = {
            list: "a list of which each paper should be on a line of its own",
            str: "a string",
            bool: "true or false",
            type(None): "null",
        }.get(type(told), "a number")
        return Problem(line.number, f"expected one JSON object a line, found {kind}; this line is left out")
    return told


def _paper(fields: Fields) -> Paper | None:
    title = fields.title()
    if title is None:
        return None
    ids = fields.ids()
    own = _own_id(fields, ids, title)
    if own.scheme != "local" and own not in ids:
        ids.insert(0, own)
    tldr = fields.tldr()
    return Paper(
        id=slug(own),
        title=title,
        abstract=fields.abstract(),
        tldr=tldr,
        tldr_source=fields.tldr_source() if tldr else None,
        authors=fields.authors(),
        year=fields.year(),
        venue=fields.venue(),
        url=fields.url(),
        ids=tuple(ids),
        aliases=_aliases(fields, own, ids),
    )


def _own_id(fields: Fields, ids: list[ExternalId], title: str) -> ExternalId:
    """The id given, as the file's own where it has no scheme; else the best in a catalogue; else made of the title."""
    given = fields.given_id()
    try:
        if given and has_scheme(given):
            return parse_id(given)
        if given:
            found = known_id(given)
            ids += [found] if found and found not in ids else []
            return local_id(given)
    except UnknownId as error:
        fields.complaints.append(f"id: {error}")
    return ids[0] if ids else ExternalId("local", title_id(title))


def _aliases(fields: Fields, own: ExternalId, ids: list[ExternalId]) -> tuple[str, ...]:
    """Other names the line gives for the paper that are in no catalogue."""
    told = fields.told.get("aliases")
    named = [one for one in told if isinstance(one, str) and one.startswith("local:")] if isinstance(told, list) else []
    known = {slug(own), *map(slug, ids)}
    read = (_id_slug(fields, "aliases", one) for one in named)
    return tuple(dict.fromkeys(one for one in read if one and one not in known))


def _id_slug(fields: Fields, name: str, text: str) -> str | None:
    try:
        return any_slug(text)
    except UnknownId as error:
        fields.complaints.append(f"{name}: {error}; left out")
        return None


def _citation(fields: Fields, paper: Paper, hub: str | None) -> Citation | None:
    cited = _hub(fields, hub)
    if cited is None:
        return None
    role, polarity = fields.role(), fields.polarity()
    return Citation(
        hub=cited,
        citing=paper.id,
        role=role,
        polarity=polarity,
        role_confidence=fields.confidence("role_confidence") if role else None,
        polarity_confidence=fields.confidence("polarity_confidence") if polarity else None,
        label_source=(fields.label_source() or "import") if role or polarity else None,
        influential=fields.influential(),
        self_citation=fields.self_citation(),
        contexts=fields.contexts(),
    )


def _hub(fields: Fields, otherwise: str | None) -> str | None:
    """The hub that the line names, and none where nobody can tell which it means; `otherwise` where it names none."""
    if not fields.names_hub():
        return otherwise
    named = fields.hub()
    try:
        if named is not None:
            return any_slug(named)
    except UnknownId as error:
        fields.complaints.append(f"hub: {error}")
    fields.complaints.append("hub: kept without a citation, since nobody can tell which hub is meant")
    return None
