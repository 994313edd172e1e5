"""How an answer looks: its sentences with markers, then each source with the quotes that were taken from it."""

from rich.console import Console

from service.render import FIELDS, facts, paragraph, percentage, quoted
from service.schemas import AnswerOut, SourceOut, TallyOut


def draw_answer(out: Console, answer: AnswerOut) -> None:
    paragraph(out, answer.answer, style="" if answer.answerable else "yellow")
    if answer.tally:
        out.print()
        paragraph(out, tally_line(answer.tally))
    quotes = quotes_by_source(answer)
    if answer.sources:
        out.print()
        paragraph(out, "Sources" if answer.answerable else "Nearest papers", style="bold")
    for source in answer.sources:
        draw_source(out, source, quotes.get(source.n, []))


def tally_line(tally: TallyOut) -> str:
    undecided = f", {tally.undecided:,} undecided" if tally.undecided else ""
    return (
        f"{tally.matching:,} of {tally.of:,} match{undecided} (estimated recall {percentage(tally.estimated_recall)})"
    )


def quotes_by_source(answer: AnswerOut) -> dict[int, list[str]]:
    """Each quote once, in the order in which the answer uses them."""
    quotes: dict[int, dict[str, None]] = {}
    for claim in answer.claims:
        for evidence in claim.evidence:
            quotes.setdefault(evidence.source, {})[f"{FIELDS[evidence.field]}: {quoted(evidence.quote)}"] = None
    return {n: list(lines) for n, lines in quotes.items()}


def draw_source(out: Console, source: SourceOut, quotes: list[str]) -> None:
    paragraph(out, source.paper.title, indent=4, style="bold", lead=f"[{source.n}] ")
    paragraph(out, facts(source.paper, source.citation), indent=4, style="cyan")
    for quote in quotes:
        paragraph(out, quote, indent=4)
