"""Under which names exporters tell each field of a paper and of its citation, and which of them are read."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpus.text import clean

LONGEST_NAME = 40  # letters of a field's name that are told

TITLE = ("title", "name")
ABSTRACT = ("abstract",)
TLDR = ("tldr", "summary")
VENUE = ("venue", "journal", "booktitle", "publicationVenue", "container-title")
URL = ("url", "URL", "link")
YEAR = (
    "year",
    "publication_year",
    "publication_date",
    "publicationDate",
    "date",
    "published",
    "issued",
    "published-print",
    "published-online",
)
AUTHORS = ("authors", "author", "authorships")  # in this order, as of all of these names the first that tells is read
IDS = {
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
ID_LISTS = ("ids", "externalIds", "external_ids", "id")  # the last is most often a text, which is read elsewhere
HUB = ("hub", "cites")
KNOWN_TOTAL = ("known_total", "citationCount", "cited_by_count")  # of a hub that is told as an object
INFLUENTIAL = ("influential", "isInfluential")
SELF_CITATION = ("self_citation",)
CONTEXTS = ("contextsWithIntent", "contexts")
TEXT = ("text", "name", "display_name", "value")  # of a text that is told as an object
GIVEN = ("given", "firstName", "first_name", "first")
FAMILY = ("family", "lastName", "last_name", "last")
PARTICLES = ("dropping-particle", "non-dropping-particle")
WHOLE_NAME = ("name", "display_name", "literal", "raw_author_name")
CITATION = (
    *("contexts", "contextsWithIntent", "role", "intents", "polarity", *INFLUENTIAL, *SELF_CITATION),
    *("role_confidence", "polarity_confidence", "label_source"),
)

_TEXTS = (*TITLE, *ABSTRACT, *TLDR, *VENUE, *URL)
READ = frozenset((*_TEXTS, *YEAR, *AUTHORS, *ID_LISTS, *HUB, *CITATION, "aliases", "tldr_source"))
_OF_AUTHORS = frozenset((*GIVEN, *FAMILY, *PARTICLES, *WHOLE_NAME, "author"))
_OF_CONTEXTS = frozenset(("text", "context", "section", "role", "intents"))
_WITHIN: dict[str, frozenset[str]] = {
    **dict.fromkeys(_TEXTS, frozenset(TEXT)),
    **dict.fromkeys(YEAR, frozenset(("date-parts",))),
    **dict.fromkeys(AUTHORS, _OF_AUTHORS),
    **dict.fromkeys(CONTEXTS, _OF_CONTEXTS),
}
_IDS_WITHIN = (*ID_LISTS, "aliases")
_NOTHING: tuple[object, ...] = (None, "", [], {})


def says_nothing(value: object) -> bool:
    return value in _NOTHING


def unread_names(told: Mapping[str, Any]) -> tuple[str, ...]:
    """What is said and nothing is taken from: `tags`, and within what is read `externalIds.MAG`."""
    return tuple(sorted(set(_unread(told))))


def labels_told(told: Mapping[str, Any]) -> list[str]:
    """The names of what is said of the paper's citation of a hub."""
    return [name for name in CITATION if not says_nothing(told.get(name))]


def _unread(told: Mapping[str, Any]) -> Iterator[str]:
    for name, value in told.items():
        if says_nothing(value):
            continue
        if name not in READ and name.lower() not in IDS:
            yield _shown(name)
        elif isinstance(value, dict | list):
            yield from _unread_within(name, value)


def _unread_within(name: str, value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """Of an object of which something is read: one of which nothing is has been complained of."""
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict):
            continue
        read = {key for key in one if _is_read(name, key)}
        others = one.keys() - read if read or name in _IDS_WITHIN else ()
        yield from (f"{name}.{_shown(key)}" for key in others if not says_nothing(one[key]))


def _is_read(name: str, key: str) -> bool:
    return key.lower() in IDS if name in _IDS_WITHIN else key in _WITHIN.get(name, ())


def _shown(name: str) -> str:
    return clean(name)[:LONGEST_NAME]
