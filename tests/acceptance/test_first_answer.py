"""The first thing anyone does: ask the bundled hub, without a key and without a network."""

import re
import subprocess
from typing import Any

import pytest

from tests.acceptance.product import LEAVES, PYTHON, Ended, Service, surroundings

ORCA = "arxiv:2306.02707"
QUESTIONS = ("distillation", "RL reasoning", "When does synthetic data help a model?")


def ask(service: Service, question: str, **more: Any) -> dict[str, Any]:
    reply = service.http.post("/v1/ask", json={"question": question, "hub": ORCA, **more})
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


def markers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\[(\d+)\]", text)]


def test_a_process_that_leaves_this_machine_is_caught() -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    ended = subprocess.run([PYTHON, "-c", code], env=surroundings(), capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert LEAVES in ended.stderr


@pytest.mark.parametrize(("question", "several"), list(zip(QUESTIONS, (3, 3, 1), strict=True)))
def test_a_question_is_answered_with_citations_from_the_papers(demo: Service, question: str, several: int) -> None:
    reply = ask(demo, question)
    assert reply["answerable"] is True
    assert reply["reason"] is None
    assert len({number for claim in reply["claims"] for number in claim["sources"]}) >= several
    assert set(markers(reply["answer"])) == {number for claim in reply["claims"] for number in claim["sources"]}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_what_the_paper_says_at_that_place(demo: Service, question: str) -> None:
    reply = ask(demo, question)
    papers = {source["n"]: demo.get(f"/v1/papers/{source['paper']['id']}") for source in reply["sources"]}
    evidence = [piece for claim in reply["claims"] for piece in claim["evidence"]]
    assert evidence != []
    for piece in evidence:
        assert papers[piece["source"]][piece["field"]][piece["start"] : piece["end"]] == piece["quote"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_sentence_of_an_answer_is_a_claim_with_evidence(demo: Service, question: str) -> None:
    reply = ask(demo, question)
    numbers = [source["n"] for source in reply["sources"]]
    assert numbers == list(range(1, len(numbers) + 1))
    for claim in reply["claims"]:
        assert {piece["source"] for piece in claim["evidence"]} == set(claim["sources"]) <= set(numbers)
        assert claim["text"].rstrip(".") in reply["answer"]
    assert len({claim["text"] for claim in reply["claims"]}) == len(reply["claims"])


@pytest.mark.parametrize("question", ["Which of them grow tomatoes in a greenhouse?", "zxqv wpflk"])
def test_what_the_citers_do_not_answer_is_refused_with_the_nearest_papers(demo: Service, question: str) -> None:
    reply = ask(demo, question)
    assert (reply["answerable"], reply["claims"]) == (False, [])
    assert reply["reason"]
    assert reply["answer"]
    assert len(reply["sources"]) > 0
    assert set(markers(reply["answer"])) <= {source["n"] for source in reply["sources"]}


@pytest.mark.parametrize("query", QUESTIONS)
def test_a_search_finds_its_matches_word_for_word(demo: Service, query: str) -> None:
    reply = demo.get(f"/v1/hubs/{ORCA}/citers", q=query)
    assert [hit["rank"] for hit in reply["hits"]] == list(range(1, 11))
    assert reply["relevant_total"] >= 1
    for hit in reply["hits"]:
        match = hit["match"]
        assert hit["paper"][match["field"]][match["start"] : match["end"]] == match["text"] != ""


def test_distillation_finds_papers_on_distillation_first(demo: Service) -> None:
    hits = demo.get(f"/v1/hubs/{ORCA}/citers", q="distillation")["hits"]
    shown = [f"{hit['paper']['title']} {hit['paper']['tldr']} {hit['paper']['abstract']}".lower() for hit in hits[:5]]
    assert [("distil" in text or "teacher" in text) for text in shown] == [True] * 5


def test_a_streamed_answer_ends_with_the_same_reply(demo: Service) -> None:
    whole = ask(demo, QUESTIONS[2])
    body = {"question": QUESTIONS[2], "hub": ORCA, "stream": True}
    with demo.http.stream("POST", "/v1/ask", json=body) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        text = reply.read().decode()
    events = re.findall(r"^event: (\w+)\r?\ndata: (.*?)\r?$", text, re.MULTILINE)
    assert [name for name, _ in events] == ["sources", *["claim"] * len(whole["claims"]), "done"]
    assert events[-1][1] == demo.http.post("/v1/ask", json={**body, "stream": False}).text


def test_a_generator_that_is_not_configured_is_a_problem_and_nothing_is_made_up(demo: Service) -> None:
    reply = demo.http.post("/v1/ask", json={"question": QUESTIONS[0], "hub": ORCA, "generator": "llm"})
    assert reply.status_code >= 400
    assert "language model" in reply.json()["detail"]


def test_the_command_line_gives_the_same_answer(demo: Service, asked: Ended) -> None:
    assert asked.code == 0
    assert asked.json() == ask(demo, QUESTIONS[2])


@pytest.fixture(scope="module")
def asked(demo: Service, citers: Any) -> Ended:
    """While the service runs on the same folder."""
    ended: Ended = citers("ask", ORCA, QUESTIONS[2], "--data", demo.data, "--json")
    return ended


def test_nothing_of_this_left_the_machine(demo: Service, asked: Ended) -> None:
    assert LEAVES not in demo.log.read_text()
    assert LEAVES not in asked.err
