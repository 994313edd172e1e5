"""Measures the gate and writes its table into docs/figures.md: `python -m service.gate_figures DATA`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from eval.claims import FALSE_ALARMS, STOPPED, load_claims
from eval.convert_claims import CLAIM_SETS
from eval.figures import Report
from eval.tables import PLAIN, listed, placed, tabulated
from service.claims import judged
from service.commands.session import Session

SHOWN = ("claims_scitldr_dev", "claims_scifact", "claims_written")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(tuple(CLAIM_SETS)), multiple=True, default=SHOWN, show_default=True,
              help="Judge these sets.")  # fmt: skip
@click.option("--checker", metavar="NAME", help="What checks beside the built-in rules: cross-encoder:MODEL.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Keeps vectors and converted sets from run to run.")  # fmt: skip
@click.option("--page", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Rewrite its table of the gate.")  # fmt: skip
@click.pass_context
def gate_figures(
    context: click.Context, data: Path, only: tuple[str, ...], checker: str | None, work: Path, page: Path | None
) -> None:
    """Judge the known sets of claims in DATA by the gate, and print what it stops."""
    session = context.ensure_object(Session)
    reports = []
    for name in only:
        CLAIM_SETS[name](data, work / "sets" / name)
        settings = replace(session.settings(checker=checker), data=work / "claims")
        reports.append(judged(settings, session.open_embedder, load_claims(work / "sets" / name)))
    table = tabulated(PLAIN, [row for report in reports for row in rows(report)])
    click.echo(table)
    if page is not None:
        page.write_text(placed(page.read_text("utf-8"), {"gate": table}), "utf-8")


def rows(report: Report) -> list[tuple[str, ...]]:
    return [row for section in report.sections for row in listed(report.dataset, section, (STOPPED, FALSE_ALARMS))]


if __name__ == "__main__":
    gate_figures()
