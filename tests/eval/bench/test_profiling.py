"""Time is told by functions of ours, what libraries take counted to whoever called them."""

import json
import time

from eval.bench.profiling import Share, largest, profiled
from eval.bench.table import bench_tables
from eval.bench.timing import ratio
from eval.bench.values import Bench


def test_the_largest_come_first_as_shares_of_all() -> None:
    assert largest({"b": 1.0, "a": 1.0, "c": 6.0}) == (Share("c", 0.75), Share("a", 0.125), Share("b", 0.125))
    assert largest({}) == ()


def test_what_a_library_takes_counts_to_who_called_it() -> None:
    def work() -> None:
        started = time.process_time()
        while time.process_time() - started < 0.05:
            json.dumps([ratio(1, 3)] * 2000)

    shares = profiled(work)
    assert shares[0].function == "tests/eval/bench/test_profiling.py: work"
    assert round(sum(share.share for share in shares), 2) == 1.0


def test_what_no_search_can_go_without_is_marked(bench: Bench) -> None:
    table = bench_tables(bench)["bench searching"].splitlines()
    assert table[2:] == [
        "| `index/faiss/products.py: score` | 25.0% | yes |",
        "| `index/ranking.py: rank` | 12.5% |  |",
    ]
