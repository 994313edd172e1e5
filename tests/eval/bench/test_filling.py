"""A filled folder holds real papers and others made of their sentences; what was measured is read back as it was."""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from corpus.sentences import sentence_spans
from corpus.store import open_store
from corpus.values import Paper
from embeddings.embedder import Embedder, Halves, Spans, Vectors, unit
from embeddings.spans import each_alone
from eval.bench.arriving import Arrival
from eval.bench.asking import Load
from eval.bench.filled import Filled, Kind, as_json, filled_tables, read_filled
from eval.bench.filling import filters, kinds, misspelt
from eval.bench.made_papers import Stock, fill, name
from eval.bench.processes import Memory
from eval.bench.recalled import Recalled
from eval.bench.timing import Latency
from eval.tables import placed
from index.text.passages import paper_parts
from index.version import IndexVersion, open_current
from tests.built import build_version

PAGE = Path(__file__).resolve().parents[3] / "docs" / "bench.md"
SIZE = 40


class Drawn(Embedder):
    """A direction for each text."""

    name, dim = "drawn", 16

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = [np.random.default_rng(crc32(text.encode())).standard_normal(self.dim) for text in texts]
        return unit(np.array(rows, dtype=np.float32).reshape(-1, self.dim))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return np.asarray(self.embed_passages([text])[0])


def held(number: int) -> Paper:
    abstract = f"Gadget {number} is measured here. It weighs {number} grams. Nobody had weighed gadget {number} before."
    return Paper(f"local:{number:03}", f"The weight of gadget {number}", abstract, year=2000 + number % 20, venue="ACL")


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> IndexVersion:
    root, papers = tmp_path_factory.mktemp("held"), [*map(held, range(SIZE)), Paper("local:none", "Without a text")]
    build_version(root, papers=papers, citations=[], hubs=[], embedder=Drawn(), revision=1)
    found = open_current(root, model=Drawn.name)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def filled(version: IndexVersion, tmp_path_factory: pytest.TempPathFactory) -> IndexVersion:
    """120 papers, as the command makes and indexes them."""
    folder = tmp_path_factory.mktemp("filled")
    store = open_store(folder / "store.sqlite")
    fill(store, Stock(version), 120, lambda _done: None, sizes=(10, 30))
    with store.changes(0) as changes:
        told = {"papers": changes.papers, "citations": changes.citations, "hubs": changes.hubs}
        build_version(folder, **told, embedder=Recalled(version, Drawn.name), revision=1)  # type: ignore[arg-type]
    store.close()
    found = open_current(folder, model=Drawn.name)
    assert found is not None
    return found


def test_papers_beyond_those_held_are_made_of_two_of_them(version: IndexVersion) -> None:
    stock = Stock(version)
    assert [stock.paper(number) for number in range(SIZE)] == list(map(held, range(SIZE)))
    made = stock.paper(SIZE)
    assert made == Stock(version).paper(SIZE)
    said = {sentence for own in stock.sentences for sentence in own}
    assert [(made.abstract or "")[start:end] in said for start, end in sentence_spans(made.abstract or "")] == [
        True
    ] * 3
    assert made.title.startswith(f"{name(SIZE).title()}: The weight of")


def test_no_two_papers_are_told_of_by_one_name() -> None:
    assert len({name(number) for number in range(20_000)}) == 20_000
    assert name(7_224_999) != name(0)


def test_every_hub_has_as_many_citers_as_it_says(filled: IndexVersion) -> None:
    snapshot = filled.snapshot
    sizes = [len(snapshot.members(hub).rows) for hub in snapshot.hub_ids]
    assert (snapshot.held, sizes) == (122, [10, 30])
    assert all((snapshot.members(hub).contexts > 0).all() for hub in snapshot.hub_ids)


def test_a_sentence_has_the_vector_that_it_has_in_the_paper_it_is_from(version: IndexVersion) -> None:
    stock, recalled = Stock(version), Recalled(version, Drawn.name)
    parts = [paper_parts(stock.paper(number)) for number in (3, SIZE)]
    wholes, halves = recalled.embed_spans([part.text for part in parts], [part.spans for part in parts])
    np.testing.assert_array_equal(wholes[0], version.vectors[3])
    np.testing.assert_allclose(np.linalg.norm(wholes, axis=1), 1, atol=1e-6)
    sentences = Drawn().embed_passages(parts[1].sentences[1:])
    np.testing.assert_allclose(halves[len(parts[0].spans) + 1 :], sentences, atol=0.01)
    np.testing.assert_array_equal(recalled.embed_query("never met"), recalled.embed_query("never met"))


def test_filters_keep_about_what_they_are_to_keep(filled: IndexVersion) -> None:
    kept = [count / filled.snapshot.held for count, _ in filters(filled.snapshot)]
    assert (round(kept[0], 1), kept[1] < 0.1, kept[2] < 0.05) == (0.5, True, True)


def test_every_kind_of_request_is_about_all_papers_or_a_hub(filled: IndexVersion) -> None:
    asked = list(kinds(filled, ["weight of gadgets", "grams"]))
    assert asked[0][:2] == ("search", 122)
    assert [among for kind, among, _ in asked if kind == "search in a hub"] == [10, 30]
    assert all(requests for _, _, requests in asked)


def test_two_letters_of_the_longest_word_change_over() -> None:
    assert misspelt("neural translation of text") == "neural tranlsation of text"
    assert misspelt("of") == "of"


@pytest.fixture
def measured() -> Filled:
    load, held_ = Load(8, 30.0, Latency(640, 200.0, 400.0), 0.02), Memory(100.0, 200.0)
    arrival = Arrival(500, 2.5, None, load, Load(8, 20.0, Latency(900, 250.0, 500.0), 0.02), held_, None)
    found = (Kind("search", 200_003, Latency(60, 20.0, 40.0)), Kind("hub page, once", 30, Latency(1, 5.0, 5.0)))
    return Filled(
        200_003, 32_204, 2, 355_000_000, 1_500_000_000, 467.0, 3_000_000_000, 1.65, held_, None, found, arrival
    )


def test_what_was_measured_is_read_back_and_placed_on_the_page(measured: Filled, tmp_path: Path) -> None:
    path = tmp_path / "filled.json"
    path.write_text(as_json(measured))
    assert read_filled(path) == measured
    tables = filled_tables([measured])
    assert "| 200,003 | 32,204 | 355 | 1,500 | 467 | 2.00 | 1.6 | 300 | 100 |  |  |" in tables["filled sizes"]
    assert "| 200,003 | hub page, once | 30 | 1 | 5.0 | 5.0 | 0.25 |" in tables["filled requests"]
    assert "| 200,003 | a search, p99 | 400.0 ms | 500.0 ms | 1.25 |" in tables["filled arrival"]
    assert placed(PAGE.read_text("utf-8"), tables)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"format": "citers-growth/1"}')
    with pytest.raises(ValueError, match="citers bench --fill"):
        read_filled(path)
