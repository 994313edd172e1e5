"""A service as a process: started, waited for until it answers, weighed, and stopped."""

import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import perf_counter, sleep

PATIENCE = 600.0  # seconds; Haystack counts 32,000 papers' words each time that it starts
SHOWN = 2000  # characters of what a failed service said


class BenchFailed(RuntimeError):
    """What is to be measured did not start, did not answer, or answered something else than was asked for."""


@dataclass(frozen=True, slots=True)
class Running:
    """`ready` are the seconds from its start to the first reply of 200."""

    port: int
    pid: int
    ready: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident MiB: `own` is a process's alone, `mapped` are pages of files, which it shares with others that map them
    and which the system takes back when it needs memory."""

    own: float
    mapped: float

    @property
    def all(self) -> float:
        return self.own + self.mapped


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def running(title: str, command: Sequence[str], port: int, path: str, log: Path) -> Iterator[Running]:
    """Stopped on leaving, whatever happens meanwhile; what it says goes to `log`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    begun = perf_counter()
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)  # noqa: S603
    try:
        _wait(title, process, port, path, log, begun + PATIENCE)
        yield Running(port, process.pid, perf_counter() - begun)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(title: str, process: "subprocess.Popen[bytes]", port: int, path: str, log: Path, until: float) -> None:
    while not answers(port, path):
        if process.poll() is not None or perf_counter() > until:
            said = log.read_text("utf-8", errors="replace")[-SHOWN:].strip()
            raise BenchFailed(f"expected {title} to answer {path}, but it ended or took too long: {said}")
        sleep(0.02)


def answers(port: int, path: str) -> bool:
    """Whether the service answers 200."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def memory_of(pid: int) -> Memory | None:
    """What the process and those that it started hold now; None where the system does not say so under /proc."""
    held = [found for each in _family(pid) if (found := _held(each)) is not None]
    return Memory(sum(each.own for each in held), sum(each.mapped for each in held)) if held else None


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it may end while it is looked at
            for child in children.read_text("utf-8").split():
                yield from _family(int(child))


def _held(pid: int) -> Memory | None:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    kinds = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)
             if name.startswith("Rss")}  # fmt: skip
    return Memory(kinds["RssAnon"] + kinds["RssShmem"], kinds["RssFile"]) if kinds else None
