"""Semantic Scholar's Academic Graph: citing papers with the sentences in which they cite, and what for."""

from collections.abc import Sequence

from corpus.ids import slug
from corpus.sources.addresses import TITLES, address
from corpus.sources.fetch import Catalogue, Fetcher
from corpus.sources.source import Cited, Entry, NotAtSource, Page
from corpus.values import ExternalId

NAME = "semantic_scholar"
AT_ONCE = 500  # citing papers; replies of a thousand, with all their sentences, are often refused as too large
LAST = 9_999  # the service refuses what lies beyond
KEY_PAGE = "https://www.semanticscholar.org/product/api"
_PAPER = "title,abstract,year,publicationDate,venue,authors,externalIds,url"
_HUB = f"{_PAPER},citationCount,tldr"
_CITATION = f"contexts,contextsWithIntent,intents,isInfluential,{_PAPER}"


def catalogue(url: str, key: str | None) -> Catalogue:
    if key is None:
        slow = f"without a key all share one allowance: set CITERS_S2_KEY to a key ({KEY_PAGE}), or try again later"
        return Catalogue(TITLES[NAME], url, slow_down=slow)
    refused = f"check CITERS_S2_KEY, or unset it to ask without a key ({KEY_PAGE})"
    return Catalogue(TITLES[NAME], url, {"x-api-key": key}, refused=refused)


class SemanticScholar:
    """Asks for the newest citing papers first, of which it tells 9,999 at most."""

    title = TITLES[NAME]

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def cited(self, ids: Sequence[ExternalId]) -> Cited:
        told = self._fetcher.get(f"graph/v1/paper/{address(NAME, ids)}", {"fields": _HUB})
        if told is None:
            raise NotAtSource(
                f"expected a paper that {self.title} knows, found {slug(ids[0])}; check the id, or ask another source"
            )
        if not isinstance(told, dict) or not isinstance(told.get("paperId"), str):
            raise self._fetcher.unexpected("a paper's paperId")
        total = told.get("citationCount")
        return Cited(told["paperId"], told, total if isinstance(total, int) else None)

    def page(self, hub: Cited, after: str | None) -> Page:
        offset = int(after or 0)
        limit = min(AT_ONCE, LAST - offset)
        asked = {"fields": _CITATION, "offset": str(offset), "limit": str(limit)}
        told = self._fetcher.get(f"graph/v1/paper/{hub.key}/citations", asked)
        entries = _entries(told)
        if entries is None:
            raise self._fetcher.unexpected("a list of citations")
        following = told.get("next")
        if not isinstance(following, int) or following <= offset:
            return Page(entries)
        if following >= LAST:
            return Page(entries, missing=f"{self.title} tells of the newest {LAST:,} alone; ask openalex for others")
        return Page(entries, str(following))


def _entries(told: object) -> tuple[Entry, ...] | None:
    listed = told.get("data") if isinstance(told, dict) else None
    return tuple(one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else None
