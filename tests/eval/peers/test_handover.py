"""What is handed to a peer arrives as it was, and what a peer hands back is checked before it is measured."""

import json
from pathlib import Path

import numpy as np
import pytest

from eval.peers.runners.handover import (
    BadHandover,
    BadRun,
    Handover,
    Texts,
    read_handover,
    read_run,
    write_handover,
    write_run,
)

PAPERS = Texts(("local:a", "local:b"), ("Rivers\u2028carve valleys", "Lakes"), np.eye(2, 3, dtype=np.float32))
QUERIES = Texts(("q1", "q2"), ("water", "für"), np.full((2, 3), 0.5, dtype=np.float32))
HELD = Handover(PAPERS, QUERIES)


def test_texts_and_vectors_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_handover(tmp_path / "rivers", HELD)
    read = read_handover(tmp_path / "rivers")
    for got, want in ((read.papers, PAPERS), (read.queries, QUERIES)):
        assert (got.ids, got.texts) == (want.ids, want.texts)
        np.testing.assert_array_equal(got.vectors, want.vectors)


def test_a_vector_too_few_is_refused(tmp_path: Path) -> None:
    write_handover(tmp_path, HELD)
    np.save(tmp_path / "vectors.npy", PAPERS.vectors[:1])
    with pytest.raises(BadHandover, match="a vector for each of its papers but has 2 of them and 1 vectors"):
        read_handover(tmp_path)


def test_rows_come_back_as_the_papers_ids(tmp_path: Path) -> None:
    write_run(tmp_path / "run.json", HELD, iter([[1, 0], []]))
    assert read_run(tmp_path / "run.json", HELD) == {"q1": ("local:b", "local:a"), "q2": ()}


def test_a_peer_that_skips_a_query_writes_no_run(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"):
        write_run(tmp_path / "run.json", HELD, [[0]])
    assert not (tmp_path / "run.json").exists()


@pytest.mark.parametrize(
    ("run", "complaint"),
    [
        ({"q1": []}, "run.json should rank papers for every query but has nothing for 'q2'"),
        ({"q1": [], "q2": ["local:c"]}, "run.json should name papers it was handed but has 'local:c' for 'q2'"),
        (
            {"q1": ["local:a", "local:a"], "q2": []},
            "run.json should name a paper once a query but repeats one for 'q1'",
        ),
    ],
)
def test_what_would_make_a_figure_meaningless_is_refused(
    tmp_path: Path, run: dict[str, list[str]], complaint: str
) -> None:
    (tmp_path / "run.json").write_text(json.dumps(run), "utf-8")
    with pytest.raises(BadRun, match=complaint):
        read_run(tmp_path / "run.json", HELD)
