"""Puts what `citers bench --json` measured on a page and into plots: `python -m eval.bench REPORT`."""

import argparse
from pathlib import Path

from eval.bench.table import bench_tables
from eval.bench.values import read_bench
from eval.tables import placed


def main() -> None:
    given = _arguments()
    bench = read_bench(given.report)
    if given.page is not None:
        given.page.write_text(placed(given.page.read_text("utf-8"), bench_tables(bench)), "utf-8")
    if given.plots is not None:
        from eval.bench.plots import draw

        draw(bench, given.plots, given.growth)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("report", type=Path, help="what `citers bench --json` printed")
    parser.add_argument("--page", type=Path, help="rewrite its tables")
    parser.add_argument("--plots", type=Path, help="draw plots into this folder")
    parser.add_argument("--growth", type=Path, help="what `python -m eval.bench.vectors` wrote, to be drawn too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
