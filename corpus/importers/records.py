"""What one paper's entry becomes, whatever format it stood in: a record, and what could not be used of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.ids import UnknownId, any_slug, has_scheme, known_id, local_id, parse_id, slug
from corpus.importers.catalogues import under_our_names
from corpus.importers.fields import Fields
from corpus.importers.names import KNOWN_TOTAL, LONGEST_NAME, TITLE, labels_told, unread_names
from corpus.titles import title_id
from corpus.values import Citation, ExternalId, Hub, Paper, Problem, Record

NO_HUB = "no hub is named for"
_NAMED = 6  # fields that a complaint names


@dataclass(frozen=True, slots=True)
class Told:
    """The fields of one paper, and the line on which they begin; `unit` is what the format calls what they stand in."""

    number: int
    fields: dict[str, Any]
    unit: str = "line"


def read_told(several: Iterable[Told | Problem], hub: str | None) -> Iterator[Record | Problem]:
    """Records in their order; each problem follows the record it is of, or stands in its place."""
    for told in several:
        if isinstance(told, Problem):
            yield told
        else:
            yield from read_one(told, hub)


def read_one(told: Told, hub: str | None) -> Iterator[Record | Problem]:
    fields = Fields(under_our_names(told.fields))
    paper = None if _is_author(fields.told) else _paper(fields)
    if paper is None:
        yield Problem(told.number, f"expected {_missing(told.fields)}; this {told.unit} is left out")
        return
    named = _named_hub(fields)
    citation = _citation(fields, paper, named.paper.id if named else _hub(fields, hub))
    unread = {*unread_names(fields.told), *fields.passed_over}
    yield Record(paper, citation, tuple(sorted(unread)), named if citation else None)
    for complaint in fields.complaints:
        yield Problem(told.number, f"{complaint} (the paper is kept)")


def _is_author(told: Mapping[str, Any]) -> bool:
    return "authorId" in told and not told.get("title")


def _missing(told: dict[str, Any]) -> str:
    """What a line without a title has instead."""
    if isinstance(told.get("citedPaper"), dict):
        return "a paper that cites the hub, found one that is cited ('citedPaper', as in a list of references)"
    if _is_author(told):
        return "a title, found an author, as in the list of a paper's authors"
    if told.get("title") and not isinstance(told["title"], str):
        found = "a list" if isinstance(told["title"], list) else "something else"
        return f"a title, found {found} in 'title' where text should be"
    blank = next((name for name in TITLE if name in told), None)
    if blank:
        return f"a title, found nothing in {blank!r}"
    names = [repr(name[:LONGEST_NAME]) for name in list(told)[:_NAMED]]
    more = ", …" if len(told) > _NAMED else ""
    return f"a title, found none beside {', '.join(names)}{more}" if told else "a title, found an object without fields"


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
    local = dict.fromkeys(alias for alias in fields.aliases() if alias.scheme == "local")
    return tuple(slug(alias) for alias in local if alias != own and alias not in ids)


def _citation(fields: Fields, paper: Paper, cited: str | None) -> Citation | None:
    if cited is None or cited in _names(paper):
        fields.complaints += _without_citation(fields, cited)
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


def _names(paper: Paper) -> set[str]:
    return {paper.id, *map(slug, paper.ids), *paper.aliases}


def _without_citation(fields: Fields, cited: str | None) -> list[str]:
    """What is lost with a citation that cannot be kept."""
    if cited is not None:
        return [f"hub: expected a paper that this one cites, found itself ({cited}); kept without a citation"]
    labels = [] if fields.names_hub() else labels_told(fields.told)
    return [f"{', '.join(labels)}: {NO_HUB} {'them' if len(labels) > 1 else 'it'}; left out"] if labels else []


def _named_hub(fields: Fields) -> Hub | None:
    """The hub that the line tells as an object of its own: by its title, its ids, or both; and how many cite it."""
    told = fields.told_hub()
    if told is None:
        return None
    inner = Fields(under_our_names(told))
    paper = _paper(inner) or _untitled(inner)
    known_total = inner.count(KNOWN_TOTAL)
    fields.complaints += [f"hub.{complaint}" for complaint in inner.complaints]
    unread = (name for name in unread_names(inner.told) if name not in KNOWN_TOTAL)
    fields.passed_over += [f"hub.{name}" for name in (*unread, *inner.passed_over)]
    return Hub(paper, known_total) if paper else None


def _untitled(fields: Fields) -> Paper | None:
    """A paper of which nothing but ids is told."""
    ids = fields.ids()
    own = _own_id(fields, ids, "")
    return Paper(slug(own), slug(own), ids=tuple(ids)) if ids or fields.given_id() else None


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
