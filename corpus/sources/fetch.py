"""The one place where papers are asked for over HTTP: patiently, within bounds, and to be stopped at any time."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, stop_before_delay
from tenacity.stop import stop_base
from tenacity.wait import wait_exponential

from corpus.sources.source import SourceUnavailable
from corpus.text import clean

CONNECTING, READING = 5.0, 30.0  # seconds that a connection, and each piece of a reply, may take
TRIES, TRIES_UNREACHED = 6, 2  # the latter where there is no connection at all, as on a machine without network
LONGEST = 120.0  # seconds that one request may take, tries and pauses included
MOST_BYTES = 64_000_000  # of one reply
NAP = 0.2  # seconds between two looks at whether to go on, during a pause
PASSING = frozenset((408, 429, 500, 502, 503, 504))  # statuses that another try may not meet
UNREACHED = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)
GROWING = wait_exponential(multiplier=1, max=30)
CHECK_NETWORK = (
    "check the network and, where there is one, the proxy (HTTPS_PROXY), try again later, or import a file: "
    "citers import FILE"
)
TRY_LATER = "try again later, or import a file: citers import FILE"


class Passing(Exception):
    """What another try may not meet. `wanted` are the seconds that the catalogue asks to be left alone for."""

    def __init__(self, found: str, *, wanted: float | None = None, todo: str = TRY_LATER) -> None:
        super().__init__(found)
        self.found, self.wanted, self.todo = found, wanted, todo


class UnlessReached(stop_base):
    """Ends the tries early where there is no connection: a machine without network is told so within seconds."""

    def __call__(self, retry_state: RetryCallState) -> bool:
        error = retry_state.outcome.exception() if retry_state.outcome else None
        return retry_state.attempt_number >= TRIES_UNREACHED and isinstance(error and error.__cause__, UNREACHED)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Whom to ask, and what goes with each request. `slow_down` is what to do when it is asked too often, `refused`
    when it refuses."""

    title: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    params: Mapping[str, str] = field(default_factory=dict)
    slow_down: str = TRY_LATER
    refused: str = TRY_LATER


def go_on() -> None:
    """For those who never stop."""


class Fetcher:
    """Asks one catalogue. `heed` is called often, and stops the work by raising."""

    def __init__(
        self,
        catalogue: Catalogue,
        client: httpx2.Client,
        heed: Callable[[], None] = go_on,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.catalogue = catalogue
        self._client, self._heed, self._sleep = client, heed, sleep
        self._reached = False  # whether it has ever replied

    def get(self, path: str, params: Mapping[str, str], told: object = None) -> Any:
        """The JSON of the reply; None where there is nothing under that address. What is `told` along, as JSON, is
        posted. Raises SourceUnavailable."""
        bounds = stop_after_attempt(TRIES) | stop_before_delay(LONGEST)
        patient = Retrying(
            retry=retry_if_exception_type(Passing),
            wait=_pause,
            stop=bounds if self._reached else UnlessReached() | bounds,
            sleep=self._nap,
            reraise=True,
        )
        try:
            return patient(self._asked, path, params, told)
        except Passing as error:
            tries = patient.statistics["attempt_number"]
            times = f" ({tries} tries)" if tries > 1 else ""
            raise self._unavailable(f"{error.found}{times}", error.todo) from error

    def _asked(self, path: str, params: Mapping[str, str], told: object) -> Any:
        self._heed()
        url = f"{self.catalogue.url}/{path}"
        method, asked = "GET" if told is None else "POST", {**params, **self.catalogue.params}
        try:
            with self._client.stream(method, url, params=asked, json=told) as response:
                self._reached = True
                content = self._content(response)
        except UNREACHED as error:
            raise Passing(f"no connection: {error}", todo=CHECK_NETWORK) from error
        except httpx2.RequestError as error:
            raise Passing(f"a reply that broke off or did not come: {type(error).__name__}: {error}") from error
        return self._read(response, content)

    def _content(self, response: httpx2.Response) -> bytes:
        pieces, size, until = [], 0, time.monotonic() + LONGEST
        for piece in response.iter_bytes():
            self._heed()
            size += len(piece)
            if size > MOST_BYTES or time.monotonic() > until:
                raise Passing(f"a reply of more than {MOST_BYTES:,} bytes or {LONGEST:g} s")
            pieces.append(piece)
        return b"".join(pieces)

    def _read(self, response: httpx2.Response, content: bytes) -> Any:
        status = response.status_code
        if status == 404:
            return None
        if status in PASSING:
            todo = self.catalogue.slow_down if status == 429 else TRY_LATER
            raise Passing(f"status {status}{_said(content)}", wanted=_wanted(response), todo=todo)
        if status != 200:
            todo = self.catalogue.refused if status in (401, 403) else TRY_LATER
            raise self._unavailable(f"status {status}{_said(content)}", todo)
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise Passing("a reply that is no JSON") from error

    def _unavailable(self, found: str, todo: str) -> SourceUnavailable:
        where = f"{self.catalogue.title} ({self.catalogue.url})"
        return SourceUnavailable(f"expected a reply of {where}, found {found}; {todo}")

    def unexpected(self, expected: str) -> SourceUnavailable:
        """For a reply that is JSON and does not hold what it should."""
        return self._unavailable(f"one without {expected}", TRY_LATER)

    def _nap(self, seconds: float) -> None:
        """Sleeps so long, and looks meanwhile at whether to go on."""
        while seconds > 0:
            self._heed()
            self._sleep(min(seconds, NAP))
            seconds -= NAP


@contextmanager
def fetching(catalogue: Catalogue, agent: str, heed: Callable[[], None] = go_on) -> Iterator[Fetcher]:
    """Through the proxy that the environment names, if it does."""
    moved = not catalogue.headers  # a key must not follow to another machine
    headers = {"User-Agent": agent, **catalogue.headers}
    timeout = httpx2.Timeout(READING, connect=CONNECTING)
    try:
        client = httpx2.Client(headers=headers, timeout=timeout, follow_redirects=moved)
    except (ValueError, ImportError, httpx2.InvalidURL) as error:
        raise SourceUnavailable(f"expected a proxy that can be used, found: {error}; correct HTTPS_PROXY") from error
    with client:
        yield Fetcher(catalogue, client, heed)


def _pause(state: RetryCallState) -> float:
    """As long as the catalogue asks for; where it does not say, longer each time."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, Passing) and error.wanted is not None:
        return error.wanted
    return GROWING(state)


def _wanted(response: httpx2.Response) -> float | None:
    """The seconds of Retry-After, which may be told as a moment."""
    told = response.headers.get("Retry-After", "").strip()
    if told.isdecimal():
        return float(told[:9])
    try:
        return max(parsedate_to_datetime(told).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None


def _said(content: bytes) -> str:
    """What a refusal says for itself, where it is JSON."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    said = next((told[name] for name in ("message", "error") if told.get(name)), "") if isinstance(told, dict) else ""
    return f", {clean(str(said))[:200]!r}" if said else ""
