"""The fields of one exported object read tolerantly: what cannot be used is left out and said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from corpus.ids import UnknownId, known_id
from corpus.importers.authors import name_of, names_in
from corpus.importers.catalogues import role_of
from corpus.importers.loose import shown, text_in, texts_in
from corpus.importers.names import (
    ABSTRACT,
    AUTHORS,
    CONTEXTS,
    HUB,
    ID_LISTS,
    IDS,
    INFLUENTIAL,
    SELF_CITATION,
    TITLE,
    TLDR,
    URL,
    VENUE,
    YEAR,
    says_nothing,
)
from corpus.importers.years import year_of
from corpus.text import clean, without_markup
from corpus.values import POLARITIES, ROLES, CitingSentence, ExternalId, Polarity, Role, TldrSource

TOLD_OF_LIST = 10  # places of a list at which something cannot be used, that are told one by one

_PREFERRED = ("arxiv", "doi", "acl", "s2", "openalex")


@dataclass(slots=True)
class Fields:
    """One object and the complaints about it; every reader returns nothing where it complains."""

    told: Mapping[str, Any]
    complaints: list[str] = field(default_factory=list)

    def title(self) -> str | None:
        return self._text(TITLE)

    def abstract(self) -> str | None:
        return self._text(ABSTRACT)

    def tldr(self) -> str | None:
        return self._text(TLDR)

    def tldr_source(self) -> TldrSource | None:
        given = self._choice("tldr_source", get_args(TldrSource))
        return "generated" if given == "generated" else "source"

    def venue(self) -> str | None:
        return self._text(VENUE)

    def url(self) -> str | None:
        """An address that a browser opens as a page: one that runs something instead is no address of a paper."""
        found = self._text(URL)
        if found is not None and not found.lower().startswith(("http://", "https://")):
            self._complain("url", "an address that begins with http", found)
            return None
        return found

    def role(self) -> Role | None:
        found = self._choice("role", ROLES)
        return next((role for role in ROLES if role == found), None) or self._role_of_intents()

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
        return self._truth(INFLUENTIAL)

    def self_citation(self) -> bool | None:
        return self._truth(SELF_CITATION)

    def names_hub(self) -> bool:
        told = (self.told.get(name) for name in HUB)
        return any(bool(clean(each)) if isinstance(each, str) else not says_nothing(each) for each in told)

    def hub(self) -> str | None:
        return self._text(HUB)

    def given_id(self) -> str | None:
        value = self.told.get("id")
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return None if isinstance(value, Mapping) else self._text(("id",))

    def year(self) -> int | None:
        for name in YEAR:
            value = self.told.get(name)
            if says_nothing(value) or value == {"date-parts": [[None]]}:
                continue
            year = year_of(value)
            if year is not None:
                return year
            self._complain(name, "a year", value)
        return None

    def authors(self) -> tuple[str, ...]:
        for name in AUTHORS:
            value = self.told.get(name)
            if isinstance(value, str) and value.strip():
                return tuple(names_in(value))
            if isinstance(value, list):
                return tuple(self._names(name, value))
            if value == "":
                continue
            self._complain(name, "a list of names", value)
        return ()

    def contexts(self) -> tuple[CitingSentence, ...]:
        """In the order of the plain list; the other one tells of each sentence what it is for."""
        labelled, plain = (list(self._sentences(name)) for name in CONTEXTS)
        known = {sentence.text: sentence for sentence in labelled}
        found = [known.pop(sentence.text, sentence) for sentence in plain]
        return (*found, *known.values())

    def ids(self) -> list[ExternalId]:
        """The paper's names in the catalogues, the likeliest to be known first."""
        found = list(dict.fromkeys(self._ids()))
        return sorted(found, key=lambda one: _PREFERRED.index(one.scheme))

    def _ids(self) -> Iterator[ExternalId]:
        for names in (self.told, *map(self.told.get, ID_LISTS)):
            if isinstance(names, Mapping):
                for name, value in names.items():
                    scheme = IDS.get(name.lower())
                    if scheme and value not in (None, ""):
                        yield from self._id(name, scheme, value)
            elif names is not None and names is not self.told.get("id"):
                self._complain("ids", "an object of ids", names)
        for value in texts_in(self.told.get("aliases")) + texts_in(self.told.get("url")):
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
            said = text_in(value)
            if isinstance(said, str):
                text = clean(without_markup(said))
                if text:
                    return text
            elif said is not None:
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
            author = name_of(one)
            if author is None:
                self._complain(name, "names", one)
            elif author:
                yield author

    def _role_of_intents(self) -> Role | None:
        intents = self.told.get("intents")
        found = role_of(intents)
        if found is None and not says_nothing(intents):
            self._complain("intents", "background, methodology or result", intents)
        return found

    def _sentences(self, name: str) -> Iterator[CitingSentence]:
        value = self.told.get(name)
        if not isinstance(value, list):
            self._complain(name, "a list of sentences", value)
            return
        told: list[str] = []
        for at, one in enumerate(value):
            sentence, complaints = self._sentence(f"{name}[{at}]", one)
            told += complaints
            if sentence:
                yield sentence
        self.complaints += told[:TOLD_OF_LIST]
        if len(told) > TOLD_OF_LIST:
            self.complaints.append(f"{name}: {len(told) - TOLD_OF_LIST:,} more that cannot be used; left out")

    def _sentence(self, place: str, value: object) -> tuple[CitingSentence | None, list[str]]:
        """And what cannot be used of it."""
        inner = Fields(value if isinstance(value, Mapping) else {"": value})
        text = inner._text(("text", "context", ""))
        found = CitingSentence(text, inner._text(("section",)), inner.role()) if text else None
        if found is None and not inner.complaints and not says_nothing(value):
            inner._complain("", "text", value)
        return found, [f"{place}{said}" if said[0] == ":" else f"{place}.{said}" for said in inner.complaints]

    def _complain(self, name: str, expected: str, found: object) -> None:
        if found is not None and not self.complains_of(name):
            self.complaints.append(f"{name}: expected {expected}, found {shown(found)}; left out")

    def complains_of(self, name: str) -> bool:
        """Of many values of one field, the first that cannot be used stands for all."""
        return any(told.startswith(f"{name}: ") for told in self.complaints)


def _known(text: str) -> Iterator[ExternalId]:
    try:
        found = known_id(text)
    except UnknownId:
        return
    if found and found.scheme != "local":
        yield found
