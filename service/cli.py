"""The command line: which commands there are, and how errors, Ctrl-C and closed pipes end."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from service.commands.bench import bench
from service.commands.exits import BROKEN_PIPE, INTERRUPTED, refuse, refuse_for
from service.commands.exports import export
from service.commands.hubs import delete, hubs, show, summary
from service.commands.intake import demo, import_file
from service.commands.maintenance import evaluate, index
from service.commands.questions import ask, related, search
from service.commands.serve import serve
from service.commands.session import Session, everywhere
from service.release import release


class Edge(click.Group):
    """Ends every run with one readable block on stderr and an exit code that means something."""

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
        return list(self.commands)

    def _nobody_reads(self, ctx: click.Context) -> NoReturn:
        # What is still buffered must not fail again when the interpreter flushes it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(BROKEN_PIPE)


@click.group(cls=Edge, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(release(), message="citers %(version)s")
@everywhere
def citers() -> None:
    """Search, question and read the papers that cite a paper.

    HUB and PAPER take any form of an id: arxiv:2306.02707, a DOI, or the address of its page.
    """


COMMANDS = (
    demo, import_file, hubs, summary, search, ask, related, show, export, delete, serve, index, evaluate, bench,
)  # fmt: skip

for command in COMMANDS:
    citers.add_command(command)


def main(session: Session | None = None) -> None:
    """The `citers` command; a session may bring another model."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that lacks a letter gets the rest
    citers(prog_name="citers", obj=session)
