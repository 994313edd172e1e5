"""One request: tried again where that may help, no longer than is told, and given up with what to do."""

import socket
import time
from email.utils import formatdate
from itertools import repeat
from typing import Any

import pytest

from corpus.sources.fetch import Catalogue, fetching
from corpus.sources.source import SourceUnavailable
from tests.catalogue import Reply, Request, serving
from tests.corpus.sources.conftest import Asker


def told(_: Request) -> Reply:
    return Reply({"told": 1})


def given(*replies: Reply, asker: Asker, **how: Any) -> tuple[object, float, int]:
    """What the replies come to, the seconds slept, and how often was asked."""
    with serving(told) as catalogue:
        catalogue.instead["hub"] = iter(replies)
        asking = asker(Catalogue("Lamps", catalogue.url, **how))
        try:
            found = asking.fetcher.get("paper", {})
        except SourceUnavailable as error:
            found = str(error).replace(catalogue.url, "URL")
        return found, round(sum(asking.slept), 6), len(catalogue.asked)


def test_a_reply_is_its_json_and_nothing_there_is_none(asker: Asker) -> None:
    assert given(asker=asker) == ({"told": 1}, 0, 1)
    assert given(Reply("<html>", 404), asker=asker) == (None, 0, 1)


@pytest.mark.parametrize(
    ("headers", "slept"), [({}, 1), ({"Retry-After": "7"}, 7), ({"Retry-After": "soon"}, 1), ({"Retry-After": "0"}, 0)]
)
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_it_is_asked_again_after_as_long_as_it_wants(
    asker: Asker, status: int, headers: dict[str, str], slept: float
) -> None:
    assert given(Reply({}, status, headers), asker=asker) == ({"told": 1}, slept, 2)


def test_the_time_to_wait_may_be_told_as_a_moment(asker: Asker) -> None:
    moment = formatdate(time.time() + 30, usegmt=True)
    found, slept, asked = given(Reply({}, 503, {"Retry-After": moment}), asker=asker)
    assert (found, asked) == ({"told": 1}, 2)
    assert 27 < slept <= 30


def test_it_is_given_up_after_six_tries_with_longer_pauses_each_time(asker: Asker) -> None:
    found, slept, asked = given(*[Reply({"message": "Out of lamps"}, 500)] * 9, asker=asker)
    assert (slept, asked) == (1 + 2 + 4 + 8 + 16, 6)
    assert found == (
        "expected a reply of Lamps (URL), found status 500, 'Out of lamps' (6 tries); "
        "try again later, or import a file: citers import FILE"
    )


def test_it_is_given_up_at_once_where_it_is_to_be_left_alone_for_long(asker: Asker) -> None:
    slow = Reply({"error": "Quota"}, 429, {"Retry-After": "3600"})
    found, slept, asked = given(slow, asker=asker, slow_down="get a key")
    assert (slept, asked) == (0, 1)
    assert found == "expected a reply of Lamps (URL), found status 429, 'Quota'; get a key"


@pytest.mark.parametrize(("status", "todo"), [(401, "check the key"), (403, "check the key"), (400, "try again later")])
def test_a_refusal_is_not_tried_again(asker: Asker, status: int, todo: str) -> None:
    found, slept, asked = given(Reply("<h1>No</h1>", status), asker=asker, refused="check the key")
    assert (slept, asked) == (0, 1)
    assert str(found).startswith(f"expected a reply of Lamps (URL), found status {status}; {todo}")


def test_a_reply_that_ends_in_the_middle_or_is_no_json_is_asked_for_again(asker: Asker) -> None:
    cut = Reply({"told": 2, "more": "x" * 100}, cut=True)
    assert given(cut, Reply("{"), asker=asker) == ({"told": 1}, 3, 3)


def test_where_there_is_no_connection_it_is_given_up_after_two_tries(asker: Asker) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        asking = asker(Catalogue("Lamps", url))
        with pytest.raises(SourceUnavailable, match=r"no connection: .* \(2 tries\); check the network and"):
            asking.fetcher.get("paper", {})
    assert round(sum(asking.slept), 6) == 1


def test_where_a_connection_is_lost_after_a_reply_it_is_tried_as_often_as_else(asker: Asker) -> None:
    with serving(told) as catalogue:
        asking = asker(Catalogue("Lamps", catalogue.url))
        catalogue.instead["hub"] = iter([Reply({"told": 1}, headers={"Connection": "close"})])
        assert asking.fetcher.get("paper", {}) == {"told": 1}
    with pytest.raises(SourceUnavailable, match=r"no connection: .* \(6 tries\)"):
        asking.fetcher.get("paper", {})


def test_a_pause_is_ended_by_what_is_to_be_heeded(asker: Asker) -> None:
    looks: list[int] = []

    def heed() -> None:
        looks.append(1)
        if len(looks) == 5:
            raise KeyboardInterrupt

    with serving(told) as catalogue:
        catalogue.instead["hub"] = repeat(Reply({}, 503, {"Retry-After": "60"}))
        asking = asker(Catalogue("Lamps", catalogue.url), heed)
        with pytest.raises(KeyboardInterrupt):
            asking.fetcher.get("paper", {})
    assert (len(catalogue.asked), asking.slept) == (1, [0.2, 0.2])


def test_a_reply_without_end_is_not_kept_in_memory(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.sources.fetch.MOST_BYTES", 50)
    found, _, asked = given(*[Reply("x" * 100)] * 6, asker=asker)
    assert asked == 6
    assert "found a reply of more than 50 bytes or 120 s (6 tries)" in str(found)


@pytest.mark.parametrize(("key", "asked"), [("secret", 0), (None, 1)])
def test_a_key_is_sent_along_and_not_to_where_a_redirection_leads(
    monkeypatch: pytest.MonkeyPatch, key: str | None, asked: int
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving(told) as first, serving(told) as second:
        first.instead["hub"] = repeat(Reply({}, 301, {"Location": f"{second.url}/paper"}))
        named = Catalogue("Lamps", first.url, {"x-api-key": key} if key else {}, {"mailto": "ann@example.org"})
        with fetching(named, "citers/1") as fetcher:
            if key:
                with pytest.raises(SourceUnavailable, match="found status 301"):
                    fetcher.get("paper", {"q": "a b"})
            else:
                assert fetcher.get("paper", {"q": "a b"}) == {"told": 1}
    sent = first.asked[0]
    assert (sent.headers.get("x-api-key"), sent.headers["user-agent"]) == (key, "citers/1")
    assert sent.params == {"q": "a b", "mailto": "ann@example.org"}
    assert len(second.asked) == asked
    assert "secret" not in repr(named)


def test_a_proxy_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://proxy:1")
    with pytest.raises(SourceUnavailable, match="correct HTTPS_PROXY"), fetching(Catalogue("L", "https://x"), "a"):
        pass
