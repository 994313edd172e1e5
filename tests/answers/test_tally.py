"""Which papers a count takes in: in either spelling, in citing sentences, in the sense asked for, and of one year."""

from pathlib import Path

import numpy as np
import pytest

from answers.extractive import answer_extractively
from answers.sentences import Embeds
from answers.values import AskRequest, Tally
from corpus.values import Citation, CitingSentence, Hub, Paper
from embeddings.embedder import Embedder
from index.searcher import Searcher
from index.version import open_current
from index.words.lexical import Told
from tests.built import build_version

HUB = "local:kilns"
PAPERS = (
    ("glaze", 1991, "The colour of the glaze deepens in slow fires."),
    ("ash", 1994, "The color of ash glazes depends on the wood."),
    ("wheel", 1994, "Apprentices learn the wheel from demonstrations by a master."),
    ("salt", 1999, "We demonstrate that salt pits the walls of a kiln."),
    ("draft", 2003, "Randomised firing orders keep drafts apart."),
    ("soot", 2003, "Soot falls at random on shelves near the door."),
    ("clay", 2003, "Red clay shrinks more than white clay."),
)


@pytest.fixture(scope="module")
def searcher(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root: Path = tmp_path_factory.mktemp("kilns")
    papers = [
        Paper(id=f"local:{name}", title=name, tldr=text, tldr_source="source", year=year)
        for name, year, text in sorted(PAPERS)
    ]
    said = (CitingSentence("Shrinkage was read with a vernier caliper [3]."),)
    citations = [Citation(HUB, paper.id, contexts=said if paper.id == "local:clay" else ()) for paper in papers]
    hub = Hub(Paper(id=HUB, title="A survey of kilns"))
    build_version(root, papers=papers, citations=citations, hubs=[hub], embedder=embedder, revision=1)
    version = open_current(root, model=embedder.name, engine="exact")
    assert version is not None
    return Searcher(version, embedder)


@pytest.fixture
def counted(searcher: Searcher, embedder: Embeds):
    def count(question: str) -> Tally:
        tally = answer_extractively(searcher, embedder, AskRequest(question, (HUB,))).tally
        assert tally is not None
        return tally

    return count


@pytest.mark.parametrize("asked", ["colour", "color"])
def test_a_word_counts_in_either_spelling(counted, asked: str) -> None:
    assert set(counted(f"Which papers discuss {asked}?").paper_ids) == {"local:glaze", "local:ash"}


def test_coverage_counts_a_word_once_whatever_says_it(searcher: Searcher) -> None:
    scope, lexical = searcher.known((HUB,)).scope, searcher.version.lexical
    twice = Told(np.array([6, 2, 2]), np.zeros(3, dtype=np.int32))
    assert lexical.coverage("vernier caliper", scope.rows).tolist() == [0.0] * 7
    assert lexical.coverage("vernier caliper", scope.rows, twice).tolist() == [0, 0, 1, 0, 0, 0, 1]


def test_a_citing_sentence_counts_as_text_held(counted) -> None:
    assert counted("Which papers use a vernier caliper?").paper_ids == ("local:clay",)


def test_a_noun_is_not_met_by_a_verb_of_telling(counted) -> None:
    assert counted("How many papers use demonstrations?").paper_ids == ("local:wheel",)


def test_what_is_random_is_not_randomized(counted) -> None:
    assert counted("How many papers use randomization?").paper_ids == ("local:draft",)


def test_the_newest_are_all_of_the_latest_year_and_none_is_missed(counted) -> None:
    tally = counted("What are the newest papers?")
    assert set(tally.paper_ids) == {"local:draft", "local:soot", "local:clay"}
    assert (tally.of, tally.estimated_recall, tally.interval) == (7, 1.0, (1.0, 1.0))


def test_the_oldest_is_one(counted) -> None:
    tally = counted("What is the oldest paper?")
    assert (tally.paper_ids, tally.estimated_recall, tally.interval) == (("local:glaze",), 1.0, (1.0, 1.0))


def test_as_many_of_the_newest_match_as_are_asked_for(counted) -> None:
    tally = counted("What are the two newest papers?")
    assert (len(tally.paper_ids), set(tally.paper_ids) < {"local:draft", "local:soot", "local:clay"}) == (2, True)
    assert counted("Give me the four most recent papers").matching == 4


def test_of_the_newest_on_something_only_those_told_match(counted) -> None:
    tally = counted("What is the newest paper on clay on shelves?")
    assert (tally.paper_ids, tally.undecided_ids) == (("local:clay",), ("local:soot",))
