"""Installs the peers, lets each rank the known data sets, and prints their figures: `python -m eval.peers DATA`."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from embeddings.cache import CachedEmbedder, open_cache
from embeddings.models import open_embedder
from eval.peers.environments import PeerFailed
from eval.peers.measure import SETS, kept, measure
from eval.peers.peers import PEERS
from eval.peers.runners.handover import BadHandover, BadRun
from eval.peers.table import peer_tables
from eval.suite import kept as kept_of_ours
from eval.suite import load_benchmark
from eval.tables import placed


def main() -> None:
    given = _arguments()
    cache = open_cache(given.work / "held" / "vectors")
    embedder = CachedEmbedder(open_embedder(cache=given.work / "held" / "models"), cache)
    peers = [PEERS[name] for name in given.peer or PEERS]
    for name in given.only or SETS:
        dataset = load_benchmark(name, given.data, given.work / "sets", demo=given.data)
        for report in measure(dataset, peers, embedder, given.work / "peers"):
            print(f"{name}: {report.queries} queries, {report.mode}", file=sys.stderr)  # noqa: T201
    cache.close()
    show(given.work, given.page)


def show(work: Path, page: Path | None) -> None:
    """All that was measured in `work` so far; the page is rewritten once that is every peer on every set, and ours."""
    theirs, ours = kept(work / "peers"), kept_of_ours(work / "reports")
    made = peer_tables(theirs, ours)
    for name, table in made.items():
        print(f"{name}\n\n{table}")  # noqa: T201
    missing = [f"{peer} on {name}" for name in SETS for peer in PEERS if (name, peer) not in theirs]
    missing += [f"ours on {name}" for name in SETS if (name, "hybrid") not in ours]
    if missing:
        print(f"not measured yet: {', '.join(missing)}", file=sys.stderr)  # noqa: T201
    elif page is not None:
        rewrite(page, made)


def rewrite(page: Path, made: Mapping[str, str]) -> None:
    page.write_text(placed(page.read_text("utf-8"), made), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.peers", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the data sets")
    parser.add_argument("--only", action="append", choices=SETS, help="measure on these sets; default: all")
    parser.add_argument("--peer", action="append", choices=PEERS, help="measure these peers; default: all")
    parser.add_argument("--work", type=Path, default=Path(".citers/figures"), help="keeps what it makes, as make eval")
    parser.add_argument("--page", type=Path, help="rewrite its tables once everything was measured")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        main()
    except (BadHandover, BadRun, PeerFailed) as error:
        sys.exit(str(error))
