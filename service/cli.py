"""The command line: which commands there are, and how errors, Ctrl-C and closed pipes end."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from service.commands.exits import BROKEN_PIPE, INTERRUPTED, refuse, refuse_for
from service.commands.session import Session, everywhere
from service.release import release

COMMANDS = (
    "demo", "import", "refresh", "hubs", "summary", "search", "ask", "related", "show", "compare", "report", "table",
    "export", "delete", "serve", "index", "snapshot", "restore", "verify", "eval", "bench",
)  # fmt: skip


COLLECTED_AFTER = 50_000  # objects; looking that seldom for garbage starts a tenth sooner, since imports leave little


class Edge(click.Group):
    """Ends every run with one readable block on stderr and an exit code that means something.

    A command is imported when it is asked for, so that none waits for what others need.
    """

    def invoke(self, ctx: click.Context) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except KeyboardInterrupt:
            refuse("stopped", INTERRUPTED)
        except BrokenPipeError:
            self._nobody_reads(ctx)
        except (click.exceptions.Exit, click.Abort):
            raise
        except (LookupError, OSError, RuntimeError, ValueError) as error:
            refuse_for(error)
            raise

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """In the order in which they are first needed."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        # for one that there is not, all are named, of which the nearest are suggested
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            for command in beside(name):
                self.add_command(command)
        return self.commands.get(cmd_name)

    def _nobody_reads(self, ctx: click.Context) -> NoReturn:
        # What is still buffered must not fail again when the interpreter flushes it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(BROKEN_PIPE)


def beside(name: str) -> tuple[click.Command, ...]:
    """The command of this name and those beside it; none where there is no such command."""
    match name:
        case "demo" | "import" | "refresh":
            from service.commands.intake import demo, import_papers, refresh

            return demo, import_papers, refresh
        case "hubs" | "summary" | "show" | "compare" | "delete":
            from service.commands.hubs import compare, delete, hubs, show, summary

            return hubs, summary, show, compare, delete
        case "search" | "ask" | "related":
            from service.commands.questions import ask, related, search

            return search, ask, related
        case "report" | "table":
            from service.commands.reports import report, table

            return report, table
        case "export":
            from service.commands.exports import export

            return (export,)
        case "serve":
            from service.commands.serve import serve

            return (serve,)
        case "index" | "eval" | "snapshot" | "restore" | "verify":
            from service.commands.maintenance import evaluate, index
            from service.commands.snapshots import restore, snapshot, verify

            return index, evaluate, snapshot, restore, verify
        case "bench":
            from service.commands.bench import bench

            return (bench,)
        case _:
            return ()


@click.group(cls=Edge, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(release(), message="citers %(version)s")
@everywhere
def citers() -> None:
    """Search, question and read the papers that cite a paper.

    HUB and PAPER take any form of an id: arxiv:2306.02707, a DOI, or the address of its page.
    """


def main(session: Session | None = None) -> None:
    """The `citers` command; a session may bring another model."""
    gc.set_threshold(COLLECTED_AFTER)
    if sys.stdout is None:  # it was closed: nobody reads
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  # for as long as the command runs
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that lacks a letter gets the rest
    citers(prog_name="citers", obj=session)
