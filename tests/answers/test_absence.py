"""Questions whose key concept the citers do not speak of, though the rest of the words are theirs."""

from dataclasses import replace

import pytest

from answers.absence import defining, foreign_concepts, speaking_of
from answers.evidence import gather, shares
from answers.question import read_question
from answers.vocabulary import Vocabulary
from index.searcher import Searcher
from index.values import SearchRequest

HUB = "local:hives"


@pytest.fixture
def vocabulary(searcher: Searcher) -> Vocabulary:
    return Vocabulary(searcher, (HUB,))


def foreign(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    question = read_question(text)
    return foreign_concepts(question, shares(question, vocabulary.weight), vocabulary)


def test_a_vocabulary_knows_the_words_of_its_papers(vocabulary: Vocabulary) -> None:
    assert (vocabulary.knows("mite"), vocabulary.knows("protein")) == (True, False)
    assert vocabulary.unknown_share(["protein"]) == 1.0
    assert vocabulary.unknown_share([]) == 0.0
    assert vocabulary.weight("protein") > vocabulary.weight("mite")


def test_a_concept_of_words_that_no_paper_holds_is_foreign(vocabulary: Vocabulary) -> None:
    assert foreign("What do brood breaks say of protein folding?", vocabulary) == ("protein folding",)


def test_a_name_alone_can_be_foreign_and_a_plain_word_alone_is_not(vocabulary: Vocabulary) -> None:
    assert foreign("Do brood breaks work in Norway?", vocabulary) == ("Norway",)
    assert foreign("Do brood breaks work in winter?", vocabulary) == ()
    assert foreign("Do brood breaks work in vineyards?", vocabulary) == ()


def test_papers_that_say_nothing_of_a_foreign_concept_do_not_answer(searcher: Searcher, embedder: object) -> None:
    question = read_question("Do brood breaks reveal protein folding?")
    hits = searcher.search(SearchRequest(query="brood breaks", hubs=(HUB,), limit=3)).hits
    judged = gather(question, searcher.version, hits, embedder, {})
    assert speaking_of(("protein folding",), judged, embedder) == []
    assert speaking_of((), judged, embedder) == judged


def test_a_word_of_the_same_family_counts_as_speaking_of_it(searcher: Searcher, embedder: object) -> None:
    hits = searcher.search(SearchRequest(query="swarm traps rooftops", hubs=(HUB,), limit=1)).hits
    judged = gather(read_question("urban swarms"), searcher.version, hits, embedder, {})
    assert speaking_of(("urbanised land",), judged, embedder) == judged


def test_a_paper_close_to_the_whole_question_needs_none_of_its_words(searcher: Searcher, embedder: object) -> None:
    hits = searcher.search(SearchRequest(query="swarm traps rooftops", hubs=(HUB,), limit=1)).hits
    near = gather(read_question("swarm traps on rooftops for protein folding"), searcher.version, hits, embedder, {})
    assert round(near[0].cosine, 2) == 0.77
    assert speaking_of(("protein folding",), near, embedder) == near


@pytest.mark.parametrize(("text", "left"), [("What is a protein break?", 0), ("What is a brood break?", 3)])
def test_half_of_what_is_to_be_defined_defines_nothing(
    searcher: Searcher, embedder: object, vocabulary: Vocabulary, text: str, left: int
) -> None:
    hits = searcher.search(SearchRequest(query="brood breaks", hubs=(HUB,), limit=3)).hits
    question = read_question(text)
    judged = [replace(one, cosine=0.5) for one in gather(question, searcher.version, hits, embedder, {})]
    assert question.kind == "definition"
    assert len(defining(question, judged, vocabulary)) == left
    near = [replace(one, cosine=0.6) for one in judged]
    assert defining(question, near, vocabulary) == near
