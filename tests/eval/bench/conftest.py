"""What one run measured, with numbers that are easy to divide, and a service that counts what it is asked."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

import pytest

from eval.bench.arriving import Arrival
from eval.bench.asking import Load
from eval.bench.layers import HTTP, IN_TURN, LIMIT, SEARCH
from eval.bench.processes import Memory
from eval.bench.profiling import Share
from eval.bench.timing import Latency
from eval.bench.values import Bench, Layer, Served


def served(name: str, title: str, p50: float, qps: float, docs: float | None, start: Memory | None) -> Served:
    one = Load(1, 1000 / p50, Latency(40, p50, 2 * p50), 0.01)
    many = Load(16, qps, Latency(80, 16 * p50, 20 * p50), 0.05)
    return Served(name, title, 2.0, start, Memory(150.0, 250.0), one, many, many, docs)


@pytest.fixture
def bench() -> Bench:
    return Bench(
        papers=32204,
        queries=900,
        cores=2,
        layers=(
            Layer("query embedded", Latency(200, 4.0, 8.0)),
            Layer(LIMIT, Latency(200, 10.0, 20.0)),
            Layer(IN_TURN, Latency(200, 12.0, 25.0), LIMIT),
            Layer(SEARCH, Latency(200, 25.0, 30.0), LIMIT),
            Layer(HTTP, Latency(200, 30.0, 60.0), SEARCH),
        ),
        requests=(Layer("related papers", Latency(100, 15.0, 90.0), HTTP),),
        services=(
            served("ours", "citers, hybrid", 30.0, 60.0, 20.0, Memory(100.0, 200.0)),
            served("faiss", "FAISS 1.15.1, dense", 15.0, 90.0, None, None),
        ),
        version=0.25,
        embedded=40.0,
        beside=Load(16, 90.0, Latency(120, 160.0, 320.0), 0.05),
        arrival=Arrival(
            papers=500,
            found=2.5,
            embedded=None,
            idle=Load(8, 40.0, Latency(640, 200.0, 400.0), 0.02),
            meanwhile=Load(8, 30.0, Latency(900, 250.0, 500.0), 0.02),
            before=Memory(100.0, 200.0),
            after=Memory(150.0, 225.0),
        ),
        searching=(Share("index/faiss/products.py: score", 0.25), Share("index/ranking.py: rank", 0.125)),
        importing=(Share("embeddings/onnx_runtime.py: run", 0.95),),
    )


class Counting(ThreadingHTTPServer):
    """Answers every path with two hits, `/refused` with 404, and remembers what was asked over which connection."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[tuple[int, str]] = []
        self.lock = Lock()


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Counting

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.client_address[1], self.path))
        body = b'{"hits": [1, 2]}'
        self.send_response(404 if self.path == "/refused" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name for it
        """Says nothing."""


@pytest.fixture
def counting() -> Iterator[Counting]:
    with Counting() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()
