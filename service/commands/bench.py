"""`citers bench`: how fast it is here, beside what it cannot be faster than and beside other libraries."""

from __future__ import annotations

import random
import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from eval.bench.grown import Growth
    from eval.bench.measure import Ours
    from index.version import IndexVersion
    from service.settings import Settings

VECTORS = "vectors."  # how the names of their files begin
LEFT = ("spool", "eval", "bench", "writer.lock", "writer.pid", "lock.mdb")  # of a data folder when it is copied
SEED = 0
TITLES = 4000  # papers whose titles are asked where no queries are given
ENOUGH = 2000  # of fewer, pieces of abstracts are asked as well, so that new queries are new


def peer_names(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """`none`, `all`, or names with commas between them."""
    from eval.bench.peers import PEERS

    if value in ("none", "all"):
        return tuple(PEERS) if value == "all" else ()
    names = tuple(name.strip() for name in value.split(","))
    unknown = [name for name in names if name not in PEERS]
    if unknown:
        raise click.BadParameter(f"there is no peer {unknown[0]!r}; name some of {', '.join(PEERS)}, all, or none")
    return names


@click.command(short_help="Measure how fast it is on this machine.")
@click.option("--queries", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="What to ask, one query a line; default: titles of the papers held, of few more.")  # fmt: skip
@click.option("--clients", type=click.IntRange(1, 256), default=16, show_default=True, help="How many ask at once.")
@click.option("--seconds", type=click.FloatRange(0.1, 600), default=8.0, show_default=True, help="Most of each load.")
@click.option("--peers", default="none", show_default=True, callback=peer_names, metavar="NAMES",
              help="Other libraries, installed first: all, or names with commas between.")  # fmt: skip
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Keeps what it makes (default: bench in the data folder).")  # fmt: skip
@click.option("--plots", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Draw what was measured there; needs matplotlib (make setup-bench).")  # fmt: skip
@click.option("--grow", type=click.IntRange(1_000), metavar="N",
              help="Measure vectors alone instead, from 1,000 to N: these papers' and noise around them.")  # fmt: skip
@click.option("--fill", type=click.IntRange(1_000), metavar="N",
              help="Measure everything with N papers instead: these, and others made of their sentences.")  # fmt: skip
@everywhere
@pass_session
def bench(
    session: Session,
    queries: Path | None,
    clients: int,
    seconds: float,
    peers: tuple[str, ...],
    work: Path | None,
    plots: Path | None,
    grow: int | None,
    fill: int | None,
) -> None:
    """Measure how fast searches are on this machine, each figure beside a limit or a peer of the same run.

    A copy of the data folder is served, so that it can go on being used.
    """
    from eval.bench.measure import Terms, measure
    from eval.bench.table import bench_tables
    from eval.bench.values import as_json

    settings = session.settings()
    place = (work or settings.data / "bench").absolute()
    if grow is not None:
        show_growth(session, grown(session, settings, grow, place), plots)
        return
    if fill is not None:
        show_filled(session, settings, fill, place, queries, seconds)
        return
    with ExitStack() as parts:
        ours = measured(session, settings, place, parts)
        terms = Terms(asked(queries, ours.version), clients, seconds, peers, place)
        found = measure(ours, terms, lambda stage: click.echo(stage, err=True))
    tables = "\n".join(bench_tables(found).values())
    click.echo(as_json(found) if session.json else tables, nl=False)
    if plots is not None:
        from eval.bench.plots import draw

        draw(found, plots)


def grown(session: Session, settings: Settings, largest: int, work: Path) -> Growth:
    """The vectors of the current index, and around them as many more as are asked for."""
    from eval.bench.growing import grow
    from service.choice import plan_of

    version = current(session, settings)
    vectors = version.vectors[version.snapshot.rows()]
    return grow(vectors, largest, work, lambda stage: click.echo(stage, err=True), plan=plan_of(settings))


def show_growth(session: Session, growth: Growth, plots: Path | None) -> None:
    from eval.bench.grown import as_json, growth_tables

    click.echo(as_json(growth) if session.json else "\n".join(growth_tables(growth).values()), nl=False)
    if plots is not None:
        from eval.bench.plots import draw_growth

        draw_growth(growth, plots)


def show_filled(
    session: Session, settings: Settings, count: int, work: Path, queries: Path | None, seconds: float
) -> None:
    from eval.bench.filled import as_json, filled_tables
    from service.commands.bench_fill import filled

    version = current(session, settings)
    model, told = model_name(session, settings), asked(queries, version)
    found = filled(settings, model, count, work, told, seconds, lambda stage: click.echo(stage, err=True))
    click.echo(as_json(found) if session.json else "\n".join(filled_tables([found]).values()), nl=False)


def model_name(session: Session, settings: Settings) -> str:
    from service.choice import model_of

    return (session.open_embedder or model_of)(settings).name


def current(session: Session, settings: Settings) -> IndexVersion:
    from index.version import open_current
    from service.engine import NothingImported

    version = open_current(settings.data / "index", model=model_name(session, settings))
    if version is None:
        raise NothingImported(f"there is no index in {settings.data}; import a file first (citers import FILE)")
    return version


def measured(session: Session, settings: Settings, work: Path, parts: ExitStack) -> Ours:
    """The current index, searched in this process and served from a copy, and empty folders to import into."""
    from eval.bench.measure import SAMPLE, Ours
    from service.choice import bulk_model_of, model_of
    from service.commands.bench_fill import OURSELVES, serving
    from service.reading import MANY

    reading = parts.enter_context(session.reading())
    opener = session.open_embedder or model_of
    embedder, version = opener(settings), current(session, settings)
    bulk = bulk_model_of(settings, opener) if min(version.snapshot.held, SAMPLE) >= MANY else None
    served, view = copied(settings.data, work / "served"), reading.view()
    view.warm()
    return Ours(
        version=version,
        root=settings.data / "index",
        embedder=embedder,
        reader=bulk or embedder,
        search=view.search,
        serve=lambda port: serving(served, port),
        serve_reader=lambda port: [*serving(served, port), "--read"],
        take_in=lambda file: taken_in(session, settings, work, file),
        release=[*OURSELVES, "--version"],
    )


def taken_in(session: Session, settings: Settings, work: Path, file: Path) -> float:
    """Seconds in which a file is imported into an empty folder."""
    from eval.bench.timing import seconds_of

    with session.writing(replace(settings, data=emptied(settings.data, work / "taken_in"))) as writing:
        return seconds_of(lambda: writing.import_file(file, format="jsonl"))


def copied(data: Path, to: Path) -> Path:
    """With the vectors of texts met before, none of which a query's is."""
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(data, to, ignore=shutil.ignore_patterns(*LEFT), copy_function=copied_at_once))


def copied_at_once(source: str, to: str) -> str:
    """Vectors in one piece, as the index writes them: by small pieces they would lie in small pages of memory."""
    if not Path(source).name.startswith(VECTORS):
        return str(shutil.copy2(source, to))
    Path(to).write_bytes(Path(source).read_bytes())
    return to


def emptied(data: Path, to: Path) -> Path:
    """A data folder that holds nothing but the model's export."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    if (data / "models").is_dir():
        shutil.copytree(data / "models", to / "models")
    return to


def pieces(text: str) -> list[str]:
    """Of a text eight words at a time."""
    words = text.split()
    return [" ".join(words[start : start + 8]) for start in range(0, len(words), 8)]


def asked(path: Path | None, version: IndexVersion) -> list[str]:
    """Each query once, shuffled, so that every part of them is like the whole. Titles and abstracts are read as plain
    words, as those of a file are not: it may hold what it likes."""
    from eval.bench.handed import spread
    from eval.plain import plain

    if path is None:
        papers = spread(version, TITLES)
        found = [plain(paper.title) for paper in papers]
        if len(found) < ENOUGH:
            found += [piece for paper in papers for piece in pieces(plain(paper.abstract or ""))]
    else:
        found = [line.strip() for line in path.read_text("utf-8").splitlines()]
    queries = list(dict.fromkeys(query for query in found if query))
    if not queries:
        raise click.UsageError("there is nothing to ask; give --queries a file with a query on each line")
    random.Random(SEED).shuffle(queries)  # noqa: S311  # repeatable on purpose
    return queries
