"""Questions that name something the citers do not speak of, though the rest of the words are theirs."""

from dataclasses import replace

import pytest

from answers.absence import (
    Closeness,
    Strange,
    absent,
    chance,
    defining,
    least_chance,
    meaning_the_same,
    speaking_of,
    strange_in,
    unheld,
    unnamed,
    without,
)
from answers.evidence import Evidence, Scored, judged, shares
from answers.questions.question import read_question
from answers.questions.vocabulary import Vocabulary
from answers.sentences import Read, Sentence, read
from index.searcher import Searcher
from index.values import SearchRequest

HUB = "local:hives"
NOTHING = Strange((), ())


@pytest.fixture
def vocabulary(searcher: Searcher) -> Vocabulary:
    return Vocabulary(searcher, (HUB,))


def found(searcher: Searcher, embedder: object, text: str, query: str, limit: int) -> tuple[list[Evidence], list[Read]]:
    hits = searcher.search(SearchRequest(query=query, hubs=(HUB,), limit=limit)).hits
    said = read(searcher.version, hits, embedder)
    return judged(read_question(text), hits, said, embedder, {}), said


def foreign(text: str, vocabulary: Vocabulary) -> Strange:
    question = read_question(text)
    return strange_in(question, shares(question, vocabulary.weight), vocabulary)


def saying(*texts: str) -> Evidence:
    sentences = [Scored(0, Sentence("abstract", text, 0, len(text)), None, 0.0) for text in texts]
    return Evidence(0, 0.5, 0.5, tuple(sentences))


def test_a_vocabulary_knows_the_words_of_its_papers_and_of_the_hub(vocabulary: Vocabulary) -> None:
    assert (vocabulary.knows("mite"), vocabulary.knows("survey"), vocabulary.knows("protein")) == (True, True, False)
    assert vocabulary.unknown_share(["protein"]) == 1.0
    assert vocabulary.unknown_share([]) == 0.0
    assert vocabulary.weight("protein") > vocabulary.weight("mite")


def test_a_setting_of_words_that_no_paper_holds_is_strange(vocabulary: Vocabulary) -> None:
    told = foreign("What do brood breaks say of protein folding?", vocabulary)
    assert told == Strange(("protein", "folding"), ("protein folding",))
    assert foreign("Do brood breaks work in Norway?", vocabulary) == Strange(("norway",), ("Norway",))
    assert foreign("Do brood breaks work in vineyards?", vocabulary) == Strange(("vineyards",), ())
    assert foreign("Do brood breaks work in winter?", vocabulary) == NOTHING


def test_a_word_that_begins_like_one_that_is_held_is_not_strange() -> None:
    question = read_question("Do urbanised swarms fold?")
    assert unheld(question, {"swarm"}.__contains__, ("urban",)) == ("fold",)
    assert unheld(question, {"swarm"}.__contains__, ()) == ("urbanised", "fold")


def test_what_is_asked_for_is_not_strange() -> None:
    assert unheld(read_question("How long do swarms drift?"), {"swarm"}.__contains__, ()) == ("drift",)


def test_what_a_thing_of_any_kind_may_do_is_not_strange() -> None:
    assert unheld(read_question("Does smoke harm or protect queens?"), {"smoke"}.__contains__, ()) == ("queens",)


def test_what_is_strange_is_named_and_not_the_words_around_it(vocabulary: Vocabulary) -> None:
    text = "Do swarms improve wine taste?"
    assert absent(read_question(text), foreign(text, vocabulary), vocabulary) == ("wine taste",)


def test_a_word_that_is_known_by_its_beginning_is_named_without_words_for_any_thing(vocabulary: Vocabulary) -> None:
    known = Strange((), ())
    assert absent(read_question("Is telemedicine sufficient?"), known, vocabulary) == ("telemedicine",)
    assert absent(read_question("Is enough telemetry data ideal?"), known, vocabulary) == ("telemetry",)


def test_papers_that_say_nothing_of_a_strange_setting_do_not_answer(searcher: Searcher, embedder: object) -> None:
    text = "Do brood breaks reveal protein folding?"
    judged, said = found(searcher, embedder, text, "brood breaks", 3)
    setting = Strange((), ("protein folding",))
    assert speaking_of(setting, read_question(text), judged, said, embedder) == []
    assert speaking_of(NOTHING, read_question(text), judged, said, embedder) == judged


def test_a_word_of_the_same_family_counts_as_speaking_of_it(searcher: Searcher, embedder: object) -> None:
    judged, said = found(searcher, embedder, "urban swarms", "swarm traps rooftops", 1)
    setting = Strange((), ("urbanised land",))
    assert speaking_of(setting, read_question("urban swarms"), judged, said, embedder) == judged


def test_a_paper_close_to_the_whole_question_needs_none_of_its_setting(searcher: Searcher, embedder: object) -> None:
    text = "swarm traps on rooftops for protein folding"
    judged, said = found(searcher, embedder, text, "swarm traps rooftops", 1)
    assert round(judged[0].cosine, 2) == 0.77
    assert speaking_of(Strange((), ("protein folding",)), read_question(text), judged, said, embedder) == judged


