"""Things that a question for papers joins by "and" or "or", and names that papers use."""

from pathlib import Path

import pytest

from answers.extractive import answer_extractively
from answers.joined import APART, Joined, joined, used
from answers.questions.question import read_question
from answers.values import AskRequest
from corpus.values import Citation, Hub, Paper
from embeddings.embedder import Embedder
from index.searcher import Searcher
from index.version import open_current
from tests.built import build_version

HUB = "local:kilns"
PAPERS = {
    "ash": "The color of ash glazes depends on the wood.",
    "cones": "Cones of ORT-BAR and of Seger were set beside the door.",
    "door": "Soot falls on shelves near the door.",
    "heat": "In this paper we survey ways to measure heat.",
    "marks": "A BiQRT net reads Orton marks.",
    "salt": "Salt pits the walls of a kiln.",
    "seger": "The cones of Seger bend at a known heat.",
}


@pytest.mark.parametrize(
    ("asked", "want"),
    [
        ("Which papers use SVM and BERT?", Joined(("SVM", "BERT"), "every")),
        ("Which papers are about Arabic and use BERT?", Joined(("Arabic", "BERT"), "every")),
        ("Which papers are about both Atari and robots?", Joined(("Atari", "robots"), "every")),
        ("Which papers use Atari or MuJoCo?", Joined(("Atari", "MuJoCo"), "any")),
        ("Which of these papers use Atari, MuJoCo or Minigo?", Joined(("Atari", "MuJoCo", "Minigo"), "any")),
        ("Which papers are about swarm traps and brood breaks?", Joined(("swarm traps", "brood breaks"), "every")),
        ("Which papers are about search and rescue?", APART),
        ("How many papers are about drones and use cameras?", Joined(("drones", "cameras"), "every")),
        ("Which papers use smoke and are about queens?", Joined(("smoke", "queens"), "every")),
        ("Which papers use and report smoke?", APART),
        ("Which papers are about drones and use of cameras?", APART),
        ("Which papers are about data selection and curation?", APART),
        ("Which papers use BERT or SVM for Arabic?", APART),
        ("Which papers use BERT?", APART),
        ("Which papers use BERT, RoBERTa, or XLNet?", Joined(("BERT", "RoBERTa", "XLNet"), "any")),
        ("Which papers compare BERT and LSTM?", Joined(("BERT", "LSTM"), "every")),
        ("Which papers translate between English and German?", APART),
        ("Which papers use BERT and not RoBERTa?", APART),
        ("Which papers are about Johnson and Johnson?", APART),
        ("Does BERT beat SVM and LSTM?", APART),
    ],
)
def test_what_a_question_for_papers_joins(asked: str, want: Joined) -> None:
    assert joined(read_question(asked)) == want


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("How many papers evaluate on MuJoCo?", ("MuJoCo",)),
        ("Which papers use XLM-R?", ("XLM-R",)),
        ("Which papers are about Arabic and use BERT?", ("Arabic", "BERT")),
        ("Which papers use Twitter tweets?", ()),
        ("Which papers use SVM, CNN and LSTM?", ("SVM", "CNN", "LSTM")),
        ("Which papers use BERT without RoBERTa?", ()),
        ("Which papers use BERT but not Arabic?", ()),
        ("Which papers are about Arabic?", ()),
        ("Does BERT use Arabic?", ()),
    ],
)
def test_papers_use_a_name_that_they_hold(asked: str, names: tuple[str, ...]) -> None:
    assert used(read_question(asked)) == names


@pytest.fixture(scope="module")
def kilns(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root: Path = tmp_path_factory.mktemp("kilns")
    papers = [Paper(id=f"local:{name}", title=name, tldr=text, tldr_source="source") for name, text in PAPERS.items()]
    citations = [Citation(HUB, paper.id) for paper in papers]
    hub = Hub(Paper(id=HUB, title="A book of kilns"))
    build_version(root, papers=papers, citations=citations, hubs=[hub], embedder=embedder, revision=1)
    version = open_current(root, model=embedder.name, engine="exact")
    assert version is not None
    return Searcher(version, embedder)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Which papers use Seger?", {"cones", "seger"}),
        ("Which papers use ORT-B?", {"cones"}),
        ("Which papers use ORT-B and Seger?", {"cones"}),
        ("Which papers use ORT-B or Seger?", {"cones", "seger"}),
        ("Which papers use QRT and Orton?", {"marks"}),
        ("How many of the papers are surveys?", {"heat"}),
    ],
)
def test_things_joined_are_judged_one_by_one_and_kinds_by_what_a_paper_says(
    kilns: Searcher, embedder: Embedder, asked: str, names: set[str]
) -> None:
    answer = answer_extractively(kilns, embedder, AskRequest(asked, (HUB,)))
    assert answer.tally is not None
    assert {each.removeprefix("local:") for each in answer.tally.paper_ids} == names
    assert {source.paper.title for source in answer.sources} <= names
