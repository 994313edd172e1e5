"""The command as a process of its own: pipes that close, signals, ports, and once with the real model."""

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from service.commands.serve import examples, listening_socket

ROOT = Path(__file__).resolve().parents[3]
HUB = "arxiv:2001.00001"
REAL = "from service.cli import main; main()"
FAKE = f"""
import importlib.util
spec = importlib.util.spec_from_file_location("fakes", {str(Path(__file__).with_name("conftest.py"))!r})
fakes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fakes)
from service.cli import main
main(fakes.Session(open_embedder=fakes.open_words))
"""


def started(data: Path, *args: str | Path, program: str = FAKE, **how: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, "--data", str(data), *map(str, args)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    return subprocess.Popen(command, **{**pipes, **how})


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


@contextmanager
def serving(data: Path, *args: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A running service and its address."""
    process = started(data, "serve", "--port", "0", "--json", *args)
    try:
        assert process.stdout is not None
        yield process, json.loads(process.stdout.readline())["url"]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("command", [("search",), ("export", "--format", "csv")])
def test_a_reader_that_goes_away_is_no_error(imported: Path, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = started(imported, *command, HUB, stdout=writing)
    os.close(writing)
    assert ended(process) == (141, None, "")


def test_the_service_announces_itself_answers_and_leaves_gracefully(folder: Path) -> None:
    with serving(folder) as (process, address):
        with urllib.request.urlopen(f"{address}/v1/hubs", timeout=60) as response:
            assert json.load(response)["items"][0]["id"] == HUB
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert not (folder / "writer.pid").exists()


def test_ctrl_c_is_a_clean_way_to_stop_the_service(folder: Path) -> None:
    with serving(folder) as (process, _):
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert "Traceback" not in err


def test_ready_means_an_address_and_three_commands(folder: Path) -> None:
    process = started(folder, "serve", "--port", "0")
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(5)]
    process.send_signal(signal.SIGTERM)
    ended(process)
    assert lines[0].startswith("citers is ready at http://127.0.0.1:")
    assert [line.split()[0] for line in lines[1:]] == ["try:", "curl", "curl", "curl"]


def test_a_reply_is_sent_without_waiting_for_an_acknowledgement() -> None:
    with listening_socket("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # what asyncio looks at before it sets TCP_NODELAY


def test_a_port_in_use_is_told_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = ended(started(tmp_path / "data", "serve", "--port", str(port)))
    assert (code, out) == (6, "")
    assert err == (
        f"citers: cannot listen on 127.0.0.1 port {port}: address already in use\n"
        "choose another with --port (0 takes a free one), or stop what is using it\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
def test_with_the_real_model_the_demo_hub_is_searched_and_asked(tmp_path: Path) -> None:
    code, _, err = ended(started(tmp_path, "demo", program=REAL))
    assert (code, err.splitlines()[-1]) == (0, "checksums ...")
    code, out, err = ended(started(tmp_path, "search", "2306.02707", "distillation", "--json", program=REAL))
    assert (code, err) == (0, "")
    titles = [hit["paper"]["title"] for hit in json.loads(out)["hits"][:3]]
    assert all("Distillation" in title for title in titles)
    code, out, err = ended(
        started(tmp_path, "ask", "2306.02707", "When does synthetic data help a model?", program=REAL)
    )
    assert (code, err) == (0, "")
    assert "An Information-Theoretic Criterion for Efficient Data Synthesis" in out


def test_the_commands_to_try_fit_a_hub_of_which_nothing_is_known() -> None:
    at = "http://127.0.0.1:8000"
    asked = json.dumps({"question": "What do the citing papers say?", "hub": "doi:10.1/x"})
    assert examples(at, "doi:10.1/x") == [
        "try:",
        f"  curl '{at}/v1/hubs/doi:10.1/x'",
        f"  curl '{at}/v1/hubs/doi:10.1/x/citers?limit=3'",
        f"  curl '{at}/v1/ask' -H 'Content-Type: application/json' -d '{asked}'",
    ]
    assert examples(at, "arxiv:2306.02707")[2].endswith("/citers?q=distillation'")


def test_where_stdout_is_closed_nobody_reads(tmp_path: Path) -> None:
    command = shlex.join([sys.executable, "-c", REAL, "--data", str(tmp_path), "hubs", "--help"])
    done = subprocess.run(["sh", "-c", f"{command} >&-"], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
