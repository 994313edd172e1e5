"""When two descriptions are of one paper, and what is kept of each."""

from dataclasses import replace

import pytest

from corpus.ids import parse_id
from corpus.merge import cut_short, merged_citation, merged_hub, merged_paper, same_paper
from corpus.values import Citation, CitingSentence, Hub, Paper, Stated

TITLE = "Training Agents with Patience"
PLAIN = Paper("local:a", TITLE)


def same(one: Paper, other: Paper, one_id: str = "arxiv:2001.00001", other_id: str = "doi:10.1000/x") -> bool:
    return same_paper(one, [parse_id(one_id)], other, [parse_id(other_id)])


def test_equal_titles_with_nothing_against_it_are_one_paper() -> None:
    assert same(PLAIN, PLAIN)


def test_two_ids_of_one_catalogue_are_two_papers() -> None:
    assert not same(PLAIN, PLAIN, "doi:10.1000/x", "doi:10.1000/y")


def test_two_kinds_of_semantic_scholar_id_say_nothing_against_each_other() -> None:
    assert same(PLAIN, PLAIN, "s2:" + "a" * 40, "s2:123")


def test_an_id_made_from_the_title_says_nothing() -> None:
    assert same(PLAIN, PLAIN, "local:training-agents-with-patience", "local:paper-7")
    assert not same(PLAIN, PLAIN, "local:paper-6", "local:paper-7")


@pytest.mark.parametrize(("years", "expected"), [((2020, 2021), True), ((2020, 2022), False), ((2020, None), True)])
def test_years_may_differ_by_one(years: tuple[int, int | None], expected: bool) -> None:
    assert same(replace(PLAIN, year=years[0]), replace(PLAIN, year=years[1])) is expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [(("Lovelace, Ada",), True), (("A. LOVELACE", "C. Babbage"), True), (("Alan Turing",), False), ((), True)],
)
def test_authors_must_share_a_surname_where_both_are_named(authors: tuple[str, ...], expected: bool) -> None:
    assert same(replace(PLAIN, authors=("Ada Lovelace",)), replace(PLAIN, authors=authors)) is expected


def test_a_title_of_one_short_word_needs_a_common_author() -> None:
    notes = Paper("local:a", "Notes")
    assert not same(notes, notes)
    assert same(replace(notes, authors=("Ada Lovelace",)), replace(notes, authors=("A Lovelace",)))


def test_nothing_replaces_something() -> None:
    held = Paper("doi:10.1000/x", TITLE, "An abstract.", "In short.", "source", ("A B",), 2020, "Here", "https://x.org")
    assert merged_paper(held, Paper("doi:10.1000/x", TITLE)) == held


def test_news_under_the_same_id_replaces_what_was_held() -> None:
    held = Paper("doi:10.1000/x", TITLE, "Old abstract.", venue="arXiv", year=2020)
    news = Paper("doi:10.1000/x", TITLE, "New text.", venue="Journal", year=2021)
    assert merged_paper(held, news) == news


def test_a_text_cut_short_never_replaces_the_whole() -> None:
    held = Paper("doi:10.1000/x", TITLE, "We show that it works. And why.")
    assert merged_paper(held, replace(held, abstract="We show that it wo…")) == held
    assert cut_short("We show that it wo...", "We show that it works.")
    assert not cut_short("We show that it works.", "We show that it works.")


def test_news_under_another_id_fills_gaps_and_completes_what_was_cut() -> None:
    held = Paper("doi:10.1000/x", TITLE, "We show that …", venue="Journal")
    news = Paper("arxiv:2001.00001", TITLE, "We show that it works.", venue="arXiv", year=2020)
    assert merged_paper(held, news) == replace(held, abstract="We show that it works.", year=2020)


def test_a_paper_known_by_its_title_alone_believes_the_first_catalogue_that_knows_it() -> None:
    held = Paper("local:training-agents-with-patience", TITLE, venue="page")
    assert merged_paper(held, Paper("arxiv:2001.00001", TITLE, venue="arXiv")).venue == "arXiv"


def test_a_generated_summary_never_replaces_one_from_the_source() -> None:
    held = Paper("doi:10.1000/x", TITLE, tldr="The authors' own.", tldr_source="source")
    assert merged_paper(held, replace(held, tldr="Made up.", tldr_source="generated")) == held


def test_labels_travel_with_their_confidence_and_contexts_are_united() -> None:
    held = Citation("h", "c", role="method", role_confidence=0.9, contexts=(CitingSentence("One."),))
    news = Citation("h", "c", polarity="support", contexts=(CitingSentence("One.", "Intro"), CitingSentence("Two.")))
    assert merged_citation(held, news) == Citation(
        "h",
        "c",
        role="method",
        role_confidence=0.9,
        polarity="support",
        contexts=(CitingSentence("One.", "Intro"), CitingSentence("Two.")),
    )


def test_a_new_label_without_a_confidence_drops_the_old_ones() -> None:
    held = Citation("h", "c", role="method", role_confidence=0.9, label_source="model")
    assert merged_citation(held, Citation("h", "c", role="result", label_source="import")) == Citation(
        "h", "c", role="result", label_source="import"
    )


def test_counts_of_two_pages_never_mix() -> None:
    held = Hub(PLAIN, 30, "2026-01-01", Stated(share=0.8, population_size=15))
    news = Hub(PLAIN, None, None, Stated(share=0.9))
    assert merged_hub(held, news) == Hub(PLAIN, 30, "2026-01-01", Stated(share=0.9))
