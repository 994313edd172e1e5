"""The fields of one exported object read tolerantly: what cannot be used is left out and said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from corpus.ids import UnknownId, known_id
from corpus.text import clean, without_markup
from corpus.values import POLARITIES, ROLES, CitingSentence, ExternalId, Polarity, Role, TldrSource

LONGEST_NAME = 40  # letters of a field's name that are told

_TITLE = ("title", "name")
_ABSTRACT = ("abstract",)
_TLDR = ("tldr", "summary")
_VENUE = ("venue", "journal", "booktitle", "publicationVenue")
_URL = ("url", "link")
_YEAR = ("year", "publication_year", "publication_date", "publicationDate", "date", "published")
_AUTHORS = ("authors", "author")
_IDS = {
    "arxiv": "arxiv",
    "arxiv_id": "arxiv",
    "arxivid": "arxiv",
    "doi": "doi",
    "acl": "acl",
    "acl_id": "acl",
    "s2": "s2",
    "s2_id": "s2",
    "paperid": "s2",
    "corpusid": "s2",
    "corpus_id": "s2",
    "openalex": "openalex",
    "openalex_id": "openalex",
}
_PREFERRED = ("arxiv", "doi", "acl", "s2", "openalex")
_HUB = ("hub", "cites")
_INFLUENTIAL = ("influential", "isInfluential")
_SELF_CITATION = ("self_citation",)
_ID_LISTS = ("ids", "externalIds", "external_ids")
_OF_PAPERS = (
    *_TITLE,
    *_ABSTRACT,
    *_TLDR,
    *_VENUE,
    *_URL,
    *_YEAR,
    *_AUTHORS,
    *_ID_LISTS,
    "id",
    "aliases",
    "tldr_source",
)
_OF_CITATIONS = (*_HUB, *_INFLUENTIAL, *_SELF_CITATION, "contexts", "role", "polarity", "label_source")
_READ = frozenset((*_OF_PAPERS, *_OF_CITATIONS, "role_confidence", "polarity_confidence"))
_NOTHING: tuple[object, ...] = (None, "", [], {})
_YEAR_TEXT = re.compile(r"(\d{4})(?:[-/. ].*|T.*)?")


@dataclass(slots=True)
class Fields:
    """One object and the complaints about it; every reader returns nothing where it complains."""

    told: Mapping[str, Any]
    complaints: list[str] = field(default_factory=list)

    def title(self) -> str | None:
        return self._text(_TITLE)

    def abstract(self) -> str | None:
        return self._text(_ABSTRACT)

    def tldr(self) -> str | None:
        return self._text(_TLDR)

    def tldr_source(self) -> TldrSource | None:
        given = self._choice("tldr_source", get_args(TldrSource))
        return "generated" if given == "generated" else "source"

    def venue(self) -> str | None:
        return self._text(_VENUE)

    def url(self) -> str | None:
        """An address that a browser opens as a page: one that runs something instead is no address of a paper."""
        found = self._text(_URL)
        if found is not None and not found.lower().startswith(("http://", "https://")):
            self._complain("url", "an address that begins with http", found)
            return None
        return found

    def role(self) -> Role | None:
        found = self._choice("role", ROLES)
        return next((role for role in ROLES if role == found), None)

    def polarity(self) -> Polarity | None:
        found = self._choice("polarity", POLARITIES)
        return next((polarity for polarity in POLARITIES if polarity == found), None)

    def label_source(self) -> str | None:
        return self._text(("label_source",))

    def confidence(self, name: str) -> float | None:
        value = self.told.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        self._complain(name, "a number from 0 to 1", value)
        return None

    def influential(self) -> bool | None:
        return self._truth(_INFLUENTIAL)

    def self_citation(self) -> bool | None:
        return self._truth(_SELF_CITATION)

    def names_hub(self) -> bool:
        told = (self.told.get(name) for name in _HUB)
        return any(bool(clean(each)) if isinstance(each, str) else each not in _NOTHING for each in told)

    def hub(self) -> str | None:
        return self._text(_HUB)

    def given_id(self) -> str | None:
        value = self.told.get("id")
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self._text(("id",))

    def year(self) -> int | None:
        for name in _YEAR:
            value = self.told.get(name)
            if value is None or value == "":
                continue
            year = _year(value)
            if year is not None:
                return year
            self._complain(name, "a year", value)
        return None

    def authors(self) -> tuple[str, ...]:
        for name in _AUTHORS:
            value = self.told.get(name)
            if isinstance(value, str):
                value = value.split(";")
            if isinstance(value, list):
                return tuple(self._names(name, value))
            self._complain(name, "a list of names", value)
        return ()

    def contexts(self) -> tuple[CitingSentence, ...]:
        value = self.told.get("contexts")
        if not isinstance(value, list):
            self._complain("contexts", "a list of sentences", value)
            return ()
        found = (self._sentence(one) for one in value)
        return tuple(sentence for sentence in found if sentence)

    def ids(self) -> list[ExternalId]:
        """The paper's names in the catalogues, the likeliest to be known first."""
        found = list(dict.fromkeys(self._ids()))
        return sorted(found, key=lambda one: _PREFERRED.index(one.scheme))

    def unread(self) -> tuple[str, ...]:
        """The names of what is said and no reader here asks for."""
        others = (name for name in self.told.keys() - _READ if name.lower() not in _IDS)
        return tuple(sorted({clean(name)[:LONGEST_NAME] for name in others if self.told[name] not in _NOTHING}))

    def _ids(self) -> Iterator[ExternalId]:
        for names in (self.told, *map(self.told.get, _ID_LISTS)):
            if isinstance(names, Mapping):
                for name, value in names.items():
                    scheme = _IDS.get(name.lower())
                    if scheme and value not in (None, ""):
                        yield from self._id(name, scheme, value)
            elif names is not None:
                self._complain("ids", "an object of ids", names)
        for value in _strings(self.told.get("aliases")) + _strings(self.told.get("url")):
            yield from _known(value)

    def _id(self, name: str, scheme: str, value: object) -> Iterator[ExternalId]:
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        found = next(_known(text), None) or next(_known(f"{scheme}:{text}"), None)
        if found:
            yield found
        else:
            self._complain(name, f"an id of the scheme {scheme}", value)

    def _text(self, names: tuple[str, ...]) -> str | None:
        for name in names:
            value = self.told.get(name)
            if isinstance(value, Mapping):
                value = value.get("text", value.get("name"))
            if isinstance(value, str):
                text = clean(without_markup(value))
                if text:
                    return text
            else:
                self._complain(name, "text", value)
        return None

    def _truth(self, names: tuple[str, ...]) -> bool | None:
        for name in names:
            value = self.told.get(name)
            if isinstance(value, bool):
                return value
            self._complain(name, "true or false", value)
        return None

    def _choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        value = self.told.get(name)
        if isinstance(value, str) and value.strip().lower() in choices:
            return value.strip().lower()
        self._complain(name, f"one of {', '.join(choices)}", value)
        return None

    def _names(self, name: str, value: list[object]) -> Iterator[str]:
        for one in value:
            told = one.get("name", one.get("display_name")) if isinstance(one, Mapping) else one
            if isinstance(told, str):
                author = clean(without_markup(told))
                if author:
                    yield author
            else:
                self._complain(name, "names", one)

    def _sentence(self, value: object) -> CitingSentence | None:
        inner = Fields(value if isinstance(value, Mapping) else {"text": value}, self.complaints)
        text = inner._text(("text", "context"))
        return CitingSentence(text, inner._text(("section",)), inner.role()) if text else None

    def _complain(self, name: str, expected: str, found: object) -> None:
        if found is not None:
            shown = repr(found)
            shown = shown if len(shown) <= 60 else shown[:60] + "…"
            self.complaints.append(f"{name}: expected {expected}, found {shown}; left out")


def _year(value: object) -> int | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        found = _YEAR_TEXT.fullmatch(value.strip())
        value = int(found[1]) if found else None
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2200:
        return value
    return None


def _known(text: str) -> Iterator[ExternalId]:
    try:
        found = known_id(text)
    except UnknownId:
        return
    if found and found.scheme != "local":
        yield found


def _strings(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, str)]
