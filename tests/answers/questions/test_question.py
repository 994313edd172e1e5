"""What is read from a question's words."""

import pytest

from answers.questions.asked_papers import extreme, papers_first, year_behind
from answers.questions.question import Kind, read_question


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("brood breaks", "topic"),
        ("Which papers study brood breaks?", "which"),
        ("How many citing works treat mites?", "which"),
        ("Who has measured mite load?", "which"),
        ("Are brood breaks effective?", "yes_no"),
        ("Brood breaks against mites: do they work?", "yes_no"),
        ("Is smoke or water better for calming bees?", "yes_no"),
        ("How do brood breaks compare with acids?", "comparison"),
        ("What is a brood break?", "definition"),
        ("What's a brood break?", "definition"),
        ("Explain brood breaks", "definition"),
        ("Explain how brood breaks work", "open"),
        ("What are the limitations of smoke?", "open"),
        ("What are the limitations?", "open"),
        ("List the causes of swarming in rooftop colonies", "open"),
        ("Tell me whether smoke calms bees.", "yes_no"),
        ("Is there evidence that smoke calms bees?", "yes_no"),
        ("Is there a night effect in swarming?", "yes_no"),
        ("Is there work on swarming?", "open"),
        ("Are there counts with a bias label?", "open"),
        ("Summarize in one paragraph what is known of swarming in cities", "open"),
        ("Why do colonies swarm in May?", "open"),
        ("Brood breaks halve the mite load of a colony.", "statement"),
    ],
)
def test_the_kind_of_a_question(text: str, kind: Kind) -> None:
    assert read_question(text).kind == kind


def test_concepts_are_runs_of_content_words() -> None:
    read = read_question("Which citing papers apply this line of work to protein structure prediction?")
    assert read.concepts == ("protein structure prediction",)
    assert read.about_set


def test_hyphens_and_figures_stay_inside_a_word() -> None:
    assert read_question("Does fine-tuning Phi-4 beat a 1.3B model?").words == (
        "fine-tuning",
        "phi-4",
        "beat",
        "1.3b",
        "model",
    )


def test_a_topic_of_scaffold_words_alone_is_still_a_topic() -> None:
    assert read_question("papers and studies").concepts == ("papers", "studies")


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("What does WOT stand for?", ("WOT",)),
        ("What is WOT short for?", ("WOT",)),
        ("What are weak examples?", ()),
        ("What are mite examples?", ("mite examples",)),
        ("What is topic modeling?", ("topic modeling",)),
        ("Explain answer sets", ("answer sets",)),
    ],
)
def test_what_is_to_be_defined_may_be_called_by_any_words(text: str, concepts: tuple[str, ...]) -> None:
    read = read_question(text)
    assert (read.concepts if read.kind == "definition" else ()) == concepts


def test_function_words_alone_name_nothing() -> None:
    assert read_question("Who is it, and why?").concepts == ()


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("How many people took part in the hive study?", ("people",)),
        ("What number of foraging bees was marked?", ("foraging", "bees")),
        ("How many papers mention mites?", ()),
        ("How does mite load grow?", ()),
    ],
)
def test_what_a_question_counts(text: str, counted: tuple[str, ...]) -> None:
    assert read_question(text).counted == counted


def test_an_amount_asked_beside_something_else_is_wanted_and_not_required() -> None:
    read = read_question("Which work calms bees, and how large is the gain?")
    assert (read.amount, read.amount_only) == (True, False)


def test_how_much_does_it_cost_asks_for_an_amount() -> None:
    assert read_question("How much does it cost to keep drones?").amount_only


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("By how much does smoke reduce stings?", "margin"),
        ("What rank did the drone team get?", "rank"),
        ("Where did the drone team rank?", "rank"),
        ("What does smoke cost in dollars?", "money"),
        ("How much money did the hives save?", "money"),
        ("What proportion of drones survived?", "share"),
        ("How long does a drone live?", "duration"),
        ("How much does a drone cost?", "cost"),
        ("How long are the queues of drones?", None),
        ("What correlation was reached?", None),
        ("What odds ratio did they report?", None),
        ("What is the odds ratio of swarming?", None),
    ],
)
def test_of_what_an_amount_is_asked(asked: str, of: str | None) -> None:
    assert (read_question(asked).amount_only, read_question(asked).amount_of) == (True, of)


