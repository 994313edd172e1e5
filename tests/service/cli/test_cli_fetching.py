"""Papers fetched from the command line: what is said of it, and of what cannot be had."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import repeat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import citers
from service.commands.session import Session
from service.spool import forget_strays
from tests.catalogue import BROKEN, Catalogue, Reply, Script, citer, openalex, semantic_scholar, serving, unknown, work

HUB = "arxiv:2001.00001"
FIVE = [citer(n) for n in range(1, 6)]
Asked = Callable[..., Catalogue]


@pytest.fixture
def empty(tmp_path: Path, session: Session) -> Session:
    return Session(data=tmp_path / "empty", open_embedder=session.open_embedder)


@pytest.fixture
def s2(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """Has Semantic Scholar, or another catalogue, tell what a script says from now on."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ExitStack() as open_catalogues:

        def told(script: Script, variable: str = "CITERS_S2_URL") -> Catalogue:
            catalogue = open_catalogues.enter_context(serving(script))
            monkeypatch.setenv(variable, catalogue.url)
            return catalogue

        yield told


def ran(session: Session, *args: str) -> Result:
    result = CliRunner().invoke(citers, args, obj=session, catch_exceptions=False)
    session.json = False
    return result


def test_an_id_in_place_of_a_file_fetches_the_papers_that_cite_it(empty: Session, s2: Asked) -> None:
    s2(semantic_scholar(FIVE))
    result = ran(empty, "import", "https://arxiv.org/abs/2001.00001v2")
    assert (result.exit_code, result.stdout.splitlines()) == (0, [
        f"into {HUB}: 5 added, 0 updated, 0 merged, 0 already held",
        "5 of 5 known fetched from Semantic Scholar",
    ])  # fmt: skip
    assert result.stderr.splitlines()[:2] == ["fetching ...", "reading ..."]
    assert ran(empty, "summary", HUB).stdout.splitlines()[0].startswith("Lanterns")
    assert list((empty.settings().data / "spool").glob("*")) == []


def test_a_refresh_says_what_is_new(empty: Session, s2: Asked) -> None:
    s2(semantic_scholar(FIVE[:3]))
    ran(empty, "import", HUB)
    s2(semantic_scholar([citer(7), citer(6), *FIVE[:3]]))
    assert ran(empty, "refresh", HUB).stdout.splitlines()[0] == (
        f"into {HUB}: 2 added, 0 updated, 0 merged, 3 already held"
    )
    told = ran(empty, "refresh", "2001.00001").stdout.splitlines()
    assert told == [
        f"into {HUB}: 0 added, 0 updated, 0 merged, 5 already held",
        "5 of 5 known fetched from Semantic Scholar",
        "nothing has changed since the same was told before, so it was not read again",
    ]


def test_a_refresh_asks_where_the_hub_is_from(empty: Session, s2: Asked) -> None:
    works, papers = s2(openalex([work(1)]), "CITERS_OPENALEX_URL"), s2(semantic_scholar(FIVE))
    ran(empty, "import", HUB, "--source", "openalex")
    report = json.loads(ran(empty, "refresh", HUB, "--json").stdout)
    assert (report["fetched"]["source"], report["skipped"], papers.asked) == ("openalex", 1, [])
    given = json.loads(ran(empty, "refresh", HUB, "--source", "semantic_scholar", "--json").stdout)
    assert (given["fetched"]["source"], given["added"], given["updated"]) == ("semantic_scholar", 4, 1)
    assert json.loads(ran(empty, "refresh", HUB, "--json").stdout)["fetched"]["source"] == "semantic_scholar"
    assert len(works.asked) == 7


def test_a_hub_that_is_not_held_cannot_be_refreshed(empty: Session, s2: Asked) -> None:
    asked = s2(semantic_scholar(FIVE)).asked
    result = ran(empty, "refresh", HUB)
    assert (result.exit_code, result.stdout, asked) == (3, "", [])
    assert "expected the id of a hub that is held" in result.stderr


