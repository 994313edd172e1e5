"""Sentences of papers, and their closeness to a question."""

from answers.evidence import judged, shares
from answers.questions.question import read_question
from answers.sentences import Embeds, Read, quotable
from corpus.values import Citation, CitingSentence, Paper
from index.values import Hit, Match

ABSTRACT = "METHODS: We filmed bees all summer long. However, dances point to flowers."


def test_every_field_but_the_title_is_quotable_with_its_offsets() -> None:
    paper = Paper(id="local:a", title="On bees", abstract=ABSTRACT, tldr="Bees dance for distant flowers.")
    citation = Citation("local:h", "local:a", contexts=(CitingSentence("Bees dance, as the survey says."),))
    found = quotable(paper, citation)
    assert [(one.field, one.start, one.end, one.context) for one in found] == [
        ("tldr", 0, 31, None),
        ("abstract", 0, 40, None),
        ("abstract", 41, 74, None),
        ("context", 0, 31, 0),
    ]
    assert found[2].text == ABSTRACT[41:74] == "However, dances point to flowers."


def test_a_paper_with_nothing_else_is_quoted_by_its_title() -> None:
    (only,) = quotable(Paper(id="local:a", title="On bees"))
    assert (only.field, only.text, only.start, only.end) == ("title", "On bees", 0, 7)


def test_short_scraps_are_not_sentences_where_there_are_others() -> None:
    paper = Paper(id="local:a", title="On bees", abstract="Aims. We filmed bees all summer long.")
    assert [one.text for one in quotable(paper)] == ["We filmed bees all summer long."]


def test_what_cannot_be_read_is_never_quotable() -> None:
    paper = Paper(
        id="local:a", title="On bees", abstract="(2) ~_}...-rr . || = ~~ ## || == .. We filmed bees all summer."
    )
    assert [one.text for one in quotable(paper)] == ["We filmed bees all summer."]


def test_shares_of_two_spellings_are_the_same() -> None:
    asked = [shares(read_question(f"Why do bees see {word}?"), lambda stem: 1.0) for word in ("colour", "color")]
    assert asked[0] == asked[1] == {"bee": 0.5, "color": 0.5}


def test_where_papers_are_asked_for_a_noun_of_telling_stands_for_itself() -> None:
    asked = shares(read_question("Which papers use demonstrations?"), lambda stem: 1.0)
    assert asked == {"demonstration": 1.0}


def test_that_a_paper_demonstrates_settles_nothing_about_demonstrations(embedder: Embeds) -> None:
    assert shares(read_question("Are demonstrations needed?"), lambda stem: 1.0) == {"demonstration": 0.5, "need": 0.5}
    verb, noun = "We demonstrate that bees need rain.", "Keepers need a demonstration of dances in all hives."
    assert best_told("Are demonstrations needed?", embedder, f"{verb} {noun}") == [noun]


def test_shares_add_up_and_follow_what_words_tell() -> None:
    weights = {"bee": 1.0, "danc": 3.0}
    assert shares(read_question("Why do bees dance?"), weights.__getitem__) == {"bee": 0.25, "danc": 0.75}


def test_a_question_of_weightless_words_has_no_shares() -> None:
    assert shares(read_question("Why do bees dance?"), lambda stem: 0.0) == {}


def best_told(question: str, embedder: Embeds, *abstracts: str) -> list[str]:
    """The sentence that scores best in each paper, where all words tell as much."""
    asked = read_question(question)
    papers = [Paper(id=f"local:{n}", title="On hives", abstract=text) for n, text in enumerate(abstracts)]
    hits = [Hit(1, 0.5, 0.5, True, one, None, Match("title", one.title, 0, 8)) for one in papers]
    found = []
    for one in papers:
        said = tuple(quotable(one))
        vectors = embedder.embed_passages([one.title, *(each.text for each in said)])
        found.append(Read(vectors[0], vectors[0], said, vectors[1:]))
    every = judged(asked, hits, found, embedder, shares(asked, lambda stem: 1.0))
    return [max(one.sentences, key=lambda each: each.score).sentence.text for one in every]


def test_what_no_longer_holds_is_told_before_what_held_at_first(embedder: Embeds) -> None:
    crude = "Before adjustment, smoke was significantly associated with calm bees."
    undone = "After adjusting for rain, the association was no longer significant."
    assert best_told("Is smoke associated with calm bees?", embedder, f"{crude} {undone}") == [undone]


def test_an_abbreviation_of_the_paper_counts_as_its_long_form(embedder: Embeds) -> None:
    first = "Keepers like a brood break (BBr) in spring."
    found = "The BBr halved mites in all hives."
    assert best_told("Does a brood break halve mites?", embedder, f"{first} {found}") == [found]
    other = "The cage halved mites in all hives."
    assert best_told("Which brood break is liked by keepers?", embedder, f"{other} {first}") == [first]


def test_a_sample_is_not_told_where_a_finding_is(embedder: Embeds) -> None:
    sample = "The study population included 40 calm bees with smoke."
    found = "Stings were rarer with smoke (OR 0.5, 95% CI: 0.3-0.8)."
    assert best_told("Are calm bees rarer stung with smoke?", embedder, f"{sample} {found}") == [found]


def test_where_code_is_found_is_told_only_where_it_is_asked_for(embedder: Embeds) -> None:
    where = "Our code on calm bees and smoke is available at https://hives.example/calm-bees-smoke."
    found = "No gain for calm bees was found with smoke."
    assert best_told("Are bees calm with smoke?", embedder, f"{where} {found}") == [found]
    assert best_told("Is code on calm bees and smoke available?", embedder, f"{where} {found}") == [where]
