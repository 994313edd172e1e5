"""An index searched by codes finds what one does that reads every vector, and scores it the same."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.changes import Changes, Size
from corpus.values import Citation, Hub, Paper
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from index.building.build import prepare_upon, publish
from index.building.retune import retune
from index.candidates import READ
from index.faiss.codes import Codes, read_codes
from index.faiss.plan import CODES, SUMS, Plan, runs
from index.files.manifest import IndexDamaged, read_manifest
from index.files.pointer import point_at
from index.files.tuned import Step, tuned
from index.nearest.exact import ExactIndex
from index.nearest.sized import Sized
from index.nearest.spread import Spread, sums_of
from index.nearest.tuning import curve, recall, strayed
from index.searcher import Searcher
from index.values import Filters, SearchRequest, SearchResult
from index.version import IndexVersion, open_current, verify
from tests.built import build_version

DIM = 24
WORDS = [f"{first}{last}" for first in "bcdfglmnprst" for last in ("anger", "elder", "inter", "older", "under")]


class WordsEmbedder(Embedder):
    """Each of sixty words is a direction drawn at random; a text is the sum of its words, at unit length."""

    name, dim = "words", DIM
    directions: ClassVar = dict(zip(WORDS, np.random.default_rng(1).standard_normal((len(WORDS), DIM)), strict=True))

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([self._sum(text) for text in texts], dtype=np.float32).reshape(-1, DIM)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row

    def _sum(self, text: str) -> NDArray[np.float64]:
        said = [self.directions[word] for word in text.lower().replace(".", "").split() if word in self.directions]
        return np.sum([np.zeros(DIM), *said], axis=0)


EMBEDDER = WordsEmbedder()
SIZE = 4000


def invented(number: int, seed: int = 0) -> Paper:
    said = np.random.default_rng([seed, number]).choice(WORDS, 6)
    return Paper(f"local:{number:05}", " ".join(said), year=2000 + number % 20)


PAPERS = [invented(number) for number in range(SIZE)]
HUB = Hub(PAPERS[0])
CITED = [Citation(HUB.paper.id, paper.id) for paper in PAPERS[1:61]]
QUERIES = [" ".join(np.random.default_rng([7, number]).choice(WORDS, 3)) for number in range(20)]


def build(root: Path, plan: Plan) -> IndexVersion:
    build_version(root, papers=PAPERS, citations=CITED, hubs=[HUB], embedder=EMBEDDER, revision=1, plan=plan)
    return opened(root)


def opened(root: Path) -> IndexVersion:
    version = open_current(root, model=EMBEDDER.name)
    assert version is not None
    return version


def laid(root: Path, base: str, papers: Sequence[Paper], removed: Sequence[str]) -> IndexVersion:
    size = Size(len(papers), 0)
    changes = Changes(1, 2, size, iter(papers), iter(()), tuple(removed), (), (HUB,))
    publish(root, prepare_upon(root, base, changes, embedder=EMBEDDER), 2, 1)
    return opened(root)


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sized")


@pytest.fixture(scope="session")
def sized(root: Path) -> IndexVersion:
    return build(root / "sized", Plan(limit=1000))


@pytest.fixture(scope="session")
def whole(root: Path) -> IndexVersion:
    return build(root / "whole", Plan(limit=SIZE))


@pytest.fixture
def copy(root: Path, sized: IndexVersion, tmp_path: Path) -> Path:
    """The sized index alone, in a folder of its own."""
    folder = Path(shutil.copytree(root / "sized", tmp_path / "index"))
    point_at(folder, sized.index_id, 1, None, 1)
    return folder


@pytest.fixture(scope="session")
def vectors(whole: IndexVersion) -> Vectors:
    return whole.vectors[np.arange(SIZE)]


@pytest.fixture(scope="session")
def codes(vectors: Vectors) -> Codes:
    made = Codes.learnt(vectors, 8)
    made.add(vectors)
    return made


def ask(version: IndexVersion, query: str, **how: object) -> SearchResult:
    return Searcher(version, EMBEDDER).search(SearchRequest(query=query, **how))  # type: ignore[arg-type]


def test_with_every_row_a_candidate_it_is_brute_force(vectors: Vectors, codes: Codes) -> None:
    questions = strayed(vectors)[:20]
    want, got = ExactIndex(vectors).search(questions, 15), Sized(vectors, codes, SIZE).search(questions, 15)
    np.testing.assert_array_equal(got[0], want[0])
    np.testing.assert_array_equal(got[1], want[1])


@pytest.mark.parametrize("share", [0.5, 0.05, 0.001])
def test_a_filter_takes_nothing_from_what_is_found(vectors: Vectors, codes: Codes, share: float) -> None:
    questions, allowed = strayed(vectors), np.random.default_rng(3).random(SIZE) < share
    truth = ExactIndex(vectors).search(questions, 10, allowed)[0]
    found = Sized(vectors, codes, 256).search(questions, 10, allowed)[0]
    assert allowed[found[found >= 0]].all()
    assert recall(found, truth) >= 0.99


def test_where_a_filter_leaves_one_row_in_a_hundred_none_is_missed(vectors: Vectors, codes: Codes) -> None:
    allowed = np.arange(SIZE) % 100 == 0
    want, got = (index.search(vectors[:9], 45, allowed) for index in (ExactIndex(vectors), Sized(vectors, codes, 1)))
    np.testing.assert_array_equal(got[0], want[0])
    np.testing.assert_array_equal(got[1], want[1])


def test_the_width_is_one_step_more_than_the_first_that_reaches_the_target() -> None:
    steps = [Step(32, 0.9, 1.0), Step(64, 0.99, 1.0), Step(128, 0.995, 1.0), Step(256, 1.0, 1.0)]
    assert [tuned(steps, target).candidates for target in (0.5, 0.9, 0.99, 0.996, 1.0)] == [64, 64, 128, 256, 256]
    assert tuned(steps[:2], 0.999).candidates == 64


def test_wider_is_never_worse(vectors: Vectors, codes: Codes) -> None:
    found = [step.recall for step in curve(vectors, codes, strayed(vectors))]
    assert found == sorted(found)
    assert found[-1] > 0.99


def test_codes_are_as_fine_as_the_memory_is_enough_for() -> None:
    million = 1_000_000
    assert [runs(million, 384, most) for most in (None, 64, 63, 48, 32, 1)] == [128, 128, 96, 96, 64, 12]
    assert [runs(million, dim) for dim in (768, 512, 10, 5)] == [256, 128, 5, 5]


def test_the_manifest_holds_what_was_measured(root: Path, sized: IndexVersion, whole: IndexVersion) -> None:
    written = read_manifest(root / "sized" / "versions" / sized.index_id)
    assert written.settings == {"recall": "0.99", "codes": "8"}
    assert written.tuned is not None
    assert written.tuned == tuned(written.tuned.steps, 0.99)
    assert written.tuned.recall >= 0.99
    assert {CODES, SUMS} <= written.files.keys()
    plain = read_manifest(root / "whole" / "versions" / whole.index_id)
    assert (plain.settings, plain.tuned) == ({}, None)
    assert not {CODES, SUMS} & plain.files.keys()


def test_the_spread_of_cosines_is_that_of_all_vectors(vectors: Vectors) -> None:
    query, without, beside = vectors[5], vectors[10:13] @ vectors[5], np.array([0.5, -0.25], dtype=np.float32)
    found = Spread(sums_of(vectors), SIZE).background(query, without, beside)
    every = np.concatenate([np.delete(vectors, [10, 11, 12], axis=0) @ query, beside]).astype(np.float64)
    assert found.papers == SIZE - 1
    assert (round(found.mean, 6), round(found.deviation, 6)) == (round(every.mean(), 6), round(every.std(), 6))


@pytest.mark.parametrize("mode", ["hybrid", "semantic", "lexical"])
def test_hits_scores_and_probabilities_are_those_of_a_whole_ranking(
    sized: IndexVersion, whole: IndexVersion, mode: str
) -> None:
    for query in QUERIES:
        want, got = ask(whole, query, mode=mode), ask(sized, query, mode=mode)
        assert (got.total, got.facets) == (want.total, want.facets)
        shared = {hit.paper.id for hit in want.hits} & {hit.paper.id for hit in got.hits}
        assert len(shared) >= 9
        one, two = ([hit for hit in result.hits if hit.paper.id in shared] for result in (want, got))
        assert [hit.score for hit in one] == [hit.score for hit in two]
        chances = [[hit.probability for hit in hits] for hits in (one, two)]
        np.testing.assert_allclose(*chances, rtol=0, atol=1.5e-6)  # summed up in another order, then rounded


def test_relevant_papers_are_counted_among_those_ranked_and_a_warning_says_so(
    sized: IndexVersion, whole: IndexVersion
) -> None:
    for query in QUERIES[:5]:
        want, got = ask(whole, query), ask(sized, query)
        assert 0 < got.relevant_total <= want.relevant_total
        (said,) = got.warnings
        assert said.startswith("relevant papers are counted among the ")
        assert want.warnings == ()


def test_pages_beyond_what_was_ranked_go_on_with_all_others(sized: IndexVersion) -> None:
    request = SearchRequest(query=QUERIES[0], limit=100)
    searcher = Searcher(sized, EMBEDDER)
    walked = searcher.rows(request)
    assert sorted(walked.tolist()) == list(range(1, SIZE))  # but for the hub
    ids = [sized.snapshot.paper(row).id for row in walked.tolist()]
    for offset in (0, READ, 2 * READ, SIZE - 101):
        page = searcher.search(replace(request, offset=offset))
        assert [hit.paper.id for hit in page.hits] == ids[offset : offset + 100]


def test_filters_and_the_citers_of_a_hub_are_ranked_whole_where_they_leave_few(
    sized: IndexVersion, whole: IndexVersion
) -> None:
    filters = Filters(year_from=2003, year_to=2003)
    assert ask(sized, QUERIES[0], filters=filters) == ask(whole, QUERIES[0], filters=filters)
    assert ask(sized, QUERIES[0], hubs=(HUB.paper.id,)) == ask(whole, QUERIES[0], hubs=(HUB.paper.id,))


def test_a_part_upon_it_is_found_and_what_is_gone_is_not(root: Path, sized: IndexVersion, whole: IndexVersion) -> None:
    first = ask(sized, QUERIES[1], limit=1).hits[0].paper
    told = [replace(invented(17, seed=5), id="local:90000"), replace(first, id="local:99999")]
    now, then = (
        laid(root / name, version.index_id, told, [first.id]) for name, version in (("sized", sized), ("whole", whole))
    )
    assert now.spread is not None
    for query in QUERIES[:6]:
        want, got = ask(then, query), ask(now, query)
        assert first.id not in {hit.paper.id for hit in got.hits}
        assert len({hit.paper.id for hit in want.hits} & {hit.paper.id for hit in got.hits}) >= 9
        assert (got.hits[0].paper.id, got.hits[0].score) == (want.hits[0].paper.id, want.hits[0].score)
        assert abs(got.hits[0].probability - want.hits[0].probability) <= 2e-6
    assert ask(now, QUERIES[1]).hits[0].paper.id == "local:99999"


def test_codes_that_cannot_be_read_are_a_damaged_index(tmp_path: Path, codes: Codes) -> None:
    path = tmp_path / CODES
    codes.write(path)
    written = path.read_bytes()
    assert len(read_codes(path, (SIZE, DIM))) == SIZE
    for damaged in (b"", written[: len(written) // 2], b"x" * len(written)):
        path.write_bytes(damaged)
        with pytest.raises(IndexDamaged, match=r"expected codes of vectors in .*; run `citers index rebuild`"):
            read_codes(path, (SIZE, DIM))
    path.write_bytes(written)
    with pytest.raises(IndexDamaged, match=r"expected codes of vectors of shape \(3, 24\) in .*, found \(4000, 24\)"):
        read_codes(path, (3, DIM))


def test_versions_upon_one_whole_hold_its_codes_once(tmp_path: Path, codes: Codes) -> None:
    codes.write(tmp_path / CODES)
    first = read_codes(tmp_path / CODES, (SIZE, DIM))
    assert read_codes(tmp_path / CODES, (SIZE, DIM)) is first


@pytest.mark.parametrize("name", [CODES, SUMS])
def test_a_file_that_is_missing_is_a_damaged_index(copy: Path, sized: IndexVersion, name: str) -> None:
    (copy / "versions" / sized.index_id / name).unlink()
    with pytest.raises(IndexDamaged, match=rf"{name}, found no file; run `citers index rebuild`"):
        opened(copy)


def test_another_recall_is_another_version_over_the_same_files(copy: Path, sized: IndexVersion) -> None:
    laid(copy, sized.index_id, [replace(invented(3), id="local:90000")], [])
    found = retune(copy, 1.0)
    now = opened(copy)
    manifest = read_manifest(copy / "versions" / now.base)
    assert found == manifest.tuned == tuned(found.steps if found else (), 1.0)
    assert manifest.settings["recall"] == "1"
    assert now.base != sized.index_id
    assert now.snapshot.paper(SIZE).id == "local:90000"
    verify(copy)
    assert retune(copy, 0.99) == read_manifest(copy / "versions" / sized.index_id).tuned
    assert opened(copy).base == sized.index_id


def test_where_every_vector_is_read_there_is_nothing_to_tune(root: Path, whole: IndexVersion) -> None:
    assert retune(root / "nowhere", 0.99) is None
    assert retune(root / "whole", 0.99) is None
    assert whole.spread is None
