"""How two hubs side by side look: what they share, and then the papers of each part."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from index.text.shares import percentage
from service.render import count, facts, paragraph, quoted
from service.schemas import CitationOut
from service.schemas_comparison import (
    BothOut,
    CitingOut,
    ComparisonOut,
    PartOut,
    PolarityPairOut,
    RolePairOut,
    SideOut,
)

UNLABELLED = "not labelled"


def draw_comparison(out: Console, found: ComparisonOut) -> None:
    """The hubs are called A and B throughout, as they were given."""
    _draw_side(out, "A", found.a)
    _draw_side(out, "B", found.b)
    out.print()
    for line in (overlap_line(found), *pair_lines(found.both)):
        paragraph(out, line)
    parts = {"both": found.both, "A and not B": found.only_a, "B and not A": found.only_b}
    for cited, part in parts.items():
        if part.items:
            out.print()
            _draw_part(out, cited, part)


def _draw_side(out: Console, name: str, side: SideOut) -> None:
    year = f" ({side.paper.year})" if side.paper.year else ""
    paragraph(out, Text(f"{name}: ").append(side.paper.title, "bold").append(year))
    paragraph(out, f"{side.hub} · {count(side.citers, 'citing paper')}", indent=3)


def overlap_line(found: ComparisonOut) -> str:
    overlap = found.overlap
    shares = {"A's": overlap.share_of_a, "B's": overlap.share_of_b}
    of_each = " and ".join(f"{percentage(share)} of {whose}" for whose, share in shares.items() if share is not None)
    both = f"{found.both.total:,} of {count(overlap.either, 'paper')} {cite(found.both.total)} both"
    alone = f"{found.only_a.total:,} {cite(found.only_a.total)} A alone, {found.only_b.total:,} B alone"
    return f"{both} ({of_each}), {alone}" if of_each else f"{both}, {alone}"


def cite(papers: int) -> str:
    return "cites" if papers == 1 else "cite"


def pair_lines(both: BothOut) -> Iterator[str]:
    """How the papers that cite both do so, where any of them is labelled."""
    for name, pairs in (("roles", both.roles), ("polarity", both.polarity)):
        if any(pair.a or pair.b for pair in pairs):
            yield f"{name} (of A / of B): {_told(pairs)}"


def _told(pairs: Sequence[RolePairOut | PolarityPairOut]) -> str:
    return ", ".join(f"{pair.a or UNLABELLED} / {pair.b or UNLABELLED} {pair.count:,}" for pair in pairs)


def _draw_part(out: Console, cited: str, part: PartOut) -> None:
    shown = f"; {len(part.items):,} of them:" if len(part.items) < part.total else ""
    paragraph(out, f"{count(part.total, 'paper')} {cite(part.total)} {cited}{shown}", style="bold")
    for citing in part.items:
        _draw_citing(out, citing)


def _draw_citing(out: Console, citing: CitingOut) -> None:
    made = {"A": citing.citations.a, "B": citing.citations.b}
    paragraph(out, citing.paper.title, indent=2)
    paragraph(out, facts(citing.paper), indent=4, style="cyan")
    for hub, citation in made.items():
        told = how(citation) if citation else ""
        if told:
            paragraph(out, f"cites {hub}{told}", indent=4)


def how(citation: CitationOut) -> str:
    """As what, and the first of its citing sentences; empty where nothing is known of it."""
    labels = ", ".join(label for label in (citation.role, citation.polarity) if label)
    sentences = citation.contexts
    more = f" (and {len(sentences) - 1:,} more)" if len(sentences) > 1 else ""
    said = f": {quoted(sentences[0].text)}{more}" if sentences else ""
    return (f" as {labels}" if labels else "") + said
