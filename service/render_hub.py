"""How a hub's page looks: every number with what it was counted over."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from index.hubpage import Coverage, HubPage, LabelCounts
from index.text.shares import percentage
from service.render import count, paragraph, tallied

BAR = 24  # letters of the longest year's bar


def draw_hub_page(out: Console, page: HubPage) -> None:
    year = f" ({page.paper.year})" if page.paper.year else ""
    paragraph(out, Text().append(page.paper.title, "bold").append(year))
    paragraph(out, page.hub, style="cyan")
    if page.paper.abstract:
        out.print()
        paragraph(out, page.paper.abstract)
    out.print()
    for line in (coverage_line(page.coverage), *label_lines(page)):
        paragraph(out, line)
    draw_timeline(out, page)
    draw_topics(out, page)


def coverage_line(coverage: Coverage) -> str:
    known = f" of {coverage.known_total:,} known" if coverage.known_total is not None else ""
    as_of = f" (as of {coverage.as_of})" if coverage.as_of else ""
    parts = {
        "with an abstract": coverage.with_abstract,
        "with a summary": coverage.with_tldr,
        "with citing sentences": coverage.with_context,
        "labelled": coverage.labelled,
    }
    return f"{count(coverage.held, 'citing paper')} held{known}{as_of}: " + ", ".join(
        f"{n:,} {what}" for what, n in parts.items()
    )


def label_lines(page: HubPage) -> Iterator[str]:
    kind = f"{page.canonical.kind}: " if page.canonical.kind else ""
    yield f"{kind}{page.canonical.rule}"
    for name, labels in (("roles", page.roles), ("polarity", page.polarity)):
        if labels.counts:
            yield f"{name}: {tallied(labels.counts)} ({counted_over(labels)})"


def counted_over(labels: LabelCounts) -> str:
    if labels.basis == "page":
        return f"of the {labels.of:,} labels that the imported page counts; on which citers they fall, it does not say"
    return f"of {labels.of:,} labelled"


def draw_timeline(out: Console, page: HubPage) -> None:
    """Every year from the first to the last, also those of no citer, and then how many no year is known of."""
    counts = {year.year: year.count for year in page.timeline}
    undated = page.coverage.held - sum(counts.values())
    most = max((*counts.values(), undated), default=0)
    if not counts:
        return
    out.print()
    for year in range(min(counts), max(counts) + 1):
        paragraph(out, _bar(f"{year}  ", counts.get(year, 0), most))
    if undated:
        paragraph(out, _bar("no year known  ", undated, most))


def _bar(label: str, number: int, most: int) -> Text:
    bar = "█" * max(1, round(BAR * number / most)) if number else ""
    return Text(label).append(bar, "cyan").append(f" {number:,}" if number else "-", None if number else "dim")


def draw_topics(out: Console, page: HubPage) -> None:
    if page.topics:
        out.print()
        paragraph(out, "Topics", style="bold")
    for topic in page.topics:
        paragraph(out, f"{topic.label} ({topic.size:,}, --topic {topic.id}): such as {topic.exemplar.title}", indent=2)
    if page.representative:
        out.print()
        covered, of = sum(chosen.covers for chosen in page.representative), page.representative[0].of
        share = f"{covered:,} of the {of:,} citers held ({percentage(covered / of)})"
        told = f"Representative papers: their topics cover {share}"
        paragraph(out, told, style="bold")
    for chosen in page.representative:
        paragraph(out, f"{chosen.paper.title} ({chosen.paper.id})", indent=2)
        paragraph(out, chosen.why, indent=4, style="dim")
