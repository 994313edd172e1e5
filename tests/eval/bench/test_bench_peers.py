"""The peers' services: exact releases, a runner each, and the papers and queries that all are given."""

import ast
import re
import sys
from pathlib import Path

import pytest

from eval.bench.corpus import mixed, topics
from eval.bench.peers import HERE, PEERS, Environment, Place, prepared, said, serving
from eval.bench.processes import BenchFailed, free_port, memory_of, running
from eval.peers.peers import PEERS as RANKED

PLACE = Place(Path("python"), Path("model"), Path("handed"), Path("sample"), Path("states"))


def test_every_release_is_exact_and_the_peers_are_among_them() -> None:
    pins = Environment().pins.read_text("utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin)] == []
    assert {peer.package for peer in PEERS.values()} <= {pin.partition("==")[0] for pin in pins}


def test_the_peers_are_those_whose_ranking_is_measured_in_the_same_releases() -> None:
    assert {name: peer.heading for name, peer in PEERS.items()} == {name: peer.heading for name, peer in RANKED.items()}


@pytest.mark.parametrize("name", PEERS)
def test_a_runner_has_what_is_asked_of_it(name: str) -> None:
    body = ast.parse((HERE / "runners" / f"with_{name}.py").read_text("utf-8")).body
    functions = {each.name for each in body if isinstance(each, ast.FunctionDef)}
    wanted = {"indexer"} | ({"prepare"} if PEERS[name].keeps else set()) | ({"opened"} if name != "txtai" else set())
    assert wanted <= functions


def test_txtai_is_served_by_its_own_api_and_the_others_by_a_route() -> None:
    assert serving(PEERS["txtai"], PLACE, 7)[-8:] == [
        "-m", "uvicorn", "txtai.api:app", "--port", "7", "--no-access-log", "--log-level", "warning"
    ][-8:]  # fmt: skip
    assert serving(PEERS["faiss"], PLACE, 7)[-5:] == ["faiss", "7", "handed", "states/faiss", "model"]


def test_an_index_that_a_peer_made_is_left_as_it_is(tmp_path: Path) -> None:
    place = Place(Path("nothing"), Path("model"), tmp_path, tmp_path, tmp_path)
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "made.txt").write_text(PEERS["chroma"].heading, "utf-8")
    prepared(PEERS["chroma"], place)
    assert [path.name for path in (tmp_path / "chroma").iterdir()] == ["made.txt"]


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(BenchFailed, match="expected to try, but that ended with 1: no luck"):
        said("try", [sys.executable, "-c", "import sys; sys.exit('no luck')"])


def test_a_service_that_ends_says_why(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no port')"]
    with (
        pytest.raises(BenchFailed, match="expected it to answer /x, but it ended or took too long: no port"),
        running("it", command, free_port(), "/x", tmp_path / "log"),
    ):
        pass


def test_memory_of_no_process_is_not_known() -> None:
    assert memory_of(2**30) is None


def test_topics_are_what_titles_end_with() -> None:
    titles = [
        "Models for Dependency Parsing",
        "Of Parsing",
        "Corpora of Spoken Dutch",
        "New Models for Dependency Parsing",
    ]
    assert topics(titles) == ["Dependency Parsing", "Spoken Dutch"]


def test_queries_are_asked_in_turn_and_each_once() -> None:
    assert mixed(["a", "b", "c"], ["x", "a"]) == ["a", "x", "b", "c"]
