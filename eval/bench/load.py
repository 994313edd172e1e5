"""Asks a service for one path after another over kept-open connections; as a script, so as to share no interpreter.

`load.py` reads a plan as JSON from stdin and writes what it measured as JSON to stdout. The standard library alone: it
should cost next to nothing beside what it measures, and says what it did cost.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from threading import Lock, Thread
from time import perf_counter, process_time

PATIENCE = 600  # seconds for one reply: with many clients the slowest service takes minutes


@dataclass(frozen=True, slots=True)
class Plan:
    """`clients` callers, each asking for the next path once it has its reply, until paths or `seconds` run out."""

    port: int
    paths: Sequence[str]
    clients: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Measured:
    """`times` are milliseconds of each reply; `first` is the body of the first one, to see what is answered."""

    times: list[float]
    seconds: float
    cpu: float
    first: str


class Refused(RuntimeError):
    """A service answered a request of the plan with something other than 200."""


class Paths:
    """Hands out each path once, to whichever client asks next; none after the deadline."""

    def __init__(self, plan: Plan) -> None:
        self._paths, self._lock = iter(plan.paths), Lock()
        self._deadline = perf_counter() + plan.seconds

    def __iter__(self) -> Iterator[str]:
        while perf_counter() < self._deadline:
            with self._lock:
                path = next(self._paths, None)
            if path is None:
                return
            yield path


class Client(Thread):
    """One kept-open connection."""

    def __init__(self, port: int, paths: Paths) -> None:
        super().__init__()
        self.times: list[float] = []
        self.first = b""
        self.failure: Exception | None = None
        self._connection, self._paths = HTTPConnection("127.0.0.1", port, timeout=PATIENCE), paths

    def run(self) -> None:
        try:
            for path in self._paths:
                self._ask(path)
        except (OSError, Refused) as error:
            self.failure = error
        finally:
            self._connection.close()

    def _ask(self, path: str) -> None:
        begun = perf_counter()
        self._connection.request("GET", path)
        reply = self._connection.getresponse()
        body = reply.read()
        self.times.append(1000 * (perf_counter() - begun))
        if reply.status != 200:
            raise Refused(f"expected 200 for {path}, found {reply.status}: {body[:200].decode(errors='replace')}")
        self.first = self.first or body


def loaded(plan: Plan) -> Measured:
    """Raises Refused, or what the connection raised, where a client could not go on."""
    paths, begun, cpu = Paths(plan), perf_counter(), process_time()
    clients = [Client(plan.port, paths) for _ in range(plan.clients)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    for client in clients:
        if client.failure:
            raise client.failure
    times = [time for client in clients for time in client.times]
    return Measured(times, perf_counter() - begun, process_time() - cpu, clients[0].first.decode())


if __name__ == "__main__":
    try:
        json.dump(asdict(loaded(Plan(**json.load(sys.stdin)))), sys.stdout)
    except (OSError, Refused) as error:
        sys.exit(str(error))
