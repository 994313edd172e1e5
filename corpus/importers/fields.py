"""The fields of one exported object read tolerantly: what cannot be used is left out and said."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from corpus.ids import UnknownId, known_id
from corpus.importers.authors import authors_in, name_of
from corpus.importers.catalogues import role_of
from corpus.importers.known import catalogued, preprint
from corpus.importers.loose import paragraphs_in, text_in, texts_in
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
from corpus.importers.reader import Reader
from corpus.importers.years import year_of
from corpus.text import clean
from corpus.values import POLARITIES, ROLES, CitingSentence, ExternalId, Polarity, Role, TldrSource

TOLD_OF_LIST = 10  # places of a list at which something cannot be used, that are told one by one

_PREFERRED = ("arxiv", "doi", "acl", "s2", "openalex")


class Fields(Reader):
    """The fields of a paper and of its citation."""

    def title(self) -> str | None:
        return self._text(TITLE)

    def abstract(self) -> str | None:
        return self._text(ABSTRACT, paragraphs_in)

    def tldr(self) -> str | None:
        return self._text(TLDR, paragraphs_in)

    def tldr_source(self) -> TldrSource | None:
        given = self._choice("tldr_source", get_args(TldrSource))
        return "generated" if given == "generated" else "source"

    def venue(self) -> str | None:
        found = self._text(VENUE)
        return "arXiv" if found and preprint(found) else found

    def url(self) -> str | None:
        """An address that a browser opens as a page: one that runs something instead is no address of a paper."""
        found = self._text(URL, _address_in)
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

    def told_hub(self) -> Mapping[str, Any] | None:
        """The hub's own fields, where it is told as an object with such."""
        told = next((value for name in HUB if not says_nothing(value := self.told.get(name))), None)
        fields = told if isinstance(told, Mapping) else {}
        known = any(name in (*TITLE, *ID_LISTS) or name.lower() in IDS for name in fields)
        return fields if known else None

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
                self._pass_over(YEAR, name, year_of)
                return year
            self._complain(name, "a year", value)
        return None

    def authors(self) -> tuple[str, ...]:
        for name in AUTHORS:
            value = self.told.get(name)
            if says_nothing(value):
                continue
            listed = authors_in(value)
            if listed is None:
                self._complain(name, "a list of names", value)
                continue
            self._pass_over(AUTHORS, name, _names_of)
            return tuple(self._names(name, listed))
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

    def aliases(self) -> list[ExternalId]:
        """Other ids of the paper, also such as only files give."""
        named = [(name, self.told.get(name)) for name in ("aliases", "ids")]
        listed = [(name, told if isinstance(told, list) else [told]) for name, told in named]
        read = (self._alias(name, one) for name, several in listed for one in several if not isinstance(one, Mapping))
        return [found for found in read if found]

    def _alias(self, name: str, value: object) -> ExternalId | None:
        try:
            found = known_id(value) if isinstance(value, str) and value else None
        except UnknownId as error:
            self._object(name, str(error))
            return None
        if found is None and not says_nothing(value):
            self._complain(name, "an id of the paper with its scheme, or a DOI", value)
        return found

    def _ids(self) -> Iterator[ExternalId]:
        aliases = self.told.get("aliases")
        objects = [one for one in (aliases if isinstance(aliases, list) else [aliases]) if isinstance(one, Mapping)]
        for names in (self.told, *map(self.told.get, ID_LISTS), *objects):
            if isinstance(names, Mapping):
                yield from self._named_ids(names)
            elif names is not None and names is not self.told.get("id") and names is not self.told.get("ids"):
                self._complain("ids", "an object of ids", names)
        yield from (alias for alias in self.aliases() if alias.scheme != "local")
        yield from filter(None, map(catalogued, texts_in(self.told.get("url"))))
        yield from filter(None, (preprint(text) for name in VENUE for text in texts_in(self.told.get(name))))

    def _named_ids(self, names: Mapping[str, Any]) -> Iterator[ExternalId]:
        """The ids that stand under the names of their schemes."""
        for name, value in names.items():
            scheme = IDS.get(name.lower())
            if scheme and value not in (None, ""):
                yield from self._id(name, scheme, value)

    def _id(self, name: str, scheme: str, value: object) -> Iterator[ExternalId]:
        told = text_in(value)
        text = str(told) if isinstance(told, str | int) and not isinstance(told, bool) else ""
        found = catalogued(text) or catalogued(f"{scheme}:{text}")
        if found:
            yield found
        else:
            self._complain(name, f"an id of the scheme {scheme}", value)

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
        if isinstance(value, str):
            value = [value]
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
        self.passed_over += [f"{place.partition('[')[0]}.{other}" for other in inner.passed_over]
        return found, [f"{place}{said}" if said[0] == ":" else f"{place}.{said}" for said in inner.complaints]


def _names_of(told: object) -> list[str | None]:
    return list(map(name_of, authors_in(told) or []))


def _address_in(value: object) -> object:
    """As `text_in`, of an address: its `&copy=1` is a parameter and no character reference."""
    told = text_in(value)
    return told.replace("&amp;", "&").replace("&", "&amp;") if isinstance(told, str) else told
