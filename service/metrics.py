"""Prometheus counters of one application; nothing is shared between two in one process."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "http_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "http_request_seconds", "Seconds until the last byte.", ("route",), registry=self._registry
        )
        self._held = Gauge("index_papers", "Papers that a search can find.", registry=self._registry)
        self._hubs = Gauge("index_hubs", "Hubs that can be asked about.", registry=self._registry)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def exposition(self, *, papers: int, hubs: int) -> bytes:
        self._held.set(papers)
        self._hubs.set(hubs)
        return generate_latest(self._registry)
