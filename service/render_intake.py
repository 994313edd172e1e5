"""How the coming and keeping of papers looks: import reports, the demo's suggestions, the state of the index."""

from rich.console import Console

from corpus.importers.records import NO_HUB
from corpus.sources.addresses import TITLES
from service.render import count, paragraph
from service.schemas_work import AboutOut, FetchedOut, ReadyOut, ReportOut, TunedOut

DEMO_TRIES = (
    'citers search {hub} "distillation"',
    'citers search {hub} "RL reasoning" --relevant-only',
    'citers ask {hub} "When does synthetic data help a model?"',
    "citers summary {hub}",
)


COUNTED = {"added": "added", "updated": "updated", "merged": "merged", "skipped": "already held"}


def draw_import(out: Console, report: ReportOut) -> None:
    counts = {words: getattr(report, name) for name, words in COUNTED.items()}
    into = f"into {report.hub}: " if report.hub else ""
    paragraph(out, into + ", ".join(f"{n:,} {words}" for words, n in counts.items()), style="bold")
    if report.fetched:
        paragraph(out, fetched(report.fetched), style="yellow" if report.fetched.missing else "dim")
        if report.fetched.lacking:
            paragraph(out, report.fetched.lacking, style="yellow")
    if report.unchanged:
        what = "the same was told before" if report.fetched else "this file was taken in"
        paragraph(out, f"nothing has changed since {what}, so it was not read again", style="dim")
    if report.unread:
        names = ", ".join(f"{name} ({n:,})" for name, n in report.unread.items())
        paragraph(out, f"fields that nothing was taken from: {names}", style="dim")
    above = (report.fetched.missing, report.fetched.lacking) if report.fetched else ()
    apart = sum(one is not None for one in above)  # of the errors the first
    if report.error_count > apart:
        paragraph(out, f"{count(report.error_count - apart, 'thing')} could not be used:", style="yellow")
    for error in report.errors[apart:]:
        where = f"line {error.line}: " if error.line else ""
        paragraph(out, f"{where}{error.msg}", indent=2)
    unshown = report.error_count - len(report.errors)
    if unshown:
        paragraph(out, f"and {unshown:,} more", indent=2)
    if any(NO_HUB in error.msg for error in report.errors):
        paragraph(out, "to keep what is said of citations, name the paper that is cited: citers import FILE --hub HUB")


def fetched(told: FetchedOut) -> str:
    """How many papers a catalogue told of, and why not all."""
    of = f" of {told.known_total:,} known" if told.known_total is not None else ""
    why = f", and not all: {told.missing}" if told.missing else ""
    return f"{told.papers:,}{of} fetched from {TITLES[told.source]}{why}"


def draw_demo(out: Console, report: ReportOut) -> None:
    draw_import(out, report)
    paragraph(out, "try:")
    for line in DEMO_TRIES:
        paragraph(out, line.format(hub=report.hub), indent=2)


def draw_status(out: Console, about: AboutOut) -> None:
    paragraph(out, f"index {about.index_id}", style="bold")
    paragraph(out, f"{count(about.papers, 'paper')} in {count(about.hubs, 'hub')}", indent=2)
    for model in about.models:
        size = f" ({model.dim:,} numbers)" if model.dim else ""
        paragraph(out, f"{model.role}: {model.name}{size}", indent=2)
    paragraph(out, f"citers {about.version}", indent=2)


def draw_tuned(out: Console, tuned: TunedOut) -> None:
    if tuned.candidates is None:
        paragraph(out, "every vector is read for a query, so there is nothing to tune")
        return
    paragraph(out, f"{'candidates':>10}  {'recall@10':>9}  {'ms':>7}", style="dim")
    for step in tuned.steps:
        mark = "  in use" if step.candidates == tuned.candidates else ""
        paragraph(out, f"{step.candidates:>10,}  {step.recall:>9.4f}  {step.ms:>7.2f}{mark}")


def draw_checks(out: Console, found: ReadyOut) -> None:
    for name, passed in found.checks.items():
        paragraph(out, f"{name}: {'ok' if passed else 'fails'}", style="" if passed else "red")
