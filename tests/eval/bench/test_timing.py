"""Percentiles are times that were measured, and ratios say how many times a limit."""

from eval.bench.timing import Latency, latency_of, percentile, ratio, timed


def test_a_percentile_is_the_least_time_that_so_many_do_not_exceed() -> None:
    times = [float(time) for time in range(100, 0, -1)]
    assert [percentile(times, share) for share in (0, 1, 50, 50.5, 99, 100)] == [1, 1, 50, 51, 99, 100]


def test_of_few_times_p99_is_the_longest() -> None:
    assert latency_of([3.0, 1.0, 2.0]) == Latency(3, 2.0, 3.0)


def test_a_ratio_says_how_many_times_the_limit() -> None:
    assert (ratio(30.0, 20.0), ratio(30.0, 0.0)) == (1.5, 0.0)


def test_every_call_is_timed_in_order() -> None:
    called: list[str] = []
    assert len(timed(called.append, ["a", "b"])) == 2
    assert called == ["a", "b"]
