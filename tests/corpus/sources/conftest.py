"""What asks a catalogue of this machine without sleeping."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import httpx2
import pytest

from corpus.sources.fetch import Catalogue, Fetcher, go_on


@dataclass(slots=True)
class Asking:
    """A fetcher, and how long it has slept in all before each look at the time."""

    fetcher: Fetcher
    slept: list[float] = field(default_factory=list)


Asker = Callable[..., Asking]


@pytest.fixture
def asker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asker]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ExitStack() as open_clients:

        def made(catalogue: Catalogue, heed: Callable[[], None] = go_on) -> Asking:
            client = open_clients.enter_context(httpx2.Client(headers=dict(catalogue.headers), timeout=5))
            slept: list[float] = []
            return Asking(Fetcher(catalogue, client, heed, slept.append), slept)

        yield made
