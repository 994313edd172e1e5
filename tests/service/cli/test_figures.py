"""The known data sets are measured by one command, which rewrites its page when it has measured all of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.figures import Figure, Report, Section
from eval.suite import BENCHMARKS, keep
from service.commands.session import Session
from service.figures import figures

PAGE = "".join(f"<!-- {name}: begin -->\n<!-- {name}: end -->\n" for name in ("ranking", "calibration", "cut"))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "figures.md"
    path.write_text(PAGE, "utf-8")
    return path


Run = Callable[[], Result]


@pytest.fixture
def run(tmp_path: Path, page: Path, session: Session) -> Run:
    options = ("--only", "off_topic_orca", "--work", str(tmp_path / "work"), "--page", str(page))
    held = Session(open_embedder=session.open_embedder)
    return lambda: CliRunner().invoke(figures, [str(tmp_path), *options], obj=held, catch_exceptions=False)


def test_one_set_is_measured_by_itself_and_the_page_waits_for_the_others(run: Run, page: Path) -> None:
    done = run()
    assert done.exit_code == 0
    assert "off_topic_orca: 50 queries, hybrid" in done.stderr
    assert "not measured yet: scitldr_dev, scitldr_reviewers," in done.stderr
    assert "| off_topic_orca | off topic | 50 | empty set when nothing is relevant | " in done.stdout
    assert page.read_text("utf-8") == PAGE


def test_the_page_is_rewritten_once_every_set_was_measured(run: Run, tmp_path: Path, page: Path) -> None:
    for benchmark in BENCHMARKS.values():
        for way in benchmark.ways:
            section = Section("topic", 1, (Figure("MRR@10", "mean", {"q": (0.5,)}),))
            keep(tmp_path / "work" / "reports", benchmark.name, Report(benchmark.name, 1, 1, way, (section,)))
    done = run()
    assert (done.exit_code, "not measured yet" in done.stderr) == (0, False)
    written = page.read_text("utf-8")
    assert "| scitldr_dev | topic | 1 | MRR@10 | 0.500 (0.500 to 0.500) |" in written
    assert written.count("| off_topic_orca |") == 2
