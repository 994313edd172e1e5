"""The frozen values every room speaks in: papers, citations, hubs, passages and what importers yield."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["background", "method", "dataset", "baseline", "result", "extension", "motivation", "other"]
Polarity = Literal["support", "neutral", "contrast", "unclear"]
TldrSource = Literal["source", "generated"]
Field = Literal["title", "tldr", "abstract", "context"]
Link = tuple[str, str]  # hub, citing

ROLES: tuple[Role, ...] = ("background", "method", "dataset", "baseline", "result", "extension", "motivation", "other")
POLARITIES: tuple[Polarity, ...] = ("support", "neutral", "contrast", "unclear")


@dataclass(frozen=True, slots=True)
class ExternalId:
    """A paper's name in a catalogue: `scheme` is arxiv, doi, s2, openalex, acl or local; `value` is normalised."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as held. `id` is its one slug; `aliases` are other slugs by which it may be asked for.

    Text fields are NFC, with white space collapsed to single blanks, and offsets everywhere count their code points.
    """

    id: str
    title: str
    abstract: str | None = None
    tldr: str | None = None
    tldr_source: TldrSource | None = None
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str | None = None
    url: str | None = None
    ids: tuple[ExternalId, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """One sentence in which a citing paper mentions the hub."""

    text: str
    section: str | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One citing paper's link to a hub. `None` means not labelled, which is neither neutral nor unclear."""

    hub: str
    citing: str
    role: Role | None = None
    polarity: Polarity | None = None
    role_confidence: float | None = None
    polarity_confidence: float | None = None
    label_source: str | None = None
    influential: bool | None = None
    self_citation: bool | None = None
    contexts: tuple[CitingSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What an imported page says about the hub as a whole, which nobody can recount from the papers it lists.

    `share` is a fraction in [0, 1] of `population` ("citing Pith papers"); `population_size` is None where the page
    gives no number. `roles` and `polarity` are the page's own label counts; it does not say which papers they fall on.
    """

    kind: str | None = None
    share: float | None = None
    share_role: Role | None = None
    population: str | None = None
    population_size: int | None = None
    roles: tuple[tuple[str, int], ...] = ()
    polarity: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hub:
    """A paper together with what is known of its citing papers. `known_total` counts citers anywhere, held or not."""

    paper: Paper
    known_total: int | None = None
    as_of: str | None = None
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One imported paper and, where it cites a hub, its citation of that hub.

    `unread` are the names under which the file says more of it than there is a place for. `hub` is what the file says
    of the hub that the paper cites, where that is more than its id; its day is the file's to tell.
    """

    paper: Paper
    citation: Citation | None = None
    unread: tuple[str, ...] = ()
    hub: Hub | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an import that could not be used: its line counted from 1 (None: the whole file) and the reason."""

    line: int | None
    message: str
