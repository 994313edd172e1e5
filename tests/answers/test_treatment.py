"""What papers make of the hub is told by their labels, by their citing sentences, or where they name it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from answers.extractive import answer_extractively
from answers.values import Answer, AskRequest
from corpus.values import Citation, CitingSentence, Hub, Paper
from index.searcher import Searcher
from index.values import Filters
from index.version import open_current
from tests.answers.conftest import WordsEmbedder
from tests.built import build_version

HUB = "local:nectar"
Ask = Callable[..., Answer]

PAPERS = (
    Paper("local:a", "Weighing in spring", abstract="Hives gain weight in May.", year=2019),
    Paper("local:b", "Weighing in autumn", abstract="Hives lose weight in October.", year=2020),
    Paper("local:c", "A better scale", abstract="We extend Nectar to wet weather. Rain falls.", year=2021),
    Paper("local:d", "Wasps", abstract="We extend traps to hornets.", year=2022),
    Paper("local:e", "Scales compared", abstract="Springs are cheap.", year=2023),
)
SAID = {
    "local:a": Citation(HUB, "local:a", contexts=(CitingSentence("We use the scale of Oak (2010) in all yards."),)),
    "local:b": Citation(HUB, "local:b", contexts=(CitingSentence("Scales are described by Oak (2010)."),)),
    "local:e": Citation(HUB, "local:e", role="baseline", contexts=(CitingSentence("Oak (2010) weighs hives too."),)),
}


@pytest.fixture(scope="module")
def searcher(embedder: WordsEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root: Path = tmp_path_factory.mktemp("nectar")
    build_version(
        root,
        papers=PAPERS,
        citations=[SAID.get(one.id, Citation(HUB, one.id)) for one in PAPERS],
        hubs=[Hub(Paper(id=HUB, title="Nectar: a scale for hives"))],
        embedder=embedder,
        revision=1,
    )
    version = open_current(root, model=embedder.name, engine="exact")
    assert version is not None
    return Searcher(version, embedder)


@pytest.fixture(scope="module")
def ask(searcher: Searcher, embedder: WordsEmbedder) -> Ask:
    return lambda question, **more: answer_extractively(searcher, embedder, AskRequest(question, hubs=(HUB,), **more))


def told(answer: Answer) -> list[tuple[str | None, str, tuple[str, ...]]]:
    ids = {source.n: source.paper.id.removeprefix("local:") for source in answer.sources}
    return [(claim.heading, claim.text, tuple(ids[n] for n in claim.sources)) for claim in answer.claims]


def test_the_hub_is_used_where_a_citing_sentence_says_so(ask: Ask) -> None:
    answer = ask("Which papers use Nectar?")
    assert told(answer) == [(None, "We use the scale of Oak (2010) in all yards.", ("a",))]
    assert answer.understood is not None
    assert answer.understood.question == "Which papers use Nectar?"
    assert answer.tally is not None
    assert (answer.tally.matching, answer.tally.undecided, answer.tally.of) == (1, 1, 5)
    assert answer.tally.paper_ids == ("local:a",)
    assert answer.tally.estimated_recall == 0.4691


def test_a_sentence_that_names_the_hub_is_read_as_one_that_cites_it(ask: Ask) -> None:
    assert told(ask("Who extends it?")) == [(None, "We extend Nectar to wet weather.", ("c",))]


def test_a_label_goes_before_words(ask: Ask) -> None:
    assert told(ask("Does anyone compare with it?")) == [(None, "Oak (2010) weighs hives too.", ("e",))]


def test_a_role_that_only_some_have_does_not_pass_over_the_others(ask: Ask) -> None:
    answer = ask("Which papers use Nectar as a baseline?")
    assert answer.understood is not None
    assert answer.understood.filters.role == ()
    assert told(answer) == [(None, "Oak (2010) weighs hives too.", ("e",))]
    assert answer.tally is not None
    assert (answer.tally.matching, answer.tally.undecided, answer.tally.of) == (1, 1, 5)


def test_how_it_is_used_is_told_by_what_they_make_of_it(ask: Ask) -> None:
    answer = ask("How do the citers use Nectar?")
    assert told(answer) == [
        ("They use or build on it", "We use the scale of Oak (2010) in all yards.", ("a",)),
        ("They extend it", "We extend Nectar to wet weather.", ("c",)),
        ("They compare with it", "Oak (2010) weighs hives too.", ("e",)),
        ("Otherwise", "Scales are described by Oak (2010).", ("b",)),
    ]
    assert answer.tally is None


def test_years_in_the_question_hold(ask: Ask) -> None:
    answer = ask("Which papers since 2020 use Nectar?")
    assert answer.reason == (
        "no citing paper held is seen to use or build on it, by its label or by words of its citing sentences"
    )
    assert answer.answer.endswith(" 1 of 4 have neither.")
    assert answer.tally is not None
    assert (answer.tally.matching, answer.tally.undecided, answer.tally.of) == (0, 1, 4)


def test_the_year_in_which_papers_treat_it_limits_them(ask: Ask) -> None:
    answer = ask("Who extended it in 2021?")
    assert answer.understood is not None
    assert (answer.understood.filters.year_from, answer.understood.filters.year_to) == (2021, 2021)
    assert told(answer) == [(None, "We extend Nectar to wet weather.", ("c",))]


def test_why_it_is_cited_asks_for_more_than_who_cites_it(ask: Ask) -> None:
    assert told(ask("Why do people cite Nectar?")) == told(ask("How do the citers use Nectar?"))


def test_after_a_question_for_what_papers_make_of_it_the_hub_is_still_meant(ask: Ask) -> None:
    assert told(ask("and who uses it?", earlier=("Who extends it?",))) == told(ask("Who uses it?"))


def test_the_author_is_the_one_whom_most_citing_sentences_name(ask: Ask) -> None:
    assert told(ask("Who uses the method of Oak et al.?")) == told(ask("Who uses it?"))


def test_where_nothing_tells_that_is_said(ask: Ask) -> None:
    answer = ask("Who disputes it?", filters=Filters(year_from=2022, year_to=2022))
    assert answer.reason == (
        "no citing paper held has a label or a citing sentence, so that how they treat it cannot be told"
    )


def test_what_the_hub_is_stands_on_its_page_where_no_citer_says_it(ask: Ask) -> None:
    answer = ask("What is Nectar?", filters=Filters(year_from=2022, year_to=2022))
    assert answer.reason == "no citing paper says what it is"
    assert answer.answer.startswith(
        "No citing paper says what it is: the hub's page (`citers summary HUB`) has the summary of its own."
    )


@pytest.mark.parametrize(("labelled", "role"), [(3, ("baseline",)), (2, ())])
def test_a_role_that_half_have_limits_the_papers(
    embedder: WordsEmbedder, tmp_path: Path, labelled: int, role: tuple[str, ...]
) -> None:
    citations = [
        Citation(HUB, one.id, role="baseline" if place < labelled else None) for place, one in enumerate(PAPERS)
    ]
    hub = Hub(Paper(id=HUB, title="Nectar: a scale for hives"))
    build_version(tmp_path, papers=PAPERS, citations=citations, hubs=[hub], embedder=embedder, revision=1)
    version = open_current(tmp_path, model=embedder.name, engine="exact")
    assert version is not None
    asked = AskRequest("Which papers use it as a baseline?", hubs=(HUB,))
    answer = answer_extractively(Searcher(version, embedder), embedder, asked)
    assert answer.understood is not None
    assert answer.understood.filters.role == role
    assert {source.paper.id for source in answer.sources} == {one.id for one in PAPERS[:labelled]}


def test_what_one_relation_leaves_of_its_share_is_told_of_the_others(embedder: WordsEmbedder, tmp_path: Path) -> None:
    said = {
        "local:a": "We use the scale of Oak (2010) in all yards.",
        "local:b": "We extend the scale of Oak (2010) to snow.",
        "local:c": "We measure queens with the scale of Oak (2010).",
        "local:d": "We use the scale of Oak (2010) on roofs.",
        "local:e": "Scales are described by Oak (2010).",
    }
    citations = [Citation(HUB, each, contexts=(CitingSentence(text),)) for each, text in said.items()]
    hub = Hub(Paper(id=HUB, title="Nectar: a scale for hives"))
    build_version(tmp_path, papers=PAPERS, citations=citations, hubs=[hub], embedder=embedder, revision=1)
    version = open_current(tmp_path, model=embedder.name, engine="exact")
    assert version is not None
    asked = AskRequest("How is it used?", hubs=(HUB,), max_sources=4)
    assert told(answer_extractively(Searcher(version, embedder), embedder, asked)) == [
        ("They use or build on it", said["local:d"], ("d",)),
        ("They use or build on it", said["local:c"], ("c",)),
        ("They use or build on it", said["local:a"], ("a",)),
        ("They extend it", said["local:b"], ("b",)),
    ]