def test_a_short_question_is_not_answered_by_papers_closer_to_it_without_its_strange_words(
    searcher: Searcher, embedder: object
) -> None:
    text = "Does smoke calm tourists in museums and airports?"
    judged, said = found(searcher, embedder, text, "smoke", 1)
    words = Strange(("tourists", "museums", "airports"), ())
    assert meaning_the_same(words, read_question(text), judged, said, embedder) == [False]
    assert speaking_of(words, read_question(text), judged, said, embedder) == []
    assert speaking_of(Strange(("calm",), ()), read_question(text), judged, said, embedder) == judged
    longer = read_question(
        "Does the cool smoke of a burning pine calm nervous tourists in crowded museums and airports?"
    )
    assert speaking_of(words, longer, judged, said, embedder) == judged


def test_closeness_that_is_lost_with_the_strange_words_speaks_for_a_paper() -> None:
    near = Closeness(asked=1.2, without=1.0, alone=0.4, share=0.5)
    assert chance(near) > chance(replace(near, without=1.4)) > 0
    assert chance(near) > chance(replace(near, alone=0.0))
    assert chance(near) > chance(replace(near, share=0.9))
    assert round(chance(Closeness(0.0, 0.0, 0.0, 0.0)), 3) == 0.071


def test_a_strange_name_need_not_be_as_near_as_a_strange_word() -> None:
    assert least_chance(Strange(("dollars",), ()), "Does smoke cost dollars?") == 0.37
    assert least_chance(Strange(("afb", "dollars"), ()), "Does AFB cost dollars?") == 0.3


def test_words_are_taken_out_whole() -> None:
    assert without("Do bees beekeep in Bee hives", ("bee", "do")) == "bees beekeep in hives"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Do brood breaks work in Norway?", ("Norway",)),
        ("Did Langstroth count mites in 1851?", ("Langstroth", "1851")),
        ("Are 1000 mites enough?", ()),
        ("Were mites counted in 1000 colonies?", ()),
        ("Do brood breaks work in norway?", ()),
        ("Do brood breaks work in NORWAY?", ()),
        ("Were mites counted in 2019?", ()),
        ("Brood breaks work in Norway.", ()),
        ("Does a long brood break in late autumn halve the mite load of small colonies in Norway?", ()),
    ],
)
def test_names_and_years_that_are_nowhere_in_scope(vocabulary: Vocabulary, asked: str, names: tuple[str, ...]) -> None:
    assert unnamed(read_question(asked), foreign(asked, vocabulary), vocabulary, []) == names


@pytest.mark.parametrize(
    ("asked", "said", "missed"),
    [
        ("Does hive-2 beat others?", "The hive-1 is light.", ("hive-2",)),
        ("Does hive-2 beat others?", "A Hive 2 is light, hive-1 is not.", ()),
        ("Does hive-2 beat others?", "The hive is light.", ()),
        ("Is hive-7B a good one?", "The hive-13B is light.", ()),
        ("Is it the top-1 hive?", "They count the top 10 hives.", ()),
    ],
)
def test_a_version_is_missed_where_papers_speak_of_another(
    vocabulary: Vocabulary, asked: str, said: str, missed: tuple[str, ...]
) -> None:
    assert unnamed(read_question(asked), NOTHING, vocabulary, [saying(said)]) == missed


@pytest.mark.parametrize(
    ("asked", "said", "missed"),
    [
        ("Is HIVE-4 better than smoke?", "Smoke calms bees.", ("HIVE-4",)),
        ("Is HIVE4 better than smoke?", "The HIVE-3 calms bees.", ("HIVE4",)),
        ("Is HIVE4 better than smoke?", "The HIVE-4 calms bees.", ()),
        ("Does R2D2 calm bees?", "The R2D3 calms bees.", ("R2D2",)),
        ("Does IL-6 rise in bees?", "More interleukin 6 is found in bees.", ()),
        ("Does IL-6 rise in bees?", "More interleukin 8 is found in bees.", ("IL-6",)),
        ("Is HIVE2020 better than smoke?", "Smoke calms bees.", ()),
        ("Does BeeChat calm bees?", "Smoke calms bees.", ("BeeChat",)),
        ("Does AFBX calm bees?", "Smoke calms bees.", ()),
    ],
)
def test_a_name_with_digits_or_capitals_inside_is_missed_where_no_paper_has_it(
    vocabulary: Vocabulary, asked: str, said: str, missed: tuple[str, ...]
) -> None:
    assert unnamed(read_question(asked), foreign(asked, vocabulary), vocabulary, [saying(said)]) == missed


def test_an_author_of_a_paper_is_nobody_strange(searcher: Searcher, vocabulary: Vocabulary) -> None:
    asked = "Does Langstroth calm bees?"
    assert unnamed(read_question(asked), foreign(asked, vocabulary), vocabulary, []) == ("Langstroth",)
    vocabulary.names = lambda word: word == "Langstroth"  # type: ignore[method-assign]
    assert unnamed(read_question(asked), foreign(asked, vocabulary), vocabulary, []) == ()


def test_the_words_of_every_hub_in_scope_are_known(searcher: Searcher) -> None:
    assert Vocabulary(searcher, ()).knows("survey")


@pytest.mark.parametrize(("text", "left"), [("What is a protein break?", 0), ("What is a brood break?", 3)])
def test_half_of_what_is_to_be_defined_defines_nothing(
    searcher: Searcher, embedder: object, vocabulary: Vocabulary, text: str, left: int
) -> None:
    question = read_question(text)
    every, _ = found(searcher, embedder, text, "brood breaks", 3)
    judged = [replace(one, cosine=0.5) for one in every]
    assert question.kind == "definition"
    assert len(defining(question, judged, vocabulary)) == left
    near = [replace(one, cosine=0.6) for one in judged]
    assert defining(question, near, vocabulary) == near
