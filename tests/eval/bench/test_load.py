"""The load generator asks for each path once, over one connection for each client, and stops where it should."""

from typing import Any

import pytest

from eval.bench.asking import ask, check_hits, hits_in, load_of, ours, put, put_to_all, theirs
from eval.bench.load import Measured, Plan, Refused, loaded
from eval.bench.processes import BenchFailed
from eval.bench.timing import Latency

PATHS = [f"/{number}" for number in range(30)]


def test_each_path_is_asked_for_once(counting: Any) -> None:
    found = loaded(Plan(counting.server_port, PATHS, 4, 60))
    assert sorted(path for _, path in counting.asked) == sorted(PATHS)
    assert len(found.times) == 30
    assert found.first == '{"hits": [1, 2]}'


def test_a_client_keeps_its_connection(counting: Any) -> None:
    loaded(Plan(counting.server_port, PATHS, 1, 60))
    assert len({port for port, _ in counting.asked}) == 1


def test_one_client_asks_in_order(counting: Any) -> None:
    loaded(Plan(counting.server_port, PATHS, 1, 60))
    assert [path for _, path in counting.asked] == PATHS


def test_nothing_is_asked_after_the_deadline(counting: Any) -> None:
    assert loaded(Plan(counting.server_port, PATHS, 4, 0)).times == []
    assert counting.asked == []


def test_a_refusal_ends_the_load_and_says_which_path(counting: Any) -> None:
    with pytest.raises(Refused, match=r"expected 200 for /refused, found 404"):
        loaded(Plan(counting.server_port, ["/refused"], 1, 60))


def test_the_generator_runs_as_a_process_of_its_own(counting: Any) -> None:
    assert len(ask(Plan(counting.server_port, PATHS, 3, 60)).times) == 30
    assert len(counting.asked) == 30


def test_several_services_share_the_paths_and_the_clients(counting: Any) -> None:
    found = put_to_all([counting.server_port, counting.server_port], PATHS, clients=5, seconds=60)
    assert sorted(path for _, path in counting.asked) == sorted(PATHS)
    assert (found.clients, found.latency.n, len({port for port, _ in counting.asked})) == (4, 30, 4)


def test_a_failed_process_says_why(counting: Any) -> None:
    with pytest.raises(BenchFailed, match=r"1 times, but expected 200 for /refused, found 404"):
        put(counting.server_port, ["/refused"], clients=1, seconds=60)


def test_replies_a_second_and_the_generators_share() -> None:
    load = load_of(Plan(1, PATHS, 2, 8), Measured([30.0, 10.0, 20.0, 40.0], 2.0, 0.1, ""))
    assert (load.clients, load.qps, load.latency, load.generator) == (2, 2.0, Latency(4, 20.0, 40.0), 0.05)


def test_a_load_without_a_reply_is_no_figure() -> None:
    with pytest.raises(BenchFailed, match=r"expected a reply within 0.5 s, found none; give it more with --seconds"):
        load_of(Plan(1, PATHS, 2, 0.5), Measured([], 0.5, 0.0, ""))


def test_a_query_is_written_as_each_service_reads_it() -> None:
    assert ours("words & more") == "/v1/search?q=words%20%26%20more&limit=10"
    assert theirs("words & more") == "/search?query=words%20%26%20more&limit=10"


def test_hits_are_counted_in_either_reply(counting: Any) -> None:
    assert (hits_in('{"hits": [{}, {}]}'), hits_in("[{}, {}, {}]")) == (2, 3)
    with pytest.raises(BenchFailed, match="expected 10 hits from /x, found 2"):
        check_hits(counting.server_port, "/x")
