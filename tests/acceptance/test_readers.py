"""Two services on one folder: one writes, the other reads what it has written, and says who takes papers in."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.acceptance.product import READY_SECONDS, Ended, Service, problem

ONE_MORE = b'{"id": "local:more", "title": "Smoke over the last meadow"}'


def test_a_reader_has_what_the_writer_takes_in(start: Callable[..., Service], copy: Path) -> None:
    writer, reader = start(copy), start(copy, "--read")
    before = reader.get("/v1/search")["total"]
    assert before == writer.get("/v1/search")["total"]
    assert writer.take_in(ONE_MORE)["state"] == "succeeded"
    until = time.monotonic() + READY_SECONDS
    while reader.get("/v1/search")["total"] == before and time.monotonic() < until:
        time.sleep(0.1)
    for path in ("/v1/search?q=smoke+meadow", "/v1/search"):
        assert reader.http.get(path).content == writer.http.get(path).content
    assert reader.get("/v1/search")["total"] == before + 1


def test_a_reader_takes_nothing_in_and_says_so(start: Callable[..., Service], copy: Path) -> None:
    reader = start(copy, "--read")
    reply = reader.http.post("/v1/imports", files={"file": ("papers.jsonl", ONE_MORE)})
    assert problem(reply) == (503, "not_a_writer")
    assert problem(reader.http.delete("/v1/hubs/" + reader.get("/v1/hubs")["items"][0]["id"])) == (503, "not_a_writer")
    assert not (copy / "spool").exists() or not list((copy / "spool").iterdir())


def test_the_demo_is_not_loaded_by_a_reader(citers: Callable[..., Ended], copy: Path) -> None:
    ended = citers("serve", "--read", "--demo", "--data", copy)
    assert (ended.code, "--demo writes to the folder" in ended.err) == (2, True)