def test_what_could_be_fetched_is_kept_and_the_command_fails(empty: Session, s2: Asked) -> None:
    s2(semantic_scholar(FIVE)).instead["2"] = repeat(BROKEN)
    result = ran(empty, "import", HUB)
    counts, told = result.stdout.splitlines()
    assert (result.exit_code, counts) == (6, f"into {HUB}: 2 added, 0 updated, 0 merged, 0 already held")
    assert told.startswith("2 of 5 known fetched from Semantic Scholar, and not all: expected a reply of")
    assert result.stderr.endswith(
        "citers: not all could be fetched; what was is kept, and citers refresh fetches the rest\n"
    )


def test_papers_without_summaries_are_no_failure(empty: Session, s2: Asked) -> None:
    s2(semantic_scholar(FIVE)).instead["batch"] = repeat(Reply({"message": "Forbidden"}, 403))
    result = ran(empty, "import", HUB)
    assert (result.exit_code, result.stdout.splitlines()[1]) == (0, "5 of 5 known fetched from Semantic Scholar")
    (said,) = result.stdout.splitlines()[2:]
    assert said.startswith("summaries (TLDR) are lacking, since not all could be fetched: expected a reply of")


def test_a_paper_that_the_catalogue_does_not_know_leaves_no_folder_behind(empty: Session, s2: Asked) -> None:
    s2(unknown)
    result = ran(empty, "import", HUB)
    assert (result.exit_code, result.stdout, empty.settings().data.exists()) == (3, "", False)
    assert result.stderr.startswith(f"citers: expected a paper that Semantic Scholar knows, found {HUB}; check the id")


def test_without_network_it_is_told_what_to_do(empty: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr("corpus.sources.fetch.GROWING", lambda _: 0)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("CITERS_S2_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")
        result = ran(empty, "import", HUB)
    assert (result.exit_code, result.stdout) == (6, "")
    assert "(2 tries); check the network and, where there is one, the proxy (HTTPS_PROXY)" in result.stderr


def test_what_was_fetched_is_kept_where_the_import_of_it_fails(
    empty: Session, s2: Asked, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    s2(semantic_scholar(FIVE))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr("service.engine.Engine._take_in", fail)
        assert ran(empty, "import", HUB).exit_code == 6
    (kept,) = (empty.settings().data / "spool").glob("*")
    assert caplog.messages == [f"what was fetched is kept: citers import {kept}"]
    with empty.writing() as engine:
        forget_strays(kept.parent, engine.store)
    told = ran(empty, "import", str(kept)).stdout.splitlines()[0]
    assert told == "5 added, 0 updated, 0 merged, 0 already held"
    assert json.loads(ran(empty, "summary", HUB, "--json").stdout)["coverage"]["held"] == 5


USAGE = [
    (("import", HUB, "--hub", HUB), "--hub is for a file, and papers are fetched here; leave it out"),
    (("import", HUB, "--hub-title", "Lanterns"), "--hub-title is for a file"),
    (("import", HUB, "--format", "csv"), "--format is for a file"),
    (("import", "nothing-like-it"), "there is no file nothing-like-it; check the name"),
    (("import", "arxiv:nonsense"), "there is no file arxiv:nonsense, and as the id of a paper: expected an id of the"),
]


@pytest.mark.parametrize(("args", "message"), USAGE, ids=[" ".join(args) for args, _ in USAGE])
def test_a_mistaken_command_line_asks_nobody(empty: Session, s2: Asked, args: tuple[str, ...], message: str) -> None:
    asked = s2(semantic_scholar(FIVE)).asked
    result = ran(empty, *args)
    assert (result.exit_code, result.stdout, asked) == (2, "", [])
    assert message in result.stderr


def test_a_file_that_is_called_like_an_id_is_read(
    empty: Session, s2: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, papers_file: Path
) -> None:
    asked = s2(semantic_scholar(FIVE)).asked
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2001.00001").write_bytes(papers_file.read_bytes())
    assert ran(empty, "import", "2001.00001").stdout.startswith("4 added")
    refused = ran(empty, "import", "2001.00001", "--source", "openalex")
    assert (refused.exit_code, asked) == (2, [])
    assert "--source says where to fetch from, and 2001.00001 is a file" in refused.stderr
