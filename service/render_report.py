"""A report as Markdown: each section whole by itself, its sentences with markers and its sources numbered below."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from answers.markers import FINAL
from answers.reports.report_values import HEADINGS, Basis, Counted, Held, Report, Section
from answers.values import Claim, Evidence, Source
from service.markdown import escaped
from service.render import FIELDS, count

LINES: dict[Basis, str] = {
    "label": "{found} of {of} with a label, by that label",
    "citing words": "{found} of {of} without a label, by words of citing sentences, which may be about other papers",
    "own words": (
        "{found} of {of} without label and citing sentence, with other work, by words of summaries and abstracts, "
        "which need not be about this paper"
    ),
    "words": "{found} of {of}, by words of summaries, abstracts and citing sentences",
}


def report_markdown(report: Report, *, whole: bool) -> str:
    """The sections, one after another; where it is the `whole` report, under a title that says what is held."""
    parts = [section_markdown(section) for section in report.sections]
    return "\n".join([heading_markdown(report), *parts] if whole else parts)


def heading_markdown(report: Report) -> str:
    year = f" ({report.paper.year})" if report.paper.year else ""
    return f"# What the papers citing {escaped(report.paper.title)}{year} say\n\n{held_line(report.held)}\n"


def held_line(held: Held) -> str:
    return (
        f"{count(held.citers, 'citing paper')} held: {held.with_text:,} with a summary or an abstract, "
        f"{held.with_context:,} with citing sentences, {held.labelled:,} labelled. Every sentence below is a citing "
        "paper's own."
    )


def section_markdown(section: Section) -> str:
    blocks = [f"## {section.title}", *([section.missing] if section.missing else [])]
    for counted in section.counted:
        blocks.append(counted_line(counted))
        blocks += claims_markdown([claim for claim in section.claims if claim.heading == HEADINGS[counted.basis]])
    if section.unjudged:
        blocks.append(f"{section.unjudged:,} of {count(section.citers, 'citing paper')} with nothing to judge by.")
    if not section.counted:
        for heading, claims in groupby(section.claims, key=lambda claim: claim.heading):
            blocks += [f"### {escaped(heading or '')}", *claims_markdown(claims)]
    if section.sources:
        blocks += ["Sources:", "\n".join(sources_markdown(section))]
    return "\n\n".join(blocks) + "\n"


def counted_line(counted: Counted) -> str:
    """How many of how many, by what; and how many of them are quoted, where that is not all."""
    line = LINES[counted.basis].format(found=f"{counted.found:,}", of=count(counted.of, "citing paper"))
    if not counted.found:
        return f"{line}."
    return f"{line}; {counted.shown:,} quoted:" if counted.shown < counted.found else f"{line}:"


def claims_markdown(claims: Iterable[Claim]) -> list[str]:
    """One list, or none where there is no claim."""
    lines = [f"- {claim_markdown(claim)}" for claim in claims]
    return ["\n".join(lines)] if lines else []


def claim_markdown(claim: Claim) -> str:
    body = claim.text.rstrip(FINAL)
    markers = "".join(f"[{n}]" for n in claim.sources)
    return f"{escaped(body)} {markers}{claim.text[len(body) :] or '.'}"


def sources_markdown(section: Section) -> Iterator[str]:
    """Each source with the fields that were quoted, and the quote itself where the sentence above is not the whole."""
    quotes: dict[int, list[tuple[Claim, Evidence]]] = {}
    for claim in section.claims:
        for evidence in claim.evidence:
            quotes.setdefault(evidence.source, []).append((claim, evidence))
    for source in section.sources:
        told = dict.fromkeys(quoted_markdown(claim, evidence) for claim, evidence in quotes[source.n])
        yield f"{source.n}. {source_markdown(source)}; {', '.join(told)}"


def source_markdown(source: Source) -> str:
    paper = source.paper
    facts = [str(paper.year or ""), paper.venue or "", *labels(source), paper.id]
    return f"{escaped(paper.title)} ({escaped(', '.join(part for part in facts if part))})"


def labels(source: Source) -> list[str]:
    citation = source.citation
    return [label for label in (citation.role, citation.polarity) if label] if citation else []


def quoted_markdown(claim: Claim, evidence: Evidence) -> str:
    field = FIELDS[evidence.field]
    return field if claim.text == evidence.quote else f"{field}: “{escaped(evidence.quote)}”"
