"""A whole version with a part laid upon it answers as a whole version of all that is held now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.changes import Changes, Size
from corpus.values import Citation, CitingSentence, Hub, Paper
from index.building.build import prepare_upon, publish
from index.searcher import Searcher
from index.values import Filters, SearchRequest
from index.version import IndexVersion, open_current, verify
from tests.built import build_version
from tests.index.letters import LettersEmbedder

WORDS = ("abbey", "bacon", "cable", "dance", "eagle", "fable")
HUBS = ("hub:one", "hub:two", "hub:six")
EMBEDDER = LettersEmbedder()


@dataclass(frozen=True)
class State:
    """What is held at one moment, by id and by link."""

    papers: dict[str, Paper]
    citations: dict[tuple[str, str], Citation]
    hubs: tuple[str, ...]

    def hub_list(self) -> tuple[Hub, ...]:
        return tuple(Hub(self.papers[hub], known_total=len(self.papers)) for hub in self.hubs)


def text(draw: Any, length: int) -> str:
    """Texts of one length, so that the mean length is that of every one, whatever is held."""
    return " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=length, max_size=length)))


@st.composite
def paper(draw: Any, paper_id: str) -> Paper:
    return Paper(
        paper_id,
        text(draw, 2),
        abstract=f"{text(draw, 4).capitalize()}. {text(draw, 3).capitalize()}.",
        year=draw(st.sampled_from((None, 2023, 2024))),
        venue=draw(st.sampled_from((None, "ACL", "acl", "EMNLP"))),
        aliases=draw(st.sampled_from(((), ("alias:shared",), (f"alias:{paper_id}",)))),
    )


@st.composite
def states(draw: Any) -> State:
    hubs = draw(st.lists(st.sampled_from(HUBS), unique=True).map(sorted))
    ids = sorted({*hubs, *draw(st.lists(st.sampled_from([f"local:{n}" for n in range(6)]), unique=True))})
    papers = {paper_id: draw(paper(paper_id)) for paper_id in ids}
    links = draw(st.lists(st.sampled_from([(hub, one) for hub in hubs for one in ids]), unique=True)) if hubs else []
    citations = {
        link: Citation(
            *link,
            role=draw(st.sampled_from((None, "method", "dataset"))),
            influential=draw(st.sampled_from((None, True, False))),
            contexts=draw(st.sampled_from(((), (CitingSentence(text(draw, 3)),)))),
        )
        for link in sorted(links)
    }
    return State(papers, citations, tuple(hubs))


def changes(before: State, now: State, told_again: Iterable[str] = ()) -> Changes:
    """What the store says between the two; it may tell of papers again that did not change."""
    papers = [p for key, p in now.papers.items() if before.papers.get(key) != p or key in told_again]
    citations = [c for key, c in now.citations.items() if before.citations.get(key) != c]
    return Changes(
        since=1,
        revision=2,
        size=Size(len(papers), len(citations)),
        papers=iter(papers),
        citations=iter(citations),
        removed_papers=tuple(sorted(before.papers.keys() - now.papers.keys())),
        removed_citations=tuple(sorted(before.citations.keys() - now.citations.keys())),
        hubs=now.hub_list(),
    )


def whole(root: Path, state: State, revision: int = 1) -> IndexVersion:
    build_version(
        root,
        papers=state.papers.values(),
        citations=state.citations.values(),
        hubs=state.hub_list(),
        embedder=EMBEDDER,
        revision=revision,
    )
    return opened(root)


def laid(root: Path, base: IndexVersion, told: Changes) -> IndexVersion:
    publish(root, prepare_upon(root, base.base, told, embedder=EMBEDDER), told.revision, base.base_revision)
    return opened(root)


def opened(root: Path) -> IndexVersion:
    verify(root)
    version = open_current(root, model="letters", engine="exact")
    assert version is not None
    return version


def told_of(version: IndexVersion) -> dict[str, object]:
    """All that can be read of a version, in terms that do not depend on rows."""
    snapshot = version.snapshot
    rows = snapshot.rows().tolist()
    ids = {row: snapshot.paper(row).id for row in rows}
    venue_of = {row: (snapshot.venue_names[code] if (code := snapshot.venues[row]) >= 0 else None) for row in rows}
    return {
        "papers": {ids[row]: snapshot.paper(row) for row in rows},
        "years": {ids[row]: (int(snapshot.years[row]), venue_of[row]) for row in rows},
        "abstracts": {ids[row]: bool(snapshot.has_abstract[row]) for row in rows},
        "names": {name: ids.get(snapshot.row(name)) for name in (*ids.values(), "alias:shared", "alias:local:1", "x")},
        "hubs": [snapshot.hub(hub) for hub in snapshot.hub_ids],
        "citations": {ids[row]: snapshot.citations_of(row) for row in rows},
        "members": {hub: sorted(ids[row] for row in snapshot.members(hub).rows.tolist()) for hub in snapshot.hub_ids},
        "titles": [snapshot.paper(row).title for row in sorted(rows, key=lambda row: snapshot.title_places[row])],
        "vectors": {ids[row]: version.vectors[row].tolist() for row in rows},
        "sentences": {ids[row]: version.sentences.of(row).tolist() for row in rows},
        "idf": {word: version.lexical.idf(word) for word in (*WORDS, "nothing")},
        "spelt": {word: {ids.get(row) for row in version.lexical.rows(word).tolist()} - {None} for word in WORDS},
        "parts": dict(zip(ids.values(), version.said.weighed(rows, {"abbey": 1.0, "cabl": 2.0}), strict=True)),
    }


def found(searcher: Searcher, request: SearchRequest) -> tuple[object, ...]:
    """Of equals the one in the first row comes first, which may differ: so ranks are told beside the hits."""
    result = searcher.search(request)
    ranks = [sorted(str(hit.signals.pop(name)) for hit in result.hits) for name in ("semantic_rank", "lexical_rank")]
    hits = [(hit.paper.id, hit.score, hit.probability, hit.citation, hit.match, hit.signals) for hit in result.hits]
    facets = {name: counts for name, counts in result.facets.items() if name != "topic"}
    in_topics = sum(result.facets["topic"].values())
    return result.total, result.relevant_total, facets, in_topics, ranks, sorted(hits, key=lambda hit: hit[0])


REQUESTS = (
    SearchRequest(query="abbey cable", explain=True),
    SearchRequest(query="eagle", mode="lexical"),
    SearchRequest(query="dance bacon", mode="semantic"),
    SearchRequest(query='title:fable -"cable dance"'),
    SearchRequest(sort="title"),
    SearchRequest(query="bacon", filters=Filters(venue=("acl",), year_from=2023)),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=states(), between=states(), now=states(), again=st.sets(st.sampled_from(("local:0", "local:1"))))
def test_a_part_upon_a_whole_is_the_whole(
    tmp_path_factory: pytest.TempPathFactory, before: State, between: State, now: State, again: set[str]
) -> None:
    root = tmp_path_factory.mktemp("parts")
    base = whole(root / "laid", before)
    laid(root / "laid", base, changes(before, between))
    version, anew = laid(root / "laid", base, changes(before, now, again)), whole(root / "anew", now)
    assert told_of(version) == told_of(anew)
    hubs = [(), *((hub,) for hub in now.hubs)]
    one, other = Searcher(version, EMBEDDER), Searcher(anew, EMBEDDER)
    for request in (replace(asked, hubs=own) for asked in REQUESTS for own in hubs):
        assert found(one, request) == found(other, request)


def test_nothing_changed_is_a_part_too(tmp_path: Path) -> None:
    state = State({"local:1": Paper("local:1", "Abbey dance")}, {}, ())
    base = whole(tmp_path, state)
    version = laid(tmp_path, base, changes(state, state))
    assert (version.base, version.revision, version.base_revision) == (base.index_id, 2, 1)
    assert version.index_id != base.index_id
    assert told_of(version) == told_of(base)


def test_the_part_that_a_part_replaces_stays_readable_and_so_does_its_base(tmp_path: Path) -> None:
    one, two = Paper("local:1", "Abbey"), Paper("local:2", "Bacon")
    before, now = State({"local:1": one}, {}, ()), State({"local:1": one, "local:2": two}, {}, ())
    base = whole(tmp_path, before)
    first = laid(tmp_path, base, changes(before, now))
    second = laid(tmp_path, base, changes(before, before, ["local:1"]))
    held = {path.name for path in (tmp_path / "versions").iterdir()}
    assert held == {base.index_id, first.index_id, second.index_id}
    again = whole(tmp_path, now, revision=3)
    assert {path.name for path in (tmp_path / "versions").iterdir()} == {again.index_id, second.index_id, base.index_id}


def test_papers_that_come_find_the_topic_that_is_nearest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.topics.kept.write_topics.__defaults__", (4,))
    letters = {f"local:{letter}{n}": Paper(f"local:{letter}{n}", letter * 9) for letter in "ab" for n in range(4)}
    before = State(letters, {}, ())
    base = whole(tmp_path, before)
    kept = base.topics[()]
    assert sorted(topic.size for topic in kept.topics) == [4, 4]
    more = {**letters, "local:b9": Paper("local:b9", "bbbbbbbbb"), "local:x": Paper("local:x", "")}
    del more["local:a0"]
    topics = laid(tmp_path, base, changes(before, State(dict(sorted(more.items())), {}, ()))).topics[()]
    assert [topic.size for topic in topics.topics] == [5, 3, 1]
    assert {topic.label for topic in topics.topics} == {*(topic.label for topic in kept.topics), "other"}
    np.testing.assert_array_equal(np.bincount(topics.codes), [5, 3, 1])
