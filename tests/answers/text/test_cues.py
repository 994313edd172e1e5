"""Which sentences are read as building on, extending, comparing with or disputing other work, or as leaving it open."""

import pytest

from answers.text.citing_cues import marked_references
from answers.text.cues import citing_says, leaves_open, paper_says
from answers.text.relation import Relation


@pytest.mark.parametrize(
    "text",
    [
        "We use the smoker of Oak (2001) in all trials.",
        "Following Oak (2001), we opened each hive at noon.",
        "All dances were tagged using the decoder of Oak (2001).",
        "Our approach is based on the traps of Oak (2001).",
    ],
)
def test_a_citing_sentence_builds_on_what_its_authors_use(text: str) -> None:
    assert citing_says("build-on", text)


@pytest.mark.parametrize(
    "text",
    [
        "Oak (2001) uses cool smoke to calm the guards.",
        "Elm (2003) extends the traps of Oak (2001).",
        "Many traps have been built (Oak, 2001; Elm, 2003).",
    ],
)
def test_what_others_do_is_not_what_the_authors_do(text: str) -> None:
    assert [citing_says("build-on", text), citing_says("extend", text), citing_says("compare", text)] == [False] * 3


def test_each_relation_has_words_of_its_own_in_citing_sentences() -> None:
    assert citing_says("extend", "We extend the trap of Oak (2001) to rooftops.")
    assert citing_says("extend", "This trap is seen by us as old, but our trap is an extension of that of Oak (2001).")
    assert citing_says("extend", "In this paper we describe the speed improvements to the trap of Oak (2001).")
    assert not citing_says("extend", "We describe the improvements of Oak (2001).")
    assert citing_says("compare", "We compare our trap with that of Oak (2001).")
    assert citing_says("compare", "The best paper trap outperforms Oak (2001) in rain.")
    assert citing_says("compare", "The best paper trap beats Oak and Elm [3] in rain.")
    assert not citing_says("compare", "Oak (2001) outperforms Elm (1999) in rain.")
    assert citing_says("compare", "As a baseline, the trap of Oak (2001) was hung beside it.")
    assert citing_says("compare", "Our baseline hive is a plain wooden box after Oak (2001) with one door.")
    assert citing_says("compare", "The first two baselines are plain hives built with Oak (2001).")
    assert citing_says("dispute", "Contrary to Oak (2001), the guards were not calm.")
    assert not citing_says("dispute", "The guards of Oak (2001) were calm.")


@pytest.mark.parametrize(
    "text",
    [
        "We argue that keepers are overly reliant on smoke.",
        "Two counterexamples to the smoke rule are given.",
        "Hive weight is neither necessary nor sufficient for honey.",
        "Neither weight nor sound is predictive of swarming.",
        "Hive weight does not necessarily reflect honey.",
        "The counts give inconsistent results.",
    ],
)
def test_words_that_find_fault_dispute_wherever_they_stand(text: str) -> None:
    assert citing_says("dispute", text)
    assert paper_says("dispute", text)


@pytest.mark.parametrize(
    "text",
    [
        "We evaluate the trap with the count of Oak (2001).",
        "We trained our drones on the swarms of Oak (2001).",
        "We base our count on Oak (2001).",
        "We also consider the trap of Oak (2001).",
        "We reproduce the count of Oak (2001).",
        "Hives are numbered in the same way as in Oak (2001).",
        "Swarm data were provided by Oak (2001).",
        "Traps are emptied daily following previous work (Oak, 2001).",
    ],
)
def test_what_is_worked_with_is_built_on(text: str) -> None:
    assert citing_says("build-on", text)


@pytest.mark.parametrize(
    "text",
    [
        "Others evaluate the trap with the count of Oak (2001).",
        "We evaluate the trap at noon. Oak (2001) counts wasps.",
        "Bees are known to follow a scent (Oak, 2001).",
    ],
)
def test_what_others_work_with_is_not(text: str) -> None:
    assert not citing_says("build-on", text)


def test_setting_a_method_apart_from_others_disputes_nothing() -> None:
    assert not citing_says("dispute", "Unlike Oak (2001), we count bees at noon.")
    assert not paper_says("dispute", "Unlike a smoker, the fan needs no fuel.")


