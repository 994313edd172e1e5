"""A real OpenAI-compatible server behind the real service, and clients that leave before they are answered."""

import json
import socket
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.acceptance import hives
from tests.acceptance.conftest import Start
from tests.acceptance.language_models import make_model, serving_transformers
from tests.acceptance.product import Service
from tests.llm.scripted import Body, Said, serving

BODY = {"question": "What does a camera at the gate count?", "hub": hives.HUB}


def events(text: str) -> list[tuple[str, Any]]:
    parts = [dict(line.split(": ", 1) for line in part.splitlines()) for part in text.split("\r\n\r\n") if part]
    return [(part["event"], json.loads(part["data"])) for part in parts if "event" in part]


@pytest.mark.slow
def test_the_nonsense_of_a_real_model_is_caught_and_the_extractive_answer_served(
    start: Start, copy: Path, tmp_path: Path
) -> None:
    model = make_model(tmp_path / "model")
    with serving_transformers(model, tmp_path / "log") as url:
        given = {"CITERS_LLM_URL": url, "CITERS_LLM_MODEL": str(model), "CITERS_LLM_TOKENS": "40"}
        service = start(copy, **given)
        reply = service.http.post("/v1/ask", json=BODY).json()
        extractive = service.http.post("/v1/ask", json={**BODY, "generator": "extractive"}).json()
        streamed = events(service.http.post("/v1/ask", json={**BODY, "stream": True}).text)
        service.stop()
    assert extractive["answer"] == "A camera at the gate counts bees with an error of 3% [1]."
    assert (reply["degraded"], reply["generator"], reply["model"]) == (["llm"], "extractive", None)
    assert reply["usage"]["completion_tokens"] == 40
    assert reply == {**extractive, "degraded": ["llm"], "usage": reply["usage"]}
    assert streamed == [("sources", reply["sources"]), *(("claim", one) for one in reply["claims"]), ("done", reply)]
    assert "nothing that" in service.log.read_text()


def leave_early(service: Service, body: Body, asked: threading.Event) -> None:
    """Sends a question, and closes the connection once the model has been asked."""
    at = urlsplit(str(service.http.base_url))
    content = json.dumps(body).encode()
    head = (
        f"POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    with socket.create_connection((str(at.hostname), int(at.port or 80))) as connection:
        connection.sendall(head.encode() + content)
        assert asked.wait(60)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_a_client_that_leaves_stops_the_model(start: Start, copy: Path, stream: bool) -> None:
    asked, let_go = threading.Event(), threading.Event()

    def slow(_: Body) -> Said:
        def pieces() -> Any:
            asked.set()
            while not let_go.wait(0.05):
                yield b": still thinking\n\n"

        return Said(pieces())

    with serving(slow) as server:
        service = start(copy, CITERS_LLM_URL=server.url, CITERS_LLM_MODEL="slow", CITERS_LLM_TIMEOUT="600")
        leave_early(service, {**BODY, "stream": stream}, asked)
        stopped = server.hung_up.acquire(timeout=60)
        let_go.set()
        assert stopped
        assert service.get("/readyz")["ready"] is True
        service.stop()
