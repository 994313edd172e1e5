"""One load on a service: the generator run apart from us, and what came of it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from eval.bench.load import Measured, Plan
from eval.bench.processes import BenchFailed
from eval.bench.timing import Latency, latency_of, ratio

GENERATOR = Path(__file__).with_name("load.py")
HITS = 10


@dataclass(frozen=True, slots=True)
class Load:
    """`qps` are replies a second; `generator` is the share of one core that asking took."""

    clients: int
    qps: float
    latency: Latency
    generator: float


def ask(plan: Plan) -> Measured:
    command = [sys.executable, "-E", str(GENERATOR)]
    done = subprocess.run(command, input=json.dumps(asdict(plan)), check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise BenchFailed(f"expected to ask port {plan.port} {len(plan.paths)} times, but {done.stderr.strip()}")
    return Measured(**json.loads(done.stdout))


def load_of(plan: Plan, found: Measured) -> Load:
    if not found.times:
        raise BenchFailed(f"expected a reply within {plan.seconds:g} s, found none; give it more with --seconds")
    qps = ratio(len(found.times), found.seconds)
    return Load(plan.clients, qps, latency_of(found.times), ratio(found.cpu, found.seconds))


def put(port: int, paths: Sequence[str], *, clients: int, seconds: float) -> Load:
    plan = Plan(port, paths, clients, seconds)
    return load_of(plan, ask(plan))


def put_to_all(ports: Sequence[int], paths: Sequence[str], *, clients: int, seconds: float) -> Load:
    """Several services are asked at once, each for its share of the paths by its share of the clients."""
    plans = [Plan(port, paths[at :: len(ports)], clients // len(ports), seconds) for at, port in enumerate(ports)]
    with ThreadPoolExecutor(len(plans)) as asking:
        found = list(asking.map(ask, plans))
    times = [time for each in found for time in each.times]
    took, cpu = max(each.seconds for each in found), sum(each.cpu for each in found)
    every = Plan(ports[0], paths, sum(plan.clients for plan in plans), seconds)
    return load_of(every, Measured(times, took, cpu, found[0].first))


def ours(query: str) -> str:
    return f"/v1/search?q={quote(query, safe='')}&limit={HITS}"


def theirs(query: str) -> str:
    return f"/search?query={quote(query, safe='')}&limit={HITS}"


def hits_in(body: str) -> int:
    """How many hits a reply holds: ours lists them under a name, a peer's is the list."""
    reply = json.loads(body)
    return len(reply["hits"] if isinstance(reply, dict) else reply)


def check_hits(port: int, path: str) -> None:
    """Figures are comparable only where as many hits are answered."""
    found = hits_in(ask(Plan(port, [path], 1, 60)).first)
    if found != HITS:
        raise BenchFailed(f"expected {HITS} hits from {path}, found {found}; ask something that more papers are about")