def test_a_paper_speaks_of_itself_in_its_own_text() -> None:
    assert paper_says("build-on", "The trap is based on old comb.")
    assert paper_says("extend", "It extends an earlier trap to rooftops.")
    assert paper_says("extend", "We propose a lighter variant of the trap.")
    assert not paper_says("extend", "The trap can be seen as a leaky variant of a box.")
    assert not paper_says("dispute", "We revisit the idea of a trap with two doors.")
    assert paper_says("compare", "The trap outperforms bare boxes.")
    assert paper_says("dispute", "Existing hive surveys overlook rooftops, most urban traps fail in rain.")
    assert not any(paper_says(relation, "Swarms settle on roofs.") for relation in ("build-on", "extend", "compare"))


@pytest.mark.parametrize(
    "text",
    [
        "Why drones leave early remains an open question.",
        "It is not clear whether rain delays them.",
        "Little is known about winter swarms.",
        "Further studies of winter swarms are needed.",
        "Rooftop swarms have not yet been studied.",
        "We leave winter swarms for future work.",
    ],
)
def test_what_is_not_known_or_not_done_is_left_open(text: str) -> None:
    assert leaves_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "Counts are released for future research on swarms.",
        "The hive was left open.",
        "It has been studied for years.",
        "The unknown queen was found.",
        "They remain.",
    ],
)
def test_other_uses_of_the_words_leave_nothing_open(text: str) -> None:
    assert not leaves_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our trap is modeled on that of Oak et al. (2001).",
        "Our approach to swarms in wet cities builds on our previous work (Elm, 2003).",
        "Each hive was opened at noon (following Oak, 2001).",
        "Following Oak et al. (2001), the hives were opened at noon.",
    ],
)
def test_what_is_done_after_the_example_of_others_builds_on_them(text: str) -> None:
    assert citing_says("build-on", text)


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Oak et al. (2001), we count bees at noon.",
        "We count drones, unlike Oak (2001).",
        "Our trap differs from that of Oak (2001) in its doors.",
        "In contrast to Oak [3], we count drones as well.",
        "Oak (2001) counts workers, whereas we count drones.",
        "Similar to Oak (2001), we count drones.",
        "Our trap is similar to the one of Oak (2001).",
        "We open hives at the same hour as Oak (2001).",
        "Our trap catches more swarms and is cheaper to build, but it has higher losses than the box of Oak (2001).",
    ],
)
def test_what_sets_a_work_beside_another_compares_and_disputes_nothing(text: str) -> None:
    assert citing_says("compare", text)
    assert not citing_says("dispute", text)


@pytest.mark.parametrize(
    "text",
    [
        "For future work, we might compare our trap with that of Oak (2001).",
        "We also plan to compare our trap with that of Oak (2001).",
        "We plan to extend the trap of Oak (2001).",
        "It would be interesting to use the smoker of Oak (2001), to which we compare ours.",
        "Whether we outperform Oak (2001) remains unclear.",
    ],
)
def test_what_is_to_come_is_no_relation(text: str) -> None:
    assert not any(citing_says(relation, text) for relation in ("build-on", "extend", "compare", "dispute"))


@pytest.mark.parametrize(
    "text",
    [
        "The dances show agreement and disagreement (Oak, 2001).",
        "Pairs of dances are contradictory or neutral (Oak, 2001).",
        "The fan of Oak (2001) is designed to overcome these limitations.",
    ],
)
def test_words_of_a_topic_dispute_nothing(text: str) -> None:
    assert not citing_says("dispute", text)


def test_only_what_is_cited_can_be_extended() -> None:
    assert not citing_says("extend", "We extend our trap with the door of Oak (2001).")
    assert not citing_says("extend", "We extend the counter to rain, following Oak (2001).")
    assert citing_says("extend", "Oak (2001) built a trap. We extend this trap to rooftops.")
    assert citing_says("extend", "We take the trap of Oak et al. (2001) and adapt it to rain.")


