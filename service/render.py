"""How replies look to people: lines wrapped to the terminal and coloured there, whole and plain when piped."""

from collections.abc import Mapping
from typing import NoReturn, TextIO

from rich.console import Console
from rich.text import Text

from index.text.shares import percentage
from service.schemas import (
    CitationOut,
    DeletedOut,
    HeldPaperOut,
    HitOut,
    HubLineOut,
    ItemsOut,
    PaperOut,
    RelatedOut,
    SearchOut,
)

FIELDS = {"title": "the title", "tldr": "the summary", "abstract": "the abstract", "context": "the citing sentence"}
LEGS = {"semantic_rank": "by meaning", "lexical_rank": "by words"}
NO_HUB_YET = "no hub is held yet; fetch what cites one (citers import ID) or read a file (citers import FILE --hub HUB)"


class PageConsole(Console):
    """A console that lets a closed pipe be noticed by its caller."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def console(stream: TextIO) -> Console:
    return PageConsole(file=stream, highlight=False, markup=False, emoji=False)


def paragraph(out: Console, text: str | Text, *, indent: int = 0, style: str = "", lead: str = "") -> None:
    """One paragraph; on a terminal its lines are wrapped and all start at `indent`, with `lead` before the first."""
    whole = text if isinstance(text, Text) else Text(text)
    whole.stylize_before(style)
    lines = whole.wrap(out, max(20, out.width - indent)) if out.is_terminal else [whole]
    for line in lines:
        line.rstrip()
        out.print(Text(lead.rjust(indent)) + line, soft_wrap=True)
        lead = ""


def ordinal(n: int) -> str:
    teen = 10 < n % 100 < 20
    return f"{n:,}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def count(n: int, one: str, many: str | None = None) -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def quoted(text: str) -> str:
    return f"“{text}”"


def facts(paper: PaperOut, citation: CitationOut | None = None) -> str:
    """Year, venue, how it cites and its id, as far as they are known."""
    labels = (citation.role, citation.polarity) if citation else ()
    known = [str(paper.year or ""), paper.venue or "", *(label or "" for label in labels), paper.id]
    return " · ".join(part for part in known if part)


def found_by(hit: HitOut) -> str:
    """Where each leg ranked the hit; empty when nothing was searched for."""
    return " and ".join(f"{ordinal(int(rank))} {leg}" for key, leg in LEGS.items() if (rank := hit.signals.get(key)))


def draw_hit(out: Console, hit: HitOut, *, judged: bool, explain: bool = False) -> None:
    heading = Text().append(hit.paper.title, style="bold")
    if judged:
        heading.append(f"  {percentage(hit.probability)}", style="green" if hit.relevant else "dim")
        heading.append("" if hit.relevant else " (below the cut)", style="dim")
    paragraph(out, heading, indent=5, lead=f"{hit.rank}. ")
    paragraph(out, facts(hit.paper, hit.citation), indent=5, style="cyan")
    why = found_by(hit)
    opening = f"{why}; {FIELDS[hit.match.field]} says: " if why else ""
    paragraph(out, Text().append(opening, "dim").append(quoted(hit.match.text)), indent=5)
    for reason in hit.why:
        paragraph(out, f"{reason.kind}: {reason.text}", indent=5)
    if explain:
        parts = (f"{name} {'-' if value is None else f'{value:.4g}'}" for name, value in hit.signals.items())
        paragraph(out, f"score {hit.score:.4g}: {', '.join(parts)}", indent=5, style="dim")


def draw_search(out: Console, found: SearchOut, *, explain: bool = False) -> None:
    """How many are about the query, the hits, and what the set could be narrowed by."""
    for warning in found.warnings:
        paragraph(out, f"note: {warning}", style="yellow")
    paragraph(out, _counted(found), style="bold")
    for hit in found.hits:
        out.print()
        draw_hit(out, hit, judged=_judged(found), explain=explain)
    narrowing = [f"{name} {tallied(found.facets[name])}" for name in ("role", "polarity") if found.facets.get(name)]
    if narrowing:
        out.print()
        paragraph(out, " · ".join(narrowing), style="dim")


def _judged(found: SearchOut) -> bool:
    """Whether papers were ranked, and not only listed, as they are without a query and by one of exclusions alone."""
    return found.query is not None and (not found.hits or any(found_by(hit) for hit in found.hits))


def _counted(found: SearchOut) -> str:
    if not _judged(found):
        return count(found.total, "citing paper")
    verb = "is" if found.relevant_total == 1 else "are"
    if found.hits and found.total == found.relevant_total:  # all of them, or the relevant ones alone were asked for
        return f"{count(found.total, 'citing paper')} {verb} about this"
    return f"{found.relevant_total:,} of {found.total:,} {verb} about this"


def tallied(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{label} {n:,}" for label, n in counts.items())


def draw_related(out: Console, found: RelatedOut) -> None:
    shown = f"the {len(found.hits):,} most related of " if len(found.hits) < found.total else ""
    paragraph(out, shown + count(found.total, "citing paper"), style="bold")
    for hit in found.hits:
        out.print()
        draw_hit(out, hit, judged=False)


def draw_hubs(out: Console, found: ItemsOut[HubLineOut]) -> None:
    if not found.items:
        paragraph(out, NO_HUB_YET)
    for hub in found.items:
        year = f" ({hub.year})" if hub.year else ""
        paragraph(out, Text().append(hub.title, "bold").append(year))
        updated = f" · updated {hub.updated_at}" if hub.updated_at else ""
        paragraph(out, f"{hub.id} · {count(hub.indexed, 'citing paper')} searchable{updated}", indent=2)


def draw_paper(out: Console, paper: HeldPaperOut) -> None:
    paragraph(out, paper.title, style="bold")
    paragraph(out, facts(paper), style="cyan")
    for line in (", ".join(paper.authors), paper.url or ""):
        if line:
            paragraph(out, line)
    for name, text in (("Summary", paper.tldr), ("Abstract", paper.abstract)):
        if text:
            out.print()
            paragraph(out, f"{name}: {text}")
    if paper.hubs:
        out.print()
    for cited in paper.hubs:
        labels = ", ".join(label for label in (cited.citation.role, cited.citation.polarity) if label)
        paragraph(out, f"cites {cited.title} ({cited.hub})" + (f" as {labels}" if labels else ""))
        for sentence in cited.citation.contexts:
            paragraph(out, quoted(sentence.text), indent=2)


def draw_deleted(out: Console, deleted: DeletedOut) -> None:
    paragraph(out, f"removed {deleted.hub} and {count(deleted.papers_removed, 'paper')}")
