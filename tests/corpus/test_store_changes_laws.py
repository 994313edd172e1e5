"""The law of changes: laid over what was held then, they give what is held now, whatever happened in between."""

from dataclasses import dataclass
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.store import Store
from corpus.values import Citation, Hub, Paper, Record
from tests.corpus import kept
from tests.corpus.small_world import HUB, PHASES, fresh_store, record

K = TypeVar("K")
V = TypeVar("V")
Step = list[Record] | int  # a batch that arrives, or which hub is removed
Link = tuple[str, str]

steps = st.lists(st.lists(record(), min_size=1, max_size=3) | st.integers(0, 3), max_size=8)


@dataclass(frozen=True)
class Content:
    revision: int
    papers: dict[str, Paper]
    citations: dict[Link, Citation]
    hubs: list[Hub]


def take(store: Store, step: Step) -> None:
    if isinstance(step, list):
        store.put(HUB if len(step) == 1 else None, step)
    elif hubs := kept.hubs(store):
        store.delete_hub(hubs[step % len(hubs)].paper.id)


def content(store: Store) -> Content:
    papers = {paper.id: paper for paper in kept.papers(store)}
    citations = {(found.hub, found.citing): found for found in kept.citations(store)}
    return Content(store.revision(), papers, citations, kept.hubs(store))


def brought_up_to_date(then: Content, store: Store) -> Content:
    with store.changes(then.revision) as changes:
        told, cited = list(changes.papers), list(changes.citations)
    assert changes.since == then.revision
    assert (changes.size.papers, changes.size.citations) == (len(told), len(cited))
    assert [paper.id for paper in told] == sorted({paper.id for paper in told} - {*changes.removed_papers})
    papers = {name: paper for name, paper in then.papers.items() if name not in changes.removed_papers}
    citations = {link: found for link, found in then.citations.items() if link not in changes.removed_citations}
    papers |= {paper.id: paper for paper in told}
    citations |= {(found.hub, found.citing): found for found in cited}
    return Content(changes.revision, papers, citations, list(changes.hubs))


@given(steps=steps)
@settings(max_examples=40, phases=PHASES)
def test_changes_laid_over_any_earlier_content_give_the_content_now(steps: list[Step]) -> None:
    with fresh_store() as store:
        earlier = [content(store)]
        for step in steps:
            take(store, step)
            earlier.append(content(store))
            tells_what_differs(store, *earlier[-2:])
        assert [brought_up_to_date(then, store) for then in earlier] == [earlier[-1]] * len(earlier)


def tells_what_differs(store: Store, then: Content, now: Content) -> None:
    """One step's changes are exactly what differs, nothing more."""
    with store.changes(then.revision) as changes:
        assert {paper.id: paper for paper in changes.papers} == different(then.papers, now.papers)
        assert {(one.hub, one.citing): one for one in changes.citations} == different(then.citations, now.citations)
        assert changes.removed_papers == tuple(sorted(then.papers.keys() - now.papers.keys()))
        assert changes.removed_citations == tuple(sorted(then.citations.keys() - now.citations.keys()))


def different(then: dict[K, V], now: dict[K, V]) -> dict[K, V]:
    return {key: value for key, value in now.items() if then.get(key) != value}


@given(steps=steps, kept=st.integers(0, 8))
@settings(max_examples=15, phases=PHASES)
def test_forgetting_changes_nothing_for_those_who_read_later(steps: list[Step], kept: int) -> None:
    with fresh_store() as store:
        earlier = [content(store)]
        for step in steps:
            take(store, step)
            earlier.append(content(store))
        store.forget_removed(kept)
        later = [then for then in earlier if then.revision >= min(kept, store.revision())]
        assert [brought_up_to_date(then, store) for then in later] == [earlier[-1]] * len(later)
