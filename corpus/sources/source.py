"""What a catalogue is asked for, and what it may refuse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from corpus.values import ExternalId

Entry = dict[str, Any]  # of a page, as the catalogue tells it


class SourceUnavailable(RuntimeError):
    """A catalogue cannot be reached, or does not answer as it should."""


class NotAtSource(LookupError):
    """A catalogue does not know the paper, or knows none that cites it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A hub as a catalogue knows it: `key` is its id there, `told` is what is told of it."""

    key: str
    told: Entry
    known_total: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a hub's citing papers. `after` is where the next page begins; None: this is the last.

    `missing` says why a last page is not the end of them, `lacking` what could not be had of those that are there.
    """

    entries: tuple[Entry, ...]
    after: str | None = None
    missing: str | None = None
    lacking: str | None = None


class Source(Protocol):
    """A catalogue, asked for nothing but one hub and its citing papers.

    The pages are walked from None along `after`, which may be kept and gone on with in another process. Everything
    raises SourceUnavailable, and `cited` NotAtSource too.
    """

    def cited(self, ids: Sequence[ExternalId]) -> Cited: ...

    def page(self, hub: Cited, after: str | None) -> Page: ...
