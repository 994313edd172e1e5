"""Questions for all languages, data sets or measures: what most papers name first, each with a quote and a count."""

import pytest

from answers.extractive import answer_extractively
from answers.reports.names_told import key_of, names_told, of_something_else
from answers.sentences import Embeds
from answers.values import Answer, AskRequest
from corpus.values import Citation, Hub, Paper
from index.searcher import Searcher
from index.values import Filters
from index.version import open_current
from tests.built import build_version

HUB = "local:parsers"
ABSTRACTS = {
    "a": "We parse German sentences. On the Hive Bank 2014T corpus our parser reaches an accuracy of 91%.",
    "b": "We present a parser of German and of French Sign Language. We test it on the Hive-Bank 2014T corpus.",
    "c": "This paper tests taggers on French. We report BLEU of all the taggers. Previous work was on Basque.",
    "d": "This paper is on semantic role labelling (SRL). We annotate SRL data of bees from forty hives.",
    "e": "Languages differ.",
}
YEARS = {"a": 2020, "b": 2021, "c": 2022, "d": 2022, "e": 2022}


@pytest.fixture(scope="module")
def parsers(embedder: Embeds, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    papers = [Paper(f"local:{name}", f"Paper {name}", abstract=ABSTRACTS[name], year=YEARS[name]) for name in ABSTRACTS]
    citations = [Citation(HUB, one.id) for one in papers]
    root = tmp_path_factory.mktemp("parsers")
    hub = Hub(Paper(HUB, "Parsers"))
    build_version(root, papers=papers, citations=citations, hubs=[hub], embedder=embedder)  # type: ignore[arg-type]
    version = open_current(root, model="words", engine="exact")
    assert version is not None
    return Searcher(version, embedder)  # type: ignore[arg-type]


def asked(searcher: Searcher, embedder: Embeds, question: str, **how: object) -> Answer:
    return answer_extractively(searcher, embedder, AskRequest(question, hubs=(HUB,), **how))  # type: ignore[arg-type]


def told(answer: Answer) -> list[tuple[str | None, str]]:
    return [(claim.heading, claim.text) for claim in answer.claims]


def test_what_most_papers_name_comes_first(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "Which languages are studied?", max_sources=3)
    assert told(answer) == [
        ("German: 2 of 5 papers", "We present a parser of German and of French Sign Language."),
        ("French: 1 of 5 papers", "This paper tests taggers on French."),
        ("French Sign Language: 1 of 5 papers", "We present a parser of German and of French Sign Language."),
    ]
    assert (answer.answerable, answer.reason, answer.tally) == (True, None, None)


def test_each_claim_is_backed_by_the_words_of_its_sources(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "What languages are covered?")
    for claim in answer.claims:
        for one in claim.evidence:
            paper = answer.sources[one.source - 1].paper
            assert paper.abstract is not None
            assert (paper.abstract[one.start : one.end], one.source in claim.sources) == (one.quote, True)


def test_what_there_is_no_room_for_is_named(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "Which languages are studied?", max_sources=1)
    assert [heading for heading, _ in told(answer)] == ["German: 2 of 5 papers"]
    assert answer.reason == "also named: French (1), French Sign Language (1)"


def test_of_more_papers_than_can_be_read_the_newest_are(
    parsers: Searcher, embedder: Embeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answers.inventory.READ", 3)
    answer = asked(parsers, embedder, "Which languages are studied?")
    assert told(answer) == [("French: 1 of 3 papers", "This paper tests taggers on French.")]
    assert answer.reason == "of 5 citing papers the newest 3 were read"


def test_sign_languages_alone_are_told_where_these_are_asked_for(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "Which sign languages are studied?")
    assert [claim.heading for claim in answer.claims] == ["French Sign Language: 1 of 5 papers"]


def test_one_name_in_two_spellings_is_counted_once_and_a_task_is_no_data_set(
    parsers: Searcher, embedder: Embeds
) -> None:
    answer = asked(parsers, embedder, "What corpora are available?")
    assert {claim.heading for claim in answer.claims} == {"Hive-Bank 2014T: 2 of 5 papers"}


def test_measures_are_told(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "What evaluation metrics are used?", max_sources=2)
    assert [claim.heading for claim in answer.claims] == ["BLEU: 1 of 5 papers", "accuracy: 1 of 5 papers"]


def test_filters_choose_the_papers_that_are_counted(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "Which languages are studied?", filters=Filters(year_from=2022))
    assert told(answer) == [("French: 1 of 3 papers", "This paper tests taggers on French.")]


def test_a_question_that_names_something_else_is_answered_as_any_other(parsers: Searcher, embedder: Embeds) -> None:
    answer = asked(parsers, embedder, "Which languages are parsed by taggers?")
    assert all(claim.heading is None for claim in answer.claims)


def test_where_no_paper_names_any_the_question_is_answered_as_any_other(parsers: Searcher, embedder: Embeds) -> None:
    assert not asked(parsers, embedder, "Which countries are covered?").answerable


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("language", "From Czech to Swiss German Sign Language", ["Czech", "German Sign Language"]),
        ("pair", "We translate from English to Hausa.", ["English to Hausa"]),
        ("country", "We asked nurses in rural Kenya.", ["Kenya"]),
        ("data", "On the CoNLL-2005 benchmark and the Penn Treebank II corpus", ["CoNLL-2005", "Penn Treebank II"]),
        ("data", "We use data from GPT-4, and a corpus of the BBC.", []),
        ("data", "GDPR-compliant data, L2 corpora, the Sign Language corpus, our Corpus", []),
        ("lexicon", "We use the HiveNet lexicon.", ["HiveNet"]),
        ("measure", "in F1 and BLEU", ["F1", "BLEU"]),
        ("method", "the HiveNet parser", []),
    ],
)
def test_names_are_told_as_they_stand(kind: str, text: str, names: list[str]) -> None:
    assert names_told(kind, text) == names  # type: ignore[arg-type]


def test_spellings_of_one_name_have_one_key() -> None:
    assert {key_of("CoNLL-2005"), key_of("CoNLL 2005"), key_of("conll 2005")} == {"conll 2005"}


def test_short_forms_of_data_are_told_from_others() -> None:
    told = ["semantic role labelling (SRL), the Hive Bank (HB), a new corpus (BEEC)", "in sign language (SL)"]
    assert of_something_else(told) == {"srl", "sl"}