def test_that_an_amount_was_reached_is_not_looked_for() -> None:
    assert read_question("What dance correlation was reached?").query == "What dance correlation was"
    assert read_question("By how much does it reduce stings?").query == "reduce stings"


def test_what_is_set_against_something_is_looked_for_beside_it() -> None:
    read = read_question("smoke versus water")
    assert (read.kind, read.concepts, read.query) == ("comparison", ("smoke", "water"), "smoke and water")


def test_amounts_set_against_each_other_make_no_comparison_of_a_claim() -> None:
    assert read_question("Stings were rarer with smoke than water (5% vs 10%).").kind == "statement"


def test_looking_for_papers_asks_for_them() -> None:
    for asked in ("I need papers about mites", "I'm looking for papers on mites", "I'd like to read papers on mites"):
        assert (read_question(asked).kind, read_question(asked).query) == ("which", "mites")


def test_how_much_does_it_matter_asks_for_no_amount() -> None:
    assert not read_question("How much does rain matter to drones?").amount_only


@pytest.mark.parametrize(
    ("text", "broad"),
    [
        ("mites", True),
        ("Which papers treat mites?", True),
        ("What is known about mites?", True),
        ("Why do brood breaks reduce the mite load of colonies in winter?", False),
    ],
)
def test_breadth(text: str, broad: bool) -> None:
    assert read_question(text).broad is broad


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("Do brood breaks help in the alpine valleys of Norway?", ("alpine valleys", "Norway")),
        ("Do alpine valleys help?", ()),
        ("Do Brood Breaks Help Norway?", ()),
    ],
)
def test_settings_are_named_or_follow_a_preposition(text: str, settings: tuple[str, ...]) -> None:
    assert read_question(text).settings == settings


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Give me three papers on mites", 3),
        ("Name 12 recent studies of mites", 12),
        ("Which two papers treat mites?", 2),
        ("Can you give me three papers on mites?", 3),
        ("Which one works better, smoke or water?", None),
        ("Do the results suggest two groups?", None),
        ("How many papers treat mites?", None),
        ("Name one method against mites", None),
        ("Which papers treat two mites?", None),
    ],
)
def test_how_many_papers_are_wanted(text: str, wanted: int | None) -> None:
    assert read_question(text).wanted == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Can you give me three papers on mites?", "which"),
        ("Please list papers on mites", "which"),
        ("Which one works better, smoke or water?", "comparison"),
        ("Do the results suggest groups differ?", "yes_no"),
        ("Can you explain mites?", "open"),
    ],
)
def test_who_asks_for_papers(text: str, kind: str) -> None:
    assert read_question(text).kind == kind


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert read_question("Does smoke calm bees in Norway? Justify your answer. Briefly: Why?").names == {"Norway"}


def test_the_search_sees_no_syntax() -> None:
    assert read_question('Why "smoke", -mites and title:bees?').query == "Why smoke mites and title bees"


@pytest.mark.parametrize(
    ("asked", "papers", "which"),
    [
        ("What is the newest paper on mites?", "Which papers on mites?", "newest"),
        ("Which is the most recent study of mites?", "Which papers of mites?", "newest"),
        ("latest papers on mites", "Which papers on mites", "newest"),
        ("Which paper is the oldest?", "Which papers?", "oldest"),
        ("Show me the earliest paper", "Which papers", "oldest"),
        ("Which paper came first on mites?", "Which papers on mites?", "oldest"),
        ("Which study was published last?", "Which papers?", "newest"),
        ("Give me the two most recent papers on mites", "Which two papers on mites", "newest"),
        ("most recent 3 papers on mites", "Which 3 papers on mites", "newest"),
        ("Which two papers are the oldest?", "Which two papers?", "oldest"),
        ("What's the latest study?", "Which papers?", "newest"),
        ("newest HIVE papers", "Which HIVE papers", "newest"),
        ("the most recent machine learning paper on mites", "Which machine learning papers on mites", "newest"),
        ("the first person papers of bees", "the first person papers of bees", None),
        ("latest advances in papers", "latest advances in papers", None),
        ("Which team came first in the race?", "Which team came first in the race?", None),
        ("What was the first paper to treat mites?", "What was the first paper to treat mites?", None),
        ("Do the oldest bees work?", "Do the oldest bees work?", None),
        ("Does the latest work support it?", "Does the latest work support it?", None),
        ("What did the first study show?", "What did the first study show?", None),
    ],
)
def test_the_newest_or_the_oldest_paper_is_asked_for_as_papers(asked: str, papers: str, which: str | None) -> None:
    assert extreme(asked) == (papers, which)


