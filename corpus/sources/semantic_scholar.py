"""Semantic Scholar's Academic Graph: citing papers with the sentences in which they cite, and what for."""

from collections.abc import Mapping, Sequence

from corpus.ids import slug
from corpus.sources.addresses import TITLES, address
from corpus.sources.fetch import Catalogue, Fetcher
from corpus.sources.source import Cited, Entry, NotAtSource, Page, SourceUnavailable
from corpus.values import ExternalId

NAME = "semantic_scholar"
AT_ONCE = 500  # citing papers; a thousand with all their sentences may be too large a reply, as more than 500 ids are
BATCH = "graph/v1/paper/batch"
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
        self._lacking: str | None = None

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
        following = told.get("next") if isinstance(told.get("next"), int) else 0
        after = str(following) if offset < following < LAST else None
        cut = max(following, offset + len(entries)) >= LAST
        missing = f"{self.title} tells of the newest {LAST:,} alone; ask openalex for others" if cut else None
        return Page(self._summed_up(entries), after, missing, self._lacking)

    def _summed_up(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """With the summaries, which lists of citations do not hold; without them from the first that cannot be had."""
        ids = [one for entry in entries if isinstance(one := _paper(entry).get("paperId"), str)]
        if not ids or self._lacking:
            return entries
        try:
            told = self._fetcher.get(BATCH, {"fields": "tldr"}, {"ids": ids})
        except SourceUnavailable as error:
            self._lacking = f"summaries (TLDR) are lacking, since not all could be fetched: {error}"
            return entries
        listed = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        known = {str(one.get("paperId")): one.get("tldr") for one in listed}
        return tuple(_with_summary(entry, known) for entry in entries)


def _paper(entry: Entry) -> Entry:
    paper = entry.get("citingPaper")
    return paper if isinstance(paper, dict) else {}


def _with_summary(entry: Entry, known: Mapping[str, object]) -> Entry:
    paper = _paper(entry)
    summary = known.get(str(paper.get("paperId")))
    return {**entry, "citingPaper": {**paper, "tldr": summary}} if summary else entry


def _entries(told: object) -> tuple[Entry, ...] | None:
    listed = told.get("data") if isinstance(told, dict) else None
    return tuple(one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else None
