"""What one run measured as pictures; the only file that knows matplotlib, which the extra `bench` installs."""

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from eval.bench.grown import Growth
from eval.bench.values import Bench

OURS, THEIRS = "#1f5f8b", "#b9c4cc"
SEARCHES = "search, "  # how the names of our own layers begin
SIZE = (7.5, 3.2)

mpl.rcParams["svg.hashsalt"] = "citers"  # the same numbers are the same file


def draw(bench: Bench, folder: Path) -> list[Path]:
    """The files written: layers.svg and services.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_kept(_layers(bench), folder / "layers.svg"), _kept(_services(bench), folder / "services.svg")]


def draw_growth(growth: Growth, folder: Path) -> Path:
    """The file written: growth.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    return _kept(_growth(growth), folder / "growth.svg")


def _layers(bench: Bench) -> Figure:
    figure, axes = _blank("p50 of one query, milliseconds")
    layers = bench.layers
    colours = [OURS if layer.name.startswith(SEARCHES) else THEIRS for layer in layers]
    bars = axes.barh([layer.name for layer in layers], [layer.latency.p50 for layer in layers], color=colours)
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.invert_yaxis()
    return figure


def _services(bench: Bench) -> Figure:
    own = bench.services[0]
    figure, axes = _blank(f"replies a second, {own.many.clients} clients, queries not asked before")
    colours = [OURS if served is own else THEIRS for served in bench.services]
    titles = [served.title for served in bench.services]
    bars = axes.barh(titles, [served.many.qps for served in bench.services], color=colours)
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.invert_yaxis()
    return figure


def _growth(growth: Growth) -> Figure:
    figure, axes = _blank("vectors")
    sizes = [size.vectors for size in growth.sizes]
    axes.plot(sizes, [size.flat.p50 for size in growth.sizes], "o-", color=THEIRS, label="FAISS flat")
    axes.plot(sizes, [size.latency.p50 for size in growth.sizes], "o-", color=OURS, label="citers, nearest ten")
    axes.set(xscale="log", yscale="log", ylabel="p50, milliseconds")
    axes.legend(frameon=False)
    return figure


def _blank(label: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(label)
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0.12)
    return figure, axes


def _kept(figure: Figure, path: Path) -> Path:
    figure.savefig(path, format="svg", metadata={"Date": None})
    return path
