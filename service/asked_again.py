"""Prints what replies come to, byte for byte, for the measurement of repeated answers; each round is a new process."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from answers.values import AskRequest
from eval.run import HUB
from service.commands.session import Session
from service.schemas import AnswerOut


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--threads", type=int, default=1, help="How many questions are answered at once.")
@click.option("--backwards", is_flag=True, help="Ask the last one first.")
def asked_again(folder: Path, questions: Path, threads: int, backwards: bool) -> None:
    """Print a digest a line, in the order of the questions."""
    asked = questions.read_text("utf-8").splitlines()
    with Session(data=folder).reading() as engine, ThreadPoolExecutor(threads) as pool:
        view = engine.view()

        def digest(question: str) -> str:
            reply = AnswerOut.of(view.ask(AskRequest(question, (HUB,))), view.index_id)
            return hashlib.sha256(reply.model_dump_json().encode()).hexdigest()

        found = list(pool.map(digest, reversed(asked) if backwards else asked))
    click.echo("\n".join(reversed(found) if backwards else found))


if __name__ == "__main__":
    asked_again()
