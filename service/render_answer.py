"""How an answer looks: what was counted, its sentences with markers, then each source with the quotes from it."""

from itertools import groupby

from rich.console import Console

from answers.markers import marked
from index.text.shares import percentage
from service.render import FIELDS, facts, paragraph, quoted
from service.schemas import AnswerOut, FiltersOut, SourceOut, TallyOut


def draw_answer(out: Console, answer: AnswerOut) -> None:
    if understood := understood_line(answer):
        paragraph(out, understood, style="cyan")
        out.print()
    if answer.tally:
        paragraph(out, tally_line(answer.tally), style="bold")
        out.print()
    draw_claims(out, answer)
    if answer.answerable and answer.reason:
        paragraph(out, answer.reason, style="yellow")
    quotes = quotes_by_source(answer)
    if answer.sources:
        out.print()
        paragraph(out, "Sources" if answer.answerable else "Nearest papers", style="bold")
    for source in answer.sources:
        draw_source(out, source, quotes.get(source.n, []))


def draw_claims(out: Console, answer: AnswerOut) -> None:
    """The answer, its parts under their headings where it has some."""
    if not any(claim.heading for claim in answer.claims):
        paragraph(out, answer.answer, style="" if answer.answerable else "yellow")
        return
    for heading, claims in groupby(answer.claims, key=lambda claim: claim.heading):
        paragraph(out, heading or "", style="bold")
        paragraph(out, " ".join(marked(claim.text, claim.sources) for claim in claims), indent=4)


def understood_line(answer: AnswerOut) -> str:
    """How the question was read, where that is not as it was asked."""
    read = answer.understood
    if read is None or (read.question == answer.question and not in_force(read.filters)):
        return ""
    filters = ", ".join(in_force(read.filters))
    return " · ".join(part for part in ("Understood as: " + (read.question or "every paper"), filters) if part)


def in_force(filters: FiltersOut) -> list[str]:
    set_to = {name: value for name, value in filters.model_dump().items() if value not in (None, [])}
    return [
        f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in set_to.items()
    ]


def tally_line(tally: TallyOut) -> str:
    undecided = f", {tally.undecided:,} undecided" if tally.undecided else ""
    counted = f"{tally.matching:,} of {tally.of:,} papers match{undecided}"
    if not tally.matching:  # nothing to estimate from
        return counted
    low, high = (percentage(end) for end in tally.interval)
    return f"{counted} (estimated recall {percentage(tally.estimated_recall)}, {low} to {high})"


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
