"""A language model's claims are shown as far as the sources support them; without it the extractive answer is."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.llm.conftest import HUB, QUESTION, Opened
from tests.llm.scripted import Body, Said, claims, event, excerpts, written

TRUE = "Longer waggle dances point to flowers that are more distant."


def ask(client: Any, **more: Any) -> Any:
    reply = client.post("/v1/ask", json={"question": QUESTION, "hub": HUB, **more})
    assert reply.status_code == 200, reply.text
    return reply.json()


def id_of(body: Body, words: str) -> str:
    return next(one["id"] for one in excerpts(body) if words in " ".join(one["sentences"]))


def true_and(*others: tuple[str, str]) -> Any:
    """Says what is so, and other things after it, each of the source that holds certain words."""
    return lambda body: claims(
        (TRUE, [id_of(body, "distant flowers")]), *((text, [id_of(body, words)]) for text, words in others)
    )


def test_what_the_source_supports_is_shown_with_its_quote(opened: Opened) -> None:
    client, server = opened(true_and(), llm_key="k1")
    reply = ask(client)
    assert (reply["generator"], reply["model"], reply["degraded"]) == ("llm", "scripted-1", [])
    assert reply["answer"] == TRUE.removesuffix(".") + " [1]."
    assert reply["usage"] == {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    (claim,), (source,) = reply["claims"], reply["sources"]
    assert 0.5 <= claim["support"] < 1
    assert {quote["quote"] for quote in claim["evidence"]} >= {"Longer waggle dances point to more distant flowers."}
    for quote in claim["evidence"]:
        assert source["paper"][quote["field"]][quote["start"] : quote["end"]] == quote["quote"]
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"], asked["seed"], asked["key"]) == ("tiny", 0, 0, "Bearer k1")


@pytest.mark.parametrize(
    ("lie", "words"),
    [
        ("The dances of 250 workers from 12 hives were decoded.", "240 workers"),
        ("The dances of 240 workers were decoded with BeeGPT-4.", "240 workers"),
        ("Longer waggle dances do not point to more distant flowers.", "240 workers"),
        ("Loud noise does shorten the waggle dances of honey bees.", "Loud noise"),
        ("Longer waggle dances point to more distant flowers.", "Loud noise"),
        ("Waggle dances are taught by elder queens to young drones at night.", "240 workers"),
    ],
)
def test_what_the_source_does_not_support_is_left_out(opened: Opened, lie: str, words: str) -> None:
    client, _ = opened(true_and((lie, words)))
    assert ask(client)["answer"] == TRUE.removesuffix(".") + " [1]."


def test_the_same_question_has_the_same_reply_whatever_the_model_says_next(opened: Opened) -> None:
    texts = iter((TRUE, "Waggle dances of bees point to more distant flowers."))
    client, server = opened(lambda body: claims((next(texts), [id_of(body, "distant flowers")])))
    assert ask(client) == ask(client)
    assert len(server.asked) == 1


def test_a_refused_question_is_not_put_to_the_model(opened: Opened) -> None:
    client, server = opened(true_and())
    reply = client.post("/v1/ask", json={"question": "Who won the football cup in Madrid?", "hub": HUB}).json()
    assert (reply["answerable"], reply["generator"], reply["degraded"], server.asked) == (False, "extractive", [], [])


def test_the_extractive_generator_can_still_be_asked_for(opened: Opened) -> None:
    client, server = opened(true_and())
    assert (ask(client, generator="extractive")["generator"], server.asked) == ("extractive", [])


def test_it_is_named_beside_the_other_models(opened: Opened) -> None:
    models = opened(true_and())[0].get("/v1/about").json()["models"]
    assert [(model["role"], model["name"]) for model in models[1:]] == [("language", "tiny")]


def test_another_model_is_another_index_id(opened: Opened) -> None:
    with_model = ask(opened(true_and())[0])["index_id"]
    assert with_model != ask(opened(true_and(), llm_url=None, llm_model=None)[0])["index_id"]


def endless(_: Body) -> Said:
    def pieces() -> Iterator[bytes]:
        while True:
            yield event({"choices": [{"delta": {"content": "and so on " * 400}}]})

    return Said(pieces())


def one_line(_: Body) -> Said:
    def pieces() -> Iterator[bytes]:
        while True:
            yield b"x" * 65_536

    return Said(pieces())


HOSTILE = {
    "an error": lambda _: Said([b'{"error": {"message": "overloaded"}}'], 400, {"Content-Type": "application/json"}),
    "an error inside a 200": lambda _: Said([event({"error": {"message": "out of memory", "code": 500}})]),
    "an error as the whole body": lambda _: Said([b'{"error": "no"}'], 200, {"Content-Type": "application/json"}),
    "a page": lambda _: Said([b"<html><body>Log in</body></html>"], 200, {"Content-Type": "text/html"}),
    "nothing": lambda _: Said([]),
    "no JSON": lambda _: Said([b"data: {not json\n\n"]),
    "JSON nested too deeply": lambda _: Said([b'data: {"choices":' + b"[" * 3_000 + b"\n\n"]),
    "pieces of no known form": lambda _: Said([event(5), event([1]), event({"choices": 7}), event({"choices": [{}]})]),
    "endless text": endless,
    "an endless line": one_line,
    "invented ids": lambda _: claims((TRUE, ["1"]), (TRUE, ["[1]"]), (TRUE, [])),
    "prose without marks": lambda _: written("Longer waggle dances point to more distant flowers."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_model_that_fails_or_says_nothing_of_use_is_left_out(opened: Opened, name: str) -> None:
    client, _ = opened(HOSTILE[name], llm_timeout=20)
    reply = ask(client)
    assert (reply["generator"], reply["model"], reply["degraded"]) == ("extractive", None, ["llm"])
    assert "Longer waggle dances point to more distant flowers [1]." in reply["answer"]


def test_a_model_that_is_not_there_is_left_out(opened: Opened) -> None:
    client, _ = opened(true_and(), llm_url="http://127.0.0.1:9/v1")
    assert ask(client)["degraded"] == ["llm"]


def test_a_model_that_takes_too_long_is_left_out(opened: Opened) -> None:
    held = threading.Event()

    def silent(_: Body) -> Said:
        return Said(iter(lambda: held.wait(30) and b"", b""))

    client, _ = opened(silent, llm_timeout=1)
    assert ask(client)["degraded"] == ["llm"]
    held.set()


def test_a_server_that_takes_no_form_of_reply_is_asked_without_one(opened: Opened) -> None:
    def plain(body: Body) -> Said:
        if "response_format" in body:
            return Said([b'{"error": {"message": "unknown field"}}'], 422, {"Content-Type": "application/json"})
        return true_and()(body)

    client, server = opened(plain)
    assert ask(client)["generator"] == "llm"
    assert ["response_format" in asked for asked in server.asked] == [True, False]


def test_a_request_that_is_refused_either_way_changes_nothing(opened: Opened) -> None:
    refusing = iter([True, True])

    def full_at_first(body: Body) -> Said:
        if next(refusing, False):
            return Said([b'{"error": {"message": "too long"}}'], 400, {"Content-Type": "application/json"})
        return true_and()(body)

    client, server = opened(full_at_first)
    assert [ask(client)["generator"] for _ in range(2)] == ["extractive", "llm"]
    assert ["response_format" in asked for asked in server.asked] == [True, False, True]


def test_a_reply_that_is_not_streamed_is_called_empty(opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    message = b'{"choices": [{"message": {"content": "Bees dance."}}]}'
    client, server = opened(lambda _: Said([message], 200, {"Content-Type": "application/json"}))
    for _ in range(2):
        assert ask(client)["degraded"] == ["llm"]
    assert "gave an empty reply; expected text, streamed as events, within 1,200 tokens" in caplog.text
    assert len(server.asked) == 2


@pytest.mark.parametrize("wrap", ["```json\n{}\n```", "Sure! {} Hope that helps.", "{}", "\n\n{"], ids=range(4))
def test_json_in_any_wrapping_is_read(opened: Opened, wrap: str) -> None:
    def script(body: Body) -> Said:
        text = json.dumps({"claims": [{"text": TRUE, "sources": [id_of(body, "distant flowers")]}]})
        return written(wrap.replace("{}", text) if "{}" in wrap else text[:-3] + ', {"text": "Longer dan')

    assert ask(opened(script)[0])["generator"] == "llm"


def test_prose_with_the_ids_as_marks_is_read(opened: Opened) -> None:
    client, _ = opened(lambda body: written(f"{TRUE} [{id_of(body, 'distant flowers')}]"))
    assert ask(client)["answer"] == TRUE.removesuffix(".") + " [1]."


def test_the_streams_events_are_the_plain_reply_in_parts(opened: Opened) -> None:
    client, _ = opened(true_and(("Loud noise does not shorten the dances of honey bees.", "Loud noise")))
    plain = ask(client)
    streamed = client.post("/v1/ask", json={"question": QUESTION, "hub": HUB, "stream": True})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    events = [
        dict(line.split(": ", 1) for line in part.splitlines()) for part in streamed.text.split("\r\n\r\n") if part
    ]
    assert [one["event"] for one in events] == ["sources", *["claim"] * len(plain["claims"]), "done"]
    assert len(plain["claims"]) == 2
    data = [json.loads(one["data"]) for one in events]
    assert (data[0], data[1:-1], data[-1]) == (plain["sources"], plain["claims"], plain)
