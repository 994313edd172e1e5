"""A rebuild keeps the index that is there only where it is what the settings ask for now."""

from pathlib import Path

import pytest

from corpus.values import Paper
from index.plan import Plan
from service.standing import verified
from tests.built import build_version
from tests.service.conftest import LettersEmbedder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An index of a hundred papers that is searched by codes."""
    papers = [Paper(f"local:{n:03}", f"{chr(97 + n % 26) * (1 + n % 7)} lamp {n}") for n in range(100)]
    plan = Plan(limit=50)
    build_version(tmp_path, papers=papers, citations=(), hubs=(), embedder=LettersEmbedder(), revision=1, plan=plan)
    return tmp_path


@pytest.mark.parametrize(
    ("plan", "kept"),
    [
        (Plan(limit=50), True),
        (Plan(limit=50, recall=0.9), False),
        (Plan(limit=1000), False),
    ],
)
def test_an_index_is_kept_where_it_is_searched_as_the_settings_say(root: Path, plan: Plan, kept: bool) -> None:
    assert (verified(root, "letters", "auto", plan) is not None) == kept
