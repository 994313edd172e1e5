"""The hub page: what is known of a hub and its citers, every number with what it was counted over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.values import POLARITIES, ROLES, Hub, Paper, Stated
from index.facets import most_first
from index.files.members import Members
from index.scope import known_hub
from index.topics.representatives import Representative, representatives
from index.topics.topics import Topics, find_topics
from index.version import IndexVersion

Basis = Literal["citations", "page"]

CANONICAL_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the hub's citers is here. `known_total` counts citers anywhere, which are no fewer than are held
    though a catalogue may know fewer; None: nobody said."""

    known_total: int | None
    held: int
    with_abstract: int
    with_tldr: int
    with_context: int
    labelled: int
    as_of: str | None


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """How often each label was given, the most frequent first, out of `of` labels.

    On the basis "citations", `of` counts the labelled citers held; on "page" it is the sum of the counts that the
    imported page shows; on which citers they fall, the page does not say.
    """

    counts: dict[str, int]
    of: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Canonical:
    """What kind of reference the hub is, `share` of it being so; `rule` says what was counted over what."""

    kind: str | None
    share: float | None
    of: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class YearCount:
    """Citers held that appeared in this year."""

    year: int
    count: int


@dataclass(frozen=True, slots=True)
class TopicSummary:
    """A topic of the citers held; the sizes of all add up to `held`."""

    id: str
    label: str
    size: int
    exemplar: Paper


@dataclass(frozen=True, slots=True)
class HubPage:
    """Everything the page of one hub shows. Citers without a year are in no entry of the timeline."""

    hub: str
    paper: Paper
    coverage: Coverage
    roles: LabelCounts
    polarity: LabelCounts
    canonical: Canonical
    timeline: tuple[YearCount, ...]
    topics: tuple[TopicSummary, ...]
    representative: tuple[Representative, ...]


def hub_page(version: IndexVersion, hub_id: str, topics: Topics | None = None) -> HubPage:
    """The page of a hub, given by its id. `topics` are those of its citers, found here when not given."""
    snapshot = version.snapshot
    name = known_hub(snapshot, hub_id)
    hub, members = snapshot.hub(name), snapshot.members(name)
    if topics is None:
        topics = find_topics(snapshot, version.vectors, members.rows)
    stated = hub.stated or Stated()
    roles = _labels(members.role, ROLES, stated.roles)
    return HubPage(
        hub=name,
        paper=hub.paper,
        coverage=_coverage(version, hub, members),
        roles=roles,
        polarity=_labels(members.polarity, POLARITIES, stated.polarity),
        canonical=_canonical(stated, roles),
        timeline=_timeline(snapshot.years[members.rows]),
        topics=tuple(TopicSummary(t.id, t.label, t.size, snapshot.paper(t.exemplar)) for t in topics.topics),
        representative=representatives(snapshot, topics),
    )


def _coverage(version: IndexVersion, hub: Hub, members: Members) -> Coverage:
    snapshot, rows = version.snapshot, members.rows
    return Coverage(
        known_total=None if hub.known_total is None else max(hub.known_total, int(rows.size)),
        held=int(rows.size),
        with_abstract=int(snapshot.has_abstract[rows].sum()),
        with_tldr=int(snapshot.has_tldr[rows].sum()),
        with_context=int((members.contexts > 0).sum()),
        labelled=int(((members.role >= 0) | (members.polarity >= 0)).sum()),
        as_of=hub.as_of,
    )


def _labels(codes: NDArray[np.int8], names: Sequence[str], told: tuple[tuple[str, int], ...]) -> LabelCounts:
    """Counted from labelled citations where there are any; otherwise the page's own counts, over their sum."""
    labelled = codes[codes >= 0]
    if labelled.size or not told:
        counts = {name: int(n) for name, n in zip(names, np.bincount(labelled, minlength=len(names)), strict=True) if n}
        return LabelCounts(most_first(counts), int(labelled.size), "citations")
    return LabelCounts(most_first(dict(told)), sum(count for _, count in told), "page")


def _canonical(stated: Stated, roles: LabelCounts) -> Canonical:
    """What the page states goes first, for it counted more citers than are held."""
    if stated.share is not None:
        population = stated.population or "citing papers"
        role = f" as {stated.share_role}" if stated.share_role else ""
        size = " (how many that is, it does not say)"
        if stated.population_size is not None:
            size = f" ({stated.population_size:,} of them)"
        rule = f"As the imported page states: {100 * stated.share:g}% of {population}{size} cite this work{role}."
        return Canonical(stated.kind, stated.share, stated.population_size, rule)
    if roles.basis == "page" or not roles.of:
        return Canonical(stated.kind, None, None, "No citer held is labelled with a role, so nothing was counted.")
    role, count = next(iter(roles.counts.items()))
    share = round(count / roles.of, 4)
    kind = f"canonical {role}" if share >= CANONICAL_SHARE else "mixed"
    rule = (
        f"{count:,} of the {roles.of:,} citers held that are labelled with a role cite this work as {role}; "
        f"a role of at least {CANONICAL_SHARE:.0%} names the kind."
    )
    return Canonical(kind, share, roles.of, rule)


def _timeline(years: NDArray[np.int16]) -> tuple[YearCount, ...]:
    held, counts = np.unique(years[years > 0], return_counts=True)
    return tuple(YearCount(int(year), int(count)) for year, count in zip(held, counts, strict=True))
