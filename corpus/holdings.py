"""The part of the store that one batch touches, in memory: where arriving papers find their place.

Records are taken one by one, each seeing what those before it did, so that a batch of any size ends in the same state.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from corpus.ids import from_slug, slug
from corpus.merge import apart_id, is_placeholder, merged_citation, merged_hub, merged_paper, other_paper, same_paper
from corpus.titles import title_id, title_key
from corpus.values import Citation, ExternalId, Hub, Link, Paper, Record

Fate = Literal["added", "updated", "merged", "skipped"]
Links = Callable[[str], list[Citation]]


@dataclass(slots=True)
class Shelf:
    """Papers without their ids and aliases, which `names` (slug -> paper) holds for all; hubs, citations; and which
    papers were brought in for their own sake, without a hub."""

    papers: dict[str, Paper] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    hubs: dict[str, Hub] = field(default_factory=dict)
    citations: dict[Link, Citation] = field(default_factory=dict)
    free: set[str] = field(default_factory=set)

    def copy(self) -> "Shelf":
        return Shelf(dict(self.papers), dict(self.names), dict(self.hubs), dict(self.citations), set(self.free))


def record_slugs(paper: Paper) -> list[str]:
    """Every name the paper comes with, its own id first."""
    return list(dict.fromkeys((paper.id, *map(slug, paper.ids), *paper.aliases)))


def key_of(paper: Paper) -> str:
    """The title key by which it can be found again; none while its title is not known."""
    return "" if is_placeholder(paper) else title_key(paper.title)


class Holdings:
    """`shelf` is what the store holds of the papers concerned; `links` fetches every citation to or from a paper."""

    def __init__(self, shelf: Shelf, links: Links) -> None:
        self.shelf, self.before = shelf, shelf.copy()
        self._links = links
        self._dropped: set[Link] = set()
        self._names_of: dict[str, set[str]] = {}
        self._by_title: dict[str, set[str]] = {}
        for name, owner in shelf.names.items():
            self._names_of.setdefault(owner, set()).add(name)
        for paper in shelf.papers.values():
            self._by_title.setdefault(key_of(paper), set()).add(paper.id)

    def take_hub(self, hub: Hub) -> str:
        """Places the hub's own paper too; answers under which id it is held."""
        held_as, _ = self._place(hub.paper)
        known = self.shelf.hubs.get(held_as)
        bare = replace(hub, paper=Paper(held_as, ""))
        self.shelf.hubs[held_as] = merged_hub(known, bare) if known else bare
        return held_as

    def take(self, record: Record, as_of: str | None = None) -> tuple[str, Link | None, Fate]:
        """What became of the record, on its own account: the paper's held id and the citation it told of.

        The hub that it cites is known as of that day from now on.
        """
        held_as, fate = self._place(record.paper)
        if record.citation is None:
            self.shelf.free.add(held_as)
            return held_as, None, fate
        if record.hub:
            self.take_hub(record.hub)
        hub = self._hub(record.citation.hub, as_of)
        if hub == held_as:  # a hub in its own list of citers
            return held_as, None, fate
        news = replace(record.citation, hub=hub, citing=held_as)
        changed = self._cite(news)
        return held_as, (hub, held_as), "updated" if changed and fate == "skipped" else fate

    def unchanged(self, held_as: str, link: Link | None) -> bool:
        """Whether the paper and the citation that a record came to end as they were before the batch."""
        now, then = self.shelf, self.before
        keeper = now.names[held_as]  # since then it may have been joined to another
        same_names = all(then.names.get(name) == keeper for name in self._names_of[keeper])
        same_paper = keeper in then.papers and now.papers[keeper] == then.papers[keeper]
        moved = (now.names[link[0]], now.names[link[1]]) if link else None
        return same_names and same_paper and (not moved or now.citations.get(moved) == then.citations.get(moved))

    def _hub(self, name: str, as_of: str | None) -> str:
        """The hub that a citation names, made known by its id alone where nobody has told more yet."""
        held_as = self.shelf.names.get(name)
        if held_as is None:
            held_as, _ = self._place(Paper(name, title=name, ids=_outside(name)))
        known = self.shelf.hubs.get(held_as, Hub(Paper(held_as, "")))
        self.shelf.hubs[held_as] = replace(known, as_of=as_of or known.as_of)
        return held_as

    def _place(self, paper: Paper) -> tuple[str, Fate]:
        paper = self._apart(paper)
        slugs = record_slugs(paper)
        under_own_name = paper.id in self.shelf.names
        found = {self.shelf.names[name] for name in slugs if name in self.shelf.names}
        known = sorted(found, key=self._seniority(paper)) or self._namesakes(paper)
        if not known:
            return self._add(paper, slugs), "added"
        keeper, *others = known
        for other in others:
            self._join(other, keeper)
        changed = self._improve(keeper, paper) | self._name(keeper, slugs)
        if others or (changed and not under_own_name):
            return keeper, "merged"
        return keeper, "updated" if changed else "skipped"

    def _apart(self, paper: Paper) -> Paper:
        """A paper known by its title alone, under another id where its own is that of another paper."""
        held_as = self.shelf.names.get(paper.id)
        by_title_alone = not paper.ids and paper.id == f"local:{title_id(paper.title)}"
        if held_as is None or not by_title_alone or not other_paper(self.shelf.papers[held_as], paper):
            return paper
        known = self._namesakes(paper)  # it may have been set apart before, under another id
        return replace(paper, id=known[0] if known else apart_id(paper))

    def _seniority(self, paper: Paper) -> Callable[[str], tuple[bool, bool, str]]:
        """Which of several identities keeps its id: a hub, else the one the record itself names, else the first."""
        return lambda held: (held not in self.shelf.hubs, held != paper.id, held)

    def _namesakes(self, paper: Paper) -> list[str]:
        """The one held paper that this is by its title; none where several would do, since any choice is a guess."""
        key = key_of(paper)
        rivals = self._by_title.get(key, set()) if key else set()
        ids = [from_slug(name) for name in record_slugs(paper)] if rivals else []
        found = [held for held in rivals if same_paper(self.shelf.papers[held], self._ids(held), paper, ids)]
        return found if len(found) == 1 else []

    def _ids(self, held_as: str) -> list[ExternalId]:
        return [from_slug(name) for name in self._names_of[held_as]]

    def _add(self, paper: Paper, slugs: list[str]) -> str:
        self.shelf.papers[paper.id] = replace(paper, ids=(), aliases=())
        self._by_title.setdefault(key_of(paper), set()).add(paper.id)
        self._names_of[paper.id] = set()
        self._name(paper.id, slugs)
        return paper.id

    def _improve(self, held_as: str, news: Paper) -> bool:
        held = self.shelf.papers[held_as]
        better = merged_paper(held, news)
        if better == held:
            return False
        self._by_title[key_of(held)].discard(held_as)
        self._by_title.setdefault(key_of(better), set()).add(held_as)
        self.shelf.papers[held_as] = better
        return True

    def _name(self, held_as: str, slugs: Iterable[str]) -> bool:
        new = [name for name in slugs if self.shelf.names.get(name) != held_as]
        self.shelf.names.update(dict.fromkeys(new, held_as))
        self._names_of[held_as].update(new)
        return bool(new)

    def _join(self, loser: str, keeper: str) -> None:
        """Everything said of `loser` is from now on said of `keeper`."""
        for citation in (*self._links(keeper), *self._links(loser)):
            link = (citation.hub, citation.citing)
            if link not in self.shelf.citations and link not in self._dropped:
                self.shelf.citations[link] = self.before.citations[link] = citation
        told = self.shelf.papers.pop(loser)
        self._by_title[key_of(told)].discard(loser)
        self._improve(keeper, told)
        self._name(keeper, self._names_of.pop(loser))
        self._repoint(loser, keeper)
        if loser in self.shelf.free:
            self.shelf.free.add(keeper)
            self.shelf.free.discard(loser)

    def _repoint(self, loser: str, keeper: str) -> None:
        hub = self.shelf.hubs.pop(loser, None)
        if hub:
            known = self.shelf.hubs.get(keeper)
            moved = replace(hub, paper=Paper(keeper, ""))
            self.shelf.hubs[keeper] = merged_hub(moved, known) if known else moved
        for link in [link for link in self.shelf.citations if loser in link]:
            citation = self.shelf.citations.pop(link)
            self._dropped.add(link)
            moved_link = tuple(keeper if end == loser else end for end in link)
            if moved_link[0] != moved_link[1]:
                self._cite(replace(citation, hub=moved_link[0], citing=moved_link[1]), older=True)

    def _cite(self, news: Citation, *, older: bool = False) -> bool:
        link = (news.hub, news.citing)
        held = self.shelf.citations.get(link)
        better = (merged_citation(news, held) if older else merged_citation(held, news)) if held else news
        self.shelf.citations[link] = better
        self._dropped.discard(link)
        return better != held


def _outside(name: str) -> tuple[ExternalId, ...]:
    external = from_slug(name)
    return () if external.scheme == "local" else (external,)
