"""`citers bench`: what it asks, what it copies, and that the limit it measures does the work that a search does."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
import pytest
from click.testing import Result

from embeddings.embedder import Embedder
from eval.bench.limit import Limit
from index.nearest.exact import ExactIndex
from index.text.tokens import query_stems
from index.version import IndexVersion, open_current
from service.commands.bench import asked, copied, emptied, measured
from service.commands.session import Session

Cli = Callable[..., Result]
QUERY = "wax lights"


@pytest.fixture
def embedder(session: Session) -> Embedder:
    return session.open_embedder(session.settings())


@pytest.fixture
def version(imported: Path, embedder: Embedder) -> IndexVersion:
    return open_current(imported / "index", model=embedder.name)


@pytest.fixture
def limit(imported: Path, embedder: Embedder) -> Limit:
    opened = Limit(imported / "index", embedder)
    opened.prepare([QUERY, "nowhere"])
    return opened


def test_the_scan_looks_at_every_vector(limit: Limit, version: IndexVersion, embedder: Embedder) -> None:
    _, expected = ExactIndex(version.vectors).search(embedder.embed_query(QUERY)[None, :], version.snapshot.n)
    np.testing.assert_allclose(limit.scan(QUERY), expected, atol=1e-6)


def test_bm25s_scores_the_words_as_our_lexical_leg_does(limit: Limit, version: IndexVersion) -> None:
    expected = np.sort(version.lexical.weigh(query_stems(QUERY)))[::-1]
    _, scores = limit.words(QUERY)
    np.testing.assert_allclose(scores[0], expected, atol=1e-6)
    assert limit.words("nowhere") == ()


def test_the_three_in_turn_begin_with_the_query_as_it_is_embedded_now(limit: Limit) -> None:
    limit.prepare([QUERY])
    scores, words = limit.whole(QUERY)  # type: ignore[misc]
    np.testing.assert_array_equal(scores, limit.scan(QUERY))
    np.testing.assert_array_equal(words[1], limit.words(QUERY)[1])  # type: ignore[index]


def test_an_unknown_peer_is_answered_with_those_there_are(cli: Cli) -> None:
    result = cli("bench", "--peers", "faiss, lucene")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        "there is no peer 'lucene'; name some of txtai, haystack, llama_index, qdrant, chroma, faiss" in result.stderr
    )


def test_an_empty_data_folder_is_refused(fresh: Cli) -> None:
    result = fresh("bench")
    assert result.exit_code == 3
    assert "import a file first" in result.stderr


def test_what_is_served_is_a_copy(imported: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(imported, tmp_path / "data"))
    served = copied(data, data / "bench" / "served")
    assert {path.name for path in served.iterdir()} == {path.name for path in data.iterdir()} - {
        "bench", "writer.lock", "writer.pid"
    }  # fmt: skip
    assert list(emptied(data, tmp_path / "taken_in").iterdir()) == []


def test_titles_are_asked_unless_a_file_is_given(imported: Path, tmp_path: Path, session: Session) -> None:
    from contextlib import ExitStack

    queries = tmp_path / "queries.txt"
    queries.write_text("wax\n\n lights \nwax\n", "utf-8")
    with ExitStack() as parts:
        ours = measured(replace(session), session.settings(), tmp_path / "work", parts)
        assert "Candle Distillation" in asked(None, ours.version)
        assert sorted(asked(queries, ours.version)) == ["lights", "wax"]
        queries.write_text("\n", "utf-8")
        with pytest.raises(click.UsageError, match="there is nothing to ask"):
            asked(queries, ours.version)


def test_growth_is_measured_on_the_vectors_held(cli: Cli, tmp_path: Path) -> None:
    result = cli("bench", "--grow", "1000", "--work", str(tmp_path), "--json")
    growth = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "1,000 vectors\n1,000 of 1,000\n")
    assert [(size["vectors"], size["candidates"], size["recall"]) for size in growth["sizes"]] == [(1000, 0, 1.0)]
    assert "| 1,000 | all |" in cli("bench", "--grow", "1000", "--work", str(tmp_path)).stdout


def test_an_index_that_is_read_whole_has_nothing_to_tune(fresh: Cli, papers_file: Path) -> None:
    fresh("import", papers_file)
    assert fresh("index", "tune").stdout == "every vector is read for a query, so there is nothing to tune\n"
    assert json.loads(fresh("index", "tune", "--json").stdout) == {
        "target": 0.99, "candidates": None, "recall": None, "steps": []
    }  # fmt: skip
