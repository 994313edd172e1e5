"""What an answer costs, and whether it is the same every time: `python -m service.answer_cost DATA`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median
from time import perf_counter

import click

from answers.questions.question import read_question
from answers.sentences import quotable
from answers.values import AskRequest
from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from embeddings.packaged import open_exact
from eval.answering import load_asked
from eval.run import HUB
from eval.tables import placed, tabulated
from index.values import SearchRequest
from service.commands.session import Session
from service.evaluation import hold
from service.settings import Settings
from service.view import View

TIMED, EMBEDDED, REPEATED, CANDIDATES = 40, 10, 200, 16
ROUNDS = (("1 thread", ()), ("1 thread, backwards", ("--backwards",)), ("2 threads", ("--threads", "2")),
          ("4 threads, backwards", ("--threads", "4", "--backwards")), ("16 threads", ("--threads", "16")))  # fmt: skip
SMALL = 300  # tokens of a batch, a seventh of what is usual, by which most vectors differ in their last bits
OTHERWISE = "1 thread, the abstracts read in small batches"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Keeps vectors and converted sets from run to run.")  # fmt: skip
@click.option("--page", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Rewrite its table.")  # fmt: skip
@click.pass_context
def answer_cost(context: click.Context, data: Path, work: Path, page: Path | None) -> None:
    """Time answers over the abstracts of single_abstract, and ask them six times, each in a new process."""
    session = context.ensure_object(Session)
    session.data = work / "held"
    with as_file(files("service.demo")) as bundled:
        demo = bundled / "citers.jsonl"
        sets = [load_asked(name, data, work / "asked", demo=demo) for name in ("single_abstract", "off_topic_orca")]
    asked = [query.text or "" for dataset in sets for query in dataset.queries]
    with session.progress() as progress, session.writing(progress=progress) as engine:
        rows = timed(hold(engine, sets[0], progress), asked, open_embedder(cache=session.data / "models"))
    apart = work / "held_in_small_batches"
    other = Session(data=apart, open_embedder=in_small_batches)
    with other.progress() as progress, other.writing(progress=progress) as engine:
        hold(engine, sets[0], progress)
    questions = [asked[place * len(asked) // REPEATED] for place in range(REPEATED)]
    rows += [repeated((session.data, apart), questions, work)]
    table = tabulated(("what", "figure"), rows)
    click.echo(table)
    if page is not None:
        page.write_text(placed(page.read_text("utf-8"), {"answer cost": table}), "utf-8")


def in_small_batches(settings: Settings) -> Embedder:
    return open_exact(settings.data / "models", SMALL)


def timed(view: View, asked: Sequence[str], embedder: Embedder) -> list[tuple[str, str]]:
    """Other questions are searched for than are answered, since vectors of queries are remembered."""
    embedder.load()
    view.ask(AskRequest(asked[0], (HUB,)))
    answered = [_milliseconds(partial(view.ask, AskRequest(text, (HUB,)))) for text in asked[1 : TIMED + 1]]
    found: list[float] = []
    read: list[float] = []
    counted: list[int] = []
    for text in asked[TIMED + 1 : 2 * TIMED + 1]:
        request = SearchRequest(read_question(text).query, hubs=(HUB,), limit=CANDIDATES)
        found.append(_milliseconds(partial(view.search, request)))
        if len(read) < EMBEDDED:
            hits = view.search(request).hits
            sentences = [one.text for hit in hits for one in quotable(hit.paper, hit.citation)]
            counted.append(len(sentences))
            read.append(_milliseconds(partial(embedder.embed_passages, sentences)))
    search, embedding, answer = median(found), median(read), median(answered)
    return [
        ("an extractive answer, p50", f"{answer:.1f} ms"),
        ("one search for as many papers, p50", f"{search:.1f} ms"),
        (f"embedding their sentences, {round(median(counted))} of them, p50", f"{embedding:.0f} ms"),
        ("the answer ÷ (the search + the embedding)", f"{answer / (search + embedding):.3f}"),
        ("the answer ÷ the search", f"{answer / search:.2f}"),
    ]


def _milliseconds(call: Callable[[], object]) -> float:
    started = perf_counter()
    call()
    return 1000 * (perf_counter() - started)


def repeated(folders: tuple[Path, Path], questions: Sequence[str], work: Path) -> tuple[str, str]:
    """The second folder holds the same, read in small batches."""
    path = work / "repeated.txt"
    path.write_text("\n".join(questions), "utf-8")
    usual, other = folders
    rounds = []
    for name, options, folder in (*((*each, usual) for each in ROUNDS), (OTHERWISE, (), other)):
        click.echo(f"asked again: {name}", err=True)
        command = [sys.executable, "-m", "service.asked_again", str(folder), str(path), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own module
        rounds.append(done.stdout.splitlines())
    same = sum(len(set(digests)) == 1 for digests in zip(*rounds, strict=True))
    names = ", ".join([*(name for name, _ in ROUNDS), OTHERWISE])
    return f"replies equal byte for byte in {len(rounds)} new processes ({names})", f"{same} of {len(questions)}"


if __name__ == "__main__":
    answer_cost()