def test_a_reference_is_read_as_one_sign_with_its_names() -> None:
    read = marked_references("Oak et al. (2001) and Elm's [3, 4] agree (see Fir, 1999; Ash, 2001).")
    assert read.text == "※ and ※ agree ※ ."
    assert read.references == ("Oak et al. (2001)", " and Elm's [3, 4]", " agree (see Fir, 1999; Ash, 2001)")


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("build-on", "We propose a counter of bees based on the size of hives."),
        ("build-on", "We show that keepers with scales based on springs rely on luck."),
        ("build-on", "We propose a counter of bees based on data from Kew."),
        ("build-on", "Scales were used to weigh the hives."),
        ("build-on", "Surveys of hives are mainly based on guesses."),
        ("build-on", "The trap is motivated by the observation that bees like shade."),
        ("build-on", "It follows that bees sleep."),
        ("extend", "The fan extends the life of a hive."),
        ("extend", "The trap can adapt to a missing door."),
        ("extend", "Paint enhances the colour of traps."),
        ("extend", "Rooftops help the generalization of counts."),
        ("extend", "The fan is applied to each hive."),
        ("compare", "Losses were higher in the north than in the south."),
        ("compare", "We compare the weight of hives in spring."),
        ("compare", "The counts may serve as a baseline for keepers."),
        ("compare", "Weight showed improvements over time."),
        ("compare", "Yields exceeded 40 kg."),
        ("dispute", "Keepers face the many challenges the winter brings."),
        ("dispute", "The number of bees did not correlate with rain."),
        ("dispute", "We rethink the hive door."),
        ("dispute", "Smoke gave inconsistent improvements."),
        ("dispute", "The use of smoke remains controversial."),
        ("dispute", "Current smokers do not need to be lit."),
        ("dispute", "No evidence of mites was found."),
    ],
)
def test_what_a_paper_does_with_its_own_things_is_no_relation_to_other_work(relation: Relation, text: str) -> None:
    assert not paper_says(relation, text)


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("build-on", "We propose a counter of bees based on hidden Markov models."),
        ("build-on", "We propose a counter of bees based on HIVENET."),
        ("build-on", "Our traps make use of a lexicon of dances."),
        ("extend", "The trap, known from orchards, is applied to roofs."),
        ("extend", "We describe a leaky extension of the trap."),
        ("extend", "We adapt an existing trap to roofs."),
        ("compare", "We compare our trap with three conventional traps and other methods."),
        ("compare", "The trap catches more bees with higher precision than SVM."),
        ("compare", "Catches improve by a third over a strong baseline."),
        ("dispute", "We challenge the belief that bees hate smoke."),
        ("dispute", "Existing counting methods do not scale to large hives."),
        ("dispute", "We find no evidence that smoke calms bees."),
        ("dispute", "Common hive scores do not correlate with honey."),
    ],
)
def test_what_others_can_have_made_is_other_work(relation: Relation, text: str) -> None:
    assert paper_says(relation, text)


@pytest.mark.parametrize(
    "text",
    [
        "The trap will, in the future, catch wasps.",
        "In the future, fans can cool hives.",
        "Directions for future work are also discussed.",
        "Full hives call for new paths to honey.",
        "We count drones, which have not been studied before.",
        "It may aid keepers in future work.",
    ],
)
def test_a_mere_mention_of_the_future_leaves_nothing_open(text: str) -> None:
    assert not leaves_open(text)


def test_work_that_is_planned_leaves_something_open() -> None:
    assert leaves_open("In future work, we will count drones.")
    assert leaves_open("In the future we hope to count drones.")


@pytest.mark.parametrize(
    "text",
    [
        "The counter of Oak et al. (2001) fails to see drones.",
        "Oak (2001) counts bees at noon only, which limits the use of the counter.",
        "However, their counting method lacks a door for drones.",
        "Current counters (Elm, 2003; Oak, 2001) are limited to workers.",
        "Such a choice, as made by Oak (2001), is not justified.",
        "We argue that the counts of Oak (2001) do not reflect the life of a hive.",
        "In contrast to the findings of Oak (2001), smoke did not calm the guards.",
        "Contrary to Oak (2001), we find that smoke calms nobody.",
        "Different from Oak (2001), we did not observe calm guards.",
        "One weakness of the method of Oak (2001) is its price.",
    ],
)
def test_who_says_where_those_cited_fall_short_disputes_them(text: str) -> None:
    assert citing_says("dispute", text)


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to Oak (2001), we only use a single door.",
        "Following Oak (2001), the count is limited to workers.",
        "Unlike the counter of Oak (2001), ours cannot see drones.",
        "Our work was limited to hives from Oak (2001).",
        "Despite this lack of smoke, Oak (2001) calmed the guards.",
        "We use the trap of Oak (2001) to restrict the door.",
    ],
)
def test_to_do_it_in_another_way_or_to_fall_short_oneself_disputes_nothing(text: str) -> None:
    assert not citing_says("dispute", text)
