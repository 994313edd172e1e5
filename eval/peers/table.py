"""The peers' figures beside ours as two tables: the values, and how far ours lies ahead, query by query."""

from collections.abc import Callable, Iterator
from itertools import product

from eval.figures import Figure, Report, estimate_of
from eval.peers.measure import SETS, PeerReports
from eval.peers.peers import PEERS
from eval.suite import BENCHMARKS, Reports, figure_of
from eval.tables import changed, tabulated, valued

HEAD = ("data set", "queries", "n", "figure", "hybrid")
MISSING = "not measured"

Cell = Callable[[Figure, Figure | None], str]  # of a peer's figure and ours


def peer_tables(peers: PeerReports, ours: Reports) -> dict[str, str]:
    """By name, each table of which something was measured; differences are of the sets that ours was measured on."""
    both = {(dataset, peer): report for (dataset, peer), report in peers.items() if (dataset, "hybrid") in ours}
    rows = {"peers": list(_rows(peers, ours, _value)), "peers paired": list(_rows(both, ours, _ahead))}
    head = (*HEAD, *(peer.heading for peer in PEERS.values()))
    return {name: tabulated(head, body) for name, body in rows.items() if body}


def _value(theirs: Figure, _ours: Figure | None) -> str:
    return valued(estimate_of(theirs))


def _ahead(theirs: Figure, ours: Figure | None) -> str:
    return changed(ours, theirs) if ours else MISSING


def _rows(peers: PeerReports, ours: Reports, cell: Cell) -> Iterator[tuple[str, ...]]:
    for dataset in SETS:
        reports = {peer: report for (measured, peer), report in peers.items() if measured == dataset}
        kinds = dict.fromkeys(section.kind for report in reports.values() for section in report.sections)
        for kind, name in product(kinds, BENCHMARKS[dataset].figures):
            own = _figure(ours.get((dataset, "hybrid")), kind, name)
            theirs = {peer: found for peer, report in reports.items() if (found := _figure(report, kind, name))}
            if theirs:
                n = str(len(next(iter(theirs.values())).rows))
                cells = (cell(theirs[peer], own) if peer in theirs else MISSING for peer in PEERS)
                yield (dataset, kind, n, name, valued(estimate_of(own)) if own else MISSING, *cells)


def _figure(report: Report | None, kind: str, name: str) -> Figure | None:
    sections = report.sections if report else ()
    return next((found for each in sections if each.kind == kind and (found := figure_of(each, name))), None)
