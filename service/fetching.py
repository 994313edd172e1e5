"""Papers fetched from a catalogue: what it tells is written to a file, which goes the way that an upload goes."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from corpus.ids import parse_id, slug
from corpus.importers.catalogues import under_our_names
from corpus.sources.addresses import TITLES, address
from corpus.sources.source import Cited, Entry, NotAtSource, Page, Source, SourceUnavailable
from corpus.values import ExternalId, Problem
from index.progress import Progress
from index.related.related import PaperNotFound
from service.choice import source_of
from service.intake import SHOWN_PROBLEMS, Fetched, ImportReport
from service.spool import OWN, append

if TYPE_CHECKING:
    from service.engine import Engine
    from service.settings import Settings
    from service.view import View

log = logging.getLogger("service.fetching")
SourceName = Literal["semantic_scholar", "openalex"]
Saved = Callable[[Fetched], object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose citing papers to fetch from where: `hub` is the slug under which the hub is to be held, and `ids` are all
    by which it is known here."""

    source: str
    hub: str
    ids: tuple[ExternalId, ...]


def wanted(view: View, hub: str, source: str) -> Wanted:
    """Raises UnknownId, also where the source knows papers by none of the hub's ids."""
    ids = [parse_id(hub)]
    name = slug(ids[0])
    try:
        held = view.paper(hub).paper
        name, ids = held.id, [*ids, *held.ids]
    except PaperNotFound:
        pass
    address(source, ids)
    return Wanted(source, name, tuple(dict.fromkeys(ids)))


def check(settings: Settings, hub: str, source: str) -> None:
    """Raises where papers that cite the hub could not be fetched; to be known before what takes long is begun."""
    with source_of(settings, source, lambda: None) as catalogue:
        catalogue.cited([parse_id(hub)])


def source_before(view: View, hub: str, given: SourceName | None) -> SourceName:
    """Unless another is given, where a held hub was fetched from, as its ids tell: each catalogue gives it its own."""
    if given is not None:
        return given
    schemes = {one.scheme for one in view.paper(hub).paper.ids}
    return "openalex" if "openalex" in schemes and "s2" not in schemes else "semantic_scholar"


@dataclass(slots=True)
class Walk:
    """Through the pages of one hub, which are kept in a file; `told` is how far it has come, and is saved after each.

    What a file that is shorter than it was has lost is fetched again with all else.
    """

    asked: Wanted
    path: Path
    told: Fetched
    progress: Progress
    saved: Saved

    def __post_init__(self) -> None:
        if not self.path.exists() or self.path.stat().st_size < self.told.size:
            self.told = Fetched(self.asked.source)

    def go(self, source: Source) -> None:
        self.heed()
        hub = source.cited(self.asked.ids)
        self.tell(known_total=hub.known_total)
        while not self.told.ended:
            self.heed()
            self._keep(hub, source.page(hub, self.told.after))

    def heed(self) -> None:
        """Raises where the work is to stop."""
        self.progress("fetching", self.told.papers, self.told.known_total)

    def tell(self, **news: Any) -> None:
        self.told = replace(self.told, **news)
        self.saved(self.told)

    def _keep(self, hub: Cited, page: Page) -> None:
        lines, named = written(page.entries, self.asked.hub, None if self.told.named else hub.told)
        self.tell(
            papers=self.told.papers + len(page.entries),
            size=append(self.path, self.told.size, lines) if lines else self.told.size,
            after=page.after,
            named=self.told.named or named,
            ended=page.after is None,
            missing=page.missing,
            lacking=page.lacking or self.told.lacking,
        )


def fetch(settings: Settings, walk: Walk) -> Fetched:
    """Goes on with a walk until it has ended. Where a page cannot be had, it ends with those before it; where there are
    none, SourceUnavailable is raised."""
    asked = walk.asked
    if walk.told.ended:
        return walk.told
    with source_of(settings, asked.source, walk.heed) as source:
        try:
            walk.go(source)
        except SourceUnavailable as error:
            if not walk.told.papers:
                raise
            walk.tell(ended=True, missing=str(error), failed=True)
    if not walk.told.papers:
        title = TITLES[asked.source]
        raise NotAtSource(f"expected papers that cite {asked.hub}, found none at {title}; ask another source, or later")
    return walk.told


def written(entries: Sequence[Entry], hub: str, told: Entry | None) -> tuple[bytes, bool]:
    """The lines of a page, each with the hub's id; what is told of the hub stands on the first that can be used."""
    lines, first = [], told
    for entry in entries:
        if first is not None and under_our_names(entry).get("title"):
            lines.append({**entry, "hub": {**first, "id": hub}})
            first = None
        else:
            lines.append({**entry, "hub": hub})
    return "".join(json.dumps(line) + "\n" for line in lines).encode(), told is not None and first is None


def import_fetched(engine: Engine, asked: Wanted, progress: Progress) -> ImportReport:
    """As `Engine.import_file`, of what is fetched first; that is kept where the import of it fails."""
    named = re.sub(r"[^a-z0-9.]+", "-", asked.hub.lower())[:80]
    path = engine.settings.data / "spool" / f"{OWN}{named}-{asked.source}.jsonl"
    walk = Walk(asked, path, Fetched(asked.source), progress, lambda _: None)
    with ExitStack() as undone:
        undone.callback(path.unlink, missing_ok=True)
        fetched = fetch(engine.settings, walk)
        undone.pop_all()
        undone.callback(log.warning, "what was fetched is kept: citers import %s", path)
        report = engine.import_file(path, format="jsonl", hub=asked.hub, progress=progress)
        undone.pop_all()
    path.unlink()
    return with_walk(report, fetched)


def with_walk(report: ImportReport, fetched: Fetched) -> ImportReport:
    """The report with how its file was come by. The fields that nothing was taken from are left out: nobody here chose
    them."""
    faults = (incomplete(fetched) if fetched.missing else None, fetched.lacking)
    told = [Problem(None, fault) for fault in faults if fault]
    return replace(
        report,
        fetched=fetched,
        problems=(*told, *report.problems)[:SHOWN_PROBLEMS],
        problem_count=report.problem_count + len(told),
        unread={},
    )


def incomplete(fetched: Fetched) -> str:
    of = f" of {fetched.known_total:,}" if fetched.known_total else ""
    return f"incomplete: {fetched.papers:,}{of} citing papers were fetched and are kept: {fetched.missing}"
