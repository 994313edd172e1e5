"""Puts what `citers bench --json` measured on a page and into plots: `python -m eval.bench REPORT ...`."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from eval.bench.filled import filled_tables, read_filled
from eval.bench.grown import growth_tables, read_growth
from eval.bench.table import bench_tables
from eval.bench.values import read_bench
from eval.tables import placed


def main() -> None:
    given = _arguments()
    if given.report is not None:
        bench = read_bench(given.report)
        put_on(given.page, bench_tables(bench))
        if given.plots is not None:
            from eval.bench.plots import draw

            draw(bench, given.plots)
    if given.growth is not None:
        growth = read_growth(given.growth)
        put_on(given.page, growth_tables(growth))
        if given.plots is not None:
            from eval.bench.plots import draw_growth

            draw_growth(growth, given.plots)
    if given.filled:
        put_on(given.page, filled_tables([read_filled(path) for path in given.filled]))


def put_on(page: Path | None, tables: Mapping[str, str]) -> None:
    if page is not None:
        page.write_text(placed(page.read_text("utf-8"), tables), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("report", type=Path, nargs="?", help="what `citers bench --json` printed")
    parser.add_argument("--page", type=Path, help="rewrite its tables")
    parser.add_argument("--plots", type=Path, help="draw plots into this folder")
    parser.add_argument("--growth", type=Path, help="what `citers bench --grow N --json` printed")
    parser.add_argument(
        "--filled", type=Path, nargs="+", default=[], help="what `citers bench --fill N --json` printed"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
