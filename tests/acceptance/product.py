"""The product as its users meet it: the real command and the real service, in processes of their own, offline."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
COMMAND = (PYTHON, "-c", "from service.cli import main; main()")
READY_SECONDS = 300.0  # on a busy machine importing torch alone can take a minute
PROBLEMS = "urn:citers:problem:"
LEAVES = "left this machine"  # what the guard in offline/ writes


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run of the command ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Service:
    """`citers serve` at work on the folder `data`, asked through `http`; `log` has what it wrote to stderr."""

    process: subprocess.Popen[bytes]
    http: httpx.Client
    data: Path
    log: Path

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(30)

    def get(self, path: str, **parameters: Any) -> Any:
        reply = self.http.get(path, params=parameters)
        assert reply.status_code == 200, reply.text
        return reply.json()

    def take_in(self, content: bytes, name: str = "papers.jsonl", **fields: str) -> dict[str, Any]:
        """The job of an upload, finished."""
        files, prefer = {"file": (name, content)}, {"Prefer": "wait=60"}
        reply = self.http.post("/v1/imports", files=files, data=fields, headers=prefer)
        assert reply.status_code == 200, reply.text
        return dict(reply.json())


def surroundings(**extra: str) -> dict[str, str]:
    """An environment without settings of ours, in which nothing beyond this machine can be reached."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CITERS_")}
    path = os.pathsep.join([str(Path(__file__).with_name("offline")), str(ROOT)])
    return {**kept, "PYTHONPATH": path, "HF_HUB_OFFLINE": "1", "COLUMNS": "100", **extra}


def run(args: Sequence[str | Path], cwd: Path, env: Mapping[str, str], under: Sequence[str] = ()) -> Ended:
    """One command, from its start to its end; `under` is what starts it in its turn."""
    command = [*under, *COMMAND, *map(str, args)]
    ended = subprocess.run(command, cwd=cwd, env=surroundings(**env), capture_output=True, timeout=300, check=False)
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def started(data: Path, args: Sequence[str], cwd: Path, env: Mapping[str, str]) -> Service:
    """A service that has announced itself and is ready."""
    command = [*COMMAND, "serve", "--data", str(data), "--port", "0", "--json", *args]
    with (cwd / "stderr").open("wb") as errors, (cwd / "stdout").open("wb") as out:
        process = subprocess.Popen(command, cwd=cwd, env=surroundings(**env), stdout=out, stderr=errors)
    http = httpx.Client(base_url=_announced(process, cwd), timeout=READY_SECONDS, trust_env=False)
    service = Service(process, http, data, cwd / "stderr")
    assert service.get("/readyz")["ready"] is True
    return service


def _announced(process: subprocess.Popen[bytes], cwd: Path) -> str:
    until = time.monotonic() + READY_SECONDS
    while not (line := (cwd / "stdout").read_text()).endswith("\n"):
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            pytest.fail(f"the service did not start (exit {process.wait()}):\n{(cwd / 'stderr').read_text()}")
        time.sleep(0.02)
    return str(json.loads(line)["url"])


def problem(reply: httpx.Response) -> tuple[int, str]:
    """The status and the slug of a problem, which must be whole."""
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert {"type", "title", "status", "detail", "request_id"} <= body.keys()
    assert (body["status"], body["request_id"]) == (reply.status_code, reply.headers["x-request-id"])
    return reply.status_code, body["type"].removeprefix(PROBLEMS)
