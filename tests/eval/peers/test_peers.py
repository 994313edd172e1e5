"""Every peer is installed from exact releases into an environment of its own, and has a runner."""

import ast
import re
import sys
from pathlib import Path

import pytest

from eval.peers.environments import PeerFailed, installed, rank
from eval.peers.peers import HERE, PEERS, Peer

every_peer = pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS)


@every_peer
def test_a_peer_is_pinned_to_exact_releases_its_own_first(peer: Peer) -> None:
    pins = peer.pins.read_text("utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin)] == []
    assert pins[0] == f"{peer.package}=={peer.release}"


@every_peer
def test_a_peer_has_a_runner_that_ranks(peer: Peer) -> None:
    functions = [each for each in ast.parse(peer.runner.read_text("utf-8")).body if isinstance(each, ast.FunctionDef)]
    (rank,) = [each for each in functions if each.name == "rank"]
    assert [argument.arg for argument in rank.args.args] == ["held", "depth"]


def test_there_is_no_runner_and_no_pin_without_its_peer() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == PEERS.keys()
    assert {path.stem for path in HERE.glob("runners/with_*.py")} == {f"with_{name}" for name in PEERS}


def test_torch_is_installed_for_the_peer_that_cannot_do_without() -> None:
    assert [peer.name for peer in PEERS.values() if re.search("^torch==", peer.pins.read_text("utf-8"), re.M)] == [
        "txtai"
    ]


def test_the_figures_name_the_release() -> None:
    assert PEERS["faiss"].heading == f"FAISS {PEERS['faiss'].release}, dense"


def test_an_environment_of_these_pins_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "faiss").mkdir()
    (tmp_path / "faiss" / "installed.txt").write_text(PEERS["faiss"].pins.read_text("utf-8"), "utf-8")
    assert installed(PEERS["faiss"], tmp_path) == tmp_path / "faiss" / "bin" / "python"
    assert [path.name for path in (tmp_path / "faiss").iterdir()] == ["installed.txt"]


def test_a_peer_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(PeerFailed, match=r"expected to let faiss rank nowhere, but that ended with 1:[\s\S]*nowhere"):
        rank(PEERS["faiss"], Path(sys.executable), tmp_path / "nowhere", tmp_path / "runs" / "run.json")
