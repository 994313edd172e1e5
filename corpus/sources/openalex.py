"""OpenAlex: every work that cites another, without the sentences in which it does."""

from collections.abc import Sequence

from corpus.ids import UnknownId, parse_id, slug
from corpus.sources.addresses import TITLES, address
from corpus.sources.fetch import Catalogue, Fetcher
from corpus.sources.source import Cited, Entry, NotAtSource, Page
from corpus.values import ExternalId

NAME = "openalex"
AT_ONCE = "200"  # works, the most that a page holds
_WORK = "id,doi,title,publication_year,publication_date,authorships,primary_location,abstract_inverted_index"


def catalogue(url: str, mailto: str | None) -> Catalogue:
    if mailto is None:
        slow = "set CITERS_OPENALEX_MAILTO to your address, which it serves sooner, or try again later"
        return Catalogue(TITLES[NAME], url, slow_down=slow)
    return Catalogue(TITLES[NAME], url, params={"mailto": mailto})


class OpenAlex:
    """Asks by cursor, which has no end before that of the list."""

    title = TITLES[NAME]

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def cited(self, ids: Sequence[ExternalId]) -> Cited:
        told = self._fetcher.get(f"works/{address(NAME, ids)}", {"select": f"{_WORK},cited_by_count"})
        if told is None:
            raise NotAtSource(
                f"expected a work that {self.title} knows, found {slug(ids[0])}; check the id, or ask another source"
            )
        key = _key(told)
        if key is None:
            raise self._fetcher.unexpected("a work's id")
        total = told.get("cited_by_count")
        return Cited(key, {**told, NAME: key}, total if isinstance(total, int) else None)

    def page(self, hub: Cited, after: str | None) -> Page:
        asked = {"filter": f"cites:{hub.key}", "select": _WORK, "per-page": AT_ONCE, "cursor": after or "*"}
        told = self._fetcher.get("works", asked)
        listed = told.get("results") if isinstance(told, dict) else None
        if not isinstance(listed, list):
            raise self._fetcher.unexpected("a list of works")
        works: tuple[Entry, ...] = tuple(one for one in listed if isinstance(one, dict))
        meta = told.get("meta")
        following = meta.get("next_cursor") if isinstance(meta, dict) else None
        return Page(works, following if works and isinstance(following, str) and following != after else None)


def _key(told: object) -> str | None:
    try:
        found = parse_id(str(told.get("id"))) if isinstance(told, dict) else None
    except UnknownId:
        return None
    return found.value if found and found.scheme == "openalex" else None
