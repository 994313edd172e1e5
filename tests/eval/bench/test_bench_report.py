"""A run's tables put each figure beside another of the run, and its JSON is read back as it was."""

from pathlib import Path

import pytest

from eval.bench.layers import HTTP, IN_TURN, LIMIT, SEARCH, rounds, summed
from eval.bench.plots import draw
from eval.bench.table import bench_tables
from eval.bench.timing import Latency
from eval.bench.values import Bench, as_json, read_bench
from eval.tables import placed

PAGE = Path(__file__).resolve().parents[3] / "docs" / "bench.md"


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_json_is_read_back_as_it_was(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "bench.json"
    path.write_text(as_json(bench), "utf-8")
    assert read_bench(path) == bench


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"format": "citers-eval/1"}', "utf-8")
    with pytest.raises(ValueError, match=r"should be the --json of `citers bench` \(citers-bench/3\) and is not"):
        read_bench(path)


def test_a_layer_is_a_multiple_of_the_one_below(bench: Bench) -> None:
    assert rows(bench_tables(bench)["bench layers"]) == [
        ["query embedded", "200", "4.0", "8.0", "", ""],
        [LIMIT, "200", "10.0", "20.0", "", ""],
        [IN_TURN, "200", "12.0", "25.0", "1.20", "1.25"],
        [SEARCH, "200", "25.0", "30.0", "2.50", "1.50"],
        [HTTP, "200", "30.0", "60.0", "1.20", "2.00"],
    ]


def test_a_request_is_a_multiple_of_a_search(bench: Bench) -> None:
    assert rows(bench_tables(bench)["bench requests"]) == [["related papers", "100", "15.0", "90.0", "0.50", "1.50"]]


def test_a_peer_is_a_multiple_of_ours(bench: Bench) -> None:
    ours, theirs = rows(bench_tables(bench)["bench services"])
    assert ours == ["citers, hybrid", "40", "30.0", "60.0", "16", "60.0", "60.0", "2.0", "300", "400", "150", "20.0"]
    assert theirs[:3] == ["FAISS 1.15.1, dense", "40", "15.0 (0.50 ×)"]
    assert theirs[3:8] == ["30.0 (0.50 ×)", "16", "90.0 (1.50 ×)", "90.0 (1.50 ×)", "2.0 (1.00 ×)"]
    assert theirs[8:] == ["not known", "400 (1.00 ×)", "150 (1.00 ×)", "not known"]


def test_the_import_is_set_beside_the_embedder(bench: Bench) -> None:
    assert ["papers taken in a second, whole import", "20.0", "0.50 × the embedder"] in rows(
        bench_tables(bench)["bench run"]
    )


def test_a_reader_beside_the_service_is_a_multiple_of_the_service_alone(bench: Bench) -> None:
    what = "replies a second, new queries, 16 clients, with a reader beside the service"
    assert [what, "90.0", "1.50 × the service alone"] in rows(bench_tables(bench)["bench run"])


def test_replies_are_a_share_of_those_that_the_cores_have_room_for(bench: Bench) -> None:
    what = "replies a second, if all cores computed the three, one after another, and nothing else"
    assert [what, "166.7", "0.36 × of that by the service"] in rows(bench_tables(bench)["bench run"])


def test_searches_while_papers_arrive_are_a_multiple_of_those_before(bench: Bench) -> None:
    assert rows(bench_tables(bench)["bench arrival"]) == [
        ["500 papers found by words, after", "", "2.5 s", ""],
        ["embedded, after", "", "longer than was waited for", ""],
        ["replies", "640", "900", ""],
        ["replies a second", "40.0", "30.0", "0.75"],
        ["a search, p50", "200.0 ms", "250.0 ms", "1.25"],
        ["a search, p99", "400.0 ms", "500.0 ms", "1.25"],
        ["resident", "300.0 MiB", "375.0 MiB", "1.25"],
        ["its own, not of files", "100.0 MiB", "150.0 MiB", "1.50"],
    ]


def test_the_page_has_a_place_for_every_table(bench: Bench) -> None:
    written = placed(PAGE.read_text("utf-8"), bench_tables(bench))
    assert all(table in written for table in bench_tables(bench).values())


def test_the_limit_is_the_sum_query_by_query() -> None:
    times = {"a": [1.0, 9.0], "b": [9.0, 2.0], IN_TURN: [11.0, 12.0], SEARCH: [5.0, 6.0], HTTP: [7.0, 8.0]}
    assert summed(times) == {
        "a": Latency(2, 1.0, 9.0),
        "b": Latency(2, 2.0, 9.0),
        LIMIT: Latency(2, 10.0, 11.0),
        IN_TURN: Latency(2, 11.0, 12.0),
        SEARCH: Latency(2, 5.0, 6.0),
        HTTP: Latency(2, 7.0, 8.0),
    }


def test_rounds_share_out_every_query_once() -> None:
    assert rounds(list("abcdefg"), 3) == [["a", "d", "g"], ["b", "e"], ["c", "f"]]
    assert rounds(list("ab"), 5) == [["a"], ["b"]]


def test_the_same_numbers_are_the_same_pictures(bench: Bench, tmp_path: Path) -> None:
    first, second = (draw(bench, tmp_path / name) for name in ("a", "b"))
    assert [path.name for path in first] == ["layers.svg", "services.svg"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