@pytest.mark.parametrize(
    ("asked", "papers"),
    [
        ("Which bee papers use drones?", "Which papers on bee use drones?"),
        ("How many machine learning papers treat mites?", "How many papers on machine learning treat mites?"),
        ("Give me two CombNet studies", "Give me two studies on CombNet"),
        ("Which randomised controlled studies found a benefit?",) * 2,
        ("Which highly cited papers treat mites?",) * 2,
        ("Which smoke works faster?",) * 2,
        ("What case studies are there?",) * 2,
        ("Which research papers treat mites?", "Which papers treat mites?"),
        ("How many people read papers on mites?", "How many people read papers on mites?"),
        ("Which methods improve papers?", "Which methods improve papers?"),
        ("Which papers treat mites?", "Which papers treat mites?"),
    ],
)
def test_papers_named_by_what_they_are_on_are_asked_for_as_papers(asked: str, papers: str) -> None:
    assert papers_first(asked) == papers


@pytest.mark.parametrize(
    ("asked", "dated"),
    [
        ("When was the smoker invented?", True),
        ("In which year was it opened?", True),
        ("When does smoke help?", False),
        ("When was the brood heaviest?", False),
        ("What year-round traps work?", False),
    ],
)
def test_a_date_is_asked_for_by_when_of_the_past(asked: str, dated: bool) -> None:
    assert read_question(asked).dated is dated


def test_the_accuracy_of_a_thing_is_an_amount() -> None:
    assert read_question("What is the accuracy of mite counting?").amount_only
    assert read_question("What F1 score was reached on mites?").amount_only
    assert not read_question("What is the best score to judge a queen by?").amount_only
    assert not read_question("What is the cause of mortality in winter?").amount_only
    assert not read_question("What DNA was obtained?").amount_only
    assert read_question("What is the incidence of stings?").amount_of == "share"
    assert read_question("What dance rate did workers reach?").amount_of is None


def test_being_told_is_no_part_of_what_is_looked_for() -> None:
    assert read_question("Describe the smoke method").query == "the smoke method"
    assert read_question("Contrast-enhanced scans of combs").query == "Contrast-enhanced scans of combs"
    assert read_question("Name disambiguation").query == "Name disambiguation"


def test_a_year_before_papers_is_read_behind_them() -> None:
    assert year_behind("Which 2020 papers treat mites?") == "Which papers from 2020 treat mites?"


def test_years_before_papers_are_read_behind_them() -> None:
    assert year_behind("HIVE 2019 and 2020 papers") == "HIVE papers from 2019 and 2020"


def test_a_year_joined_to_a_name_stays_with_it() -> None:
    assert year_behind("Which HIVE-2020 papers treat mites?") == "Which HIVE-2020 papers treat mites?"


@pytest.mark.parametrize(
    "reached", ["did it reach", "did it achieve", "does it get", "was obtained", "is it attaining"]
)
def test_that_an_amount_is_reached_is_not_looked_for(reached: str) -> None:
    asked = read_question(f"What rank {reached} in spring?")
    assert (asked.concepts, asked.amount_only) == (("rank", "spring"), True)


def test_only_to_explain_names_nothing() -> None:
    assert [read_question(text).concepts for text in ("Explain.", "Compare!", "Explain mites.")] == [(), (), ("mites",)]
