"""What the bench measures of papers that arrive, on a served hub of five: every one is found, then embedded."""

from pathlib import Path

import pytest

from corpus.values import Paper
from eval.bench.arriving import CLIENTS, MARK, arriving, measure_arrival
from eval.bench.asking import ours
from index.text.tokens import query_stems
from tests.acceptance.product import COMMAND

PAPERS = [Paper(f"local:{n}", f"Smoke over meadow {n}") for n in range(4)]


@pytest.mark.slow
def test_papers_are_found_and_embedded_while_clients_search(copy: Path, tmp_path: Path) -> None:
    found = measure_arrival(
        lambda port: [*COMMAND, "serve", "--data", str(copy), "--port", str(port)],
        PAPERS,
        [ours(query) for query in ("bees", "honey", "a hive")],
        0.3,
        tmp_path / "log",
    )
    assert (found.papers, found.idle.clients, found.meanwhile.clients) == (4, CLIENTS, CLIENTS)
    assert found.found is not None
    assert found.embedded is not None
    assert 0 < found.found <= found.embedded
    assert min(found.idle.latency.n, found.meanwhile.latency.n) >= CLIENTS


def test_papers_that_arrive_are_new_and_bear_a_mark_of_their_own() -> None:
    first, *others = arriving(PAPERS).decode().splitlines()
    assert first == '{"id": "arrival-0", "title": "Smoke over meadow 0 zqarrow", "abstract": null, "year": null}'
    assert len(others) == 3
    assert query_stems(MARK) == [MARK]
