"""Questions of which every word is known, but no paper speaks of all that they name."""

import pytest

from answers.evidence import Evidence, Scored, held_in
from answers.extractive import answer_extractively
from answers.questions.question import read_question
from answers.refusal import apart
from answers.sentences import Sentence
from answers.together import Apart, _things, lacked, told_apart
from answers.values import AskRequest
from index.searcher import Searcher
from tests.answers.test_absence import found

HUB = "local:hives"


def saying(text: str) -> Evidence:
    return Evidence(0, 0.5, 0.5, (Scored(0, Sentence("abstract", text, 0, len(text)), None, 0.0),), held_in(text))


@pytest.mark.parametrize(
    ("asked", "said", "missed"),
    [
        ("Does smoke harm queens?", "Smoke calms bees.", ["queens"]),
        ("Does smoke harm queens?", "Smoked queens fly off.", []),
        ("Do tumours grow in queens?", "A tumor grew in the queen.", []),
        ("Is urbanisation harmful to queens?", "Urban queens fly off.", []),
        ("Does AFB spread by robbing?", "American foul brood spreads by robbing.", []),
        ("Does AFB spread by robbing?", "European foul brood spreads by robbing.", ["afb"]),
        ("Does American foul brood spread by robbing?", "AFB spreads by robbing.", []),
        ("Do hive keepers calm infants?", "A hivekeeper calms children.", []),
        ("Do hivekeepers calm kids?", "Hive keepers calm newborns.", []),
        ("Do hivekeepers calm kids?", "Wasp keepers calm men.", ["hivekeepers", "kids"]),
    ],
)
def test_a_paper_lacks_what_it_names_in_no_form(asked: str, said: str, missed: list[str]) -> None:
    question = read_question(asked)
    named = [word for word in question.words if word not in ("harm", "grow", "harmful", "spread")]
    assert list(lacked(question, named, saying(said))) == missed


def told(searcher: Searcher, embedder: object, text: str, titles: frozenset[str] = frozenset()) -> Apart | None:
    judged, said = found(searcher, embedder, text, text, 3)
    return told_apart(read_question(text), judged, titles, said, embedder)


def test_what_no_paper_speaks_of_beside_the_rest_is_told_with_the_rest(searcher: Searcher, embedder: object) -> None:
    titles = frozenset({"drone", "smoke", "mite"})
    assert told(searcher, embedder, "Does cool smoke reduce mite load?", titles) == Apart("mite load", ("cool smoke",))
    assert told(searcher, embedder, "Does cool smoke calm bees?", titles) is None


def test_one_thing_alone_is_never_told_apart(searcher: Searcher, embedder: object) -> None:
    assert told(searcher, embedder, "Does smoke help?", frozenset({"smoke"})) is None


def test_the_papers_of_a_long_question_are_taken_as_they_come(searcher: Searcher, embedder: object) -> None:
    text = "Does cool white smoke of pine reduce the mite load of small colonies in late autumn frost?"
    assert told(searcher, embedder, text, frozenset({"smoke", "mite"})) is None


def test_a_refusal_says_what_is_not_spoken_of_together() -> None:
    said_no = apart(Apart("smoke", ("AFB", "mite load")))
    assert said_no.reason == "no citing paper speaks of “smoke” together with “AFB” and “mite load”"
    assert said_no.missing == "No citing paper speaks of “smoke” together with “AFB” and “mite load”."
    assert apart(Apart("smoke", ())).reason.endswith("together with the rest of the question")


@pytest.mark.parametrize(
    ("asked", "answers"), [("Does smoke halve the mite load?", False), ("Does smoke calm bees?", True)]
)
def test_a_question_of_things_told_apart_is_refused(
    searcher: Searcher, embedder: object, asked: str, answers: bool
) -> None:
    answer = answer_extractively(searcher, embedder, AskRequest(asked, (HUB,)))
    assert answer.answerable is answers


def test_a_comparison_with_a_name_that_no_paper_has_is_refused(searcher: Searcher, embedder: object) -> None:
    answer = answer_extractively(searcher, embedder, AskRequest("Is HIVE-4 better than cool smoke?", (HUB,)))
    assert (answer.shape, answer.reason) == ("comparison", "no citing paper is about “HIVE-4”")


@pytest.mark.parametrize(
    ("asked", "things"),
    [
        ("Do crowd workers agree with experts?", ["crowd workers", "experts"]),
        ("Is swarm size associated with rain?", ["swarm size", "rain"]),
        ("Does smoke calm bees?", ["smoke calm bees"]),
    ],
)
def test_things_are_told_without_what_is_said_of_them(asked: str, things: list[str]) -> None:
    assert _things(asked) == things
