"""What a report says of a hub: who is told of in which section, on what basis, and with which quotes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from answers.reports.report import report
from answers.reports.report_values import SECTIONS, Counted, Held, Report, Section
from corpus.values import Citation, CitingSentence, Hub, Paper
from index.searcher import Searcher
from index.version import open_current
from tests.built import build_version

HUB = "local:traps"
DATED = {"old": 1999, "built": 2001, "rooftop": 2001, "cold": 2002, "again": 2003}


def paper(name: str, title: str, abstract: str | None = None, tldr: str | None = None) -> Paper:
    return Paper(
        id=f"local:{name}", title=title, abstract=abstract, tldr=tldr, tldr_source="source" if tldr else None,
        year=DATED.get(name),
    )  # fmt: skip


def cites(name: str, *said: str, **labels: object) -> Citation:
    return Citation(HUB, f"local:{name}", contexts=tuple(CitingSentence(text) for text in said), **labels)  # type: ignore[arg-type]


PAPERS = (
    paper("again", "Brood breaks again", "A brood break halves the load of mites. Why it does so remains unclear."),
    paper("built", "Traps in orchards", "Orchards were hung with traps.", tldr="Traps catch swarms in orchards."),
    paper("cold", "Cold hives", "Cold hives swarm late. Our model is based on weather records."),
    paper("mute", "A paper of which only the title is held"),
    paper("old", "Old comb", "Old comb draws scouts to a box."),
    paper("rooftop", "Rooftop traps", "Rooftop traps catch most swarms."),
    paper("same", "Old comb once more", "Old comb draws scouts to a box."),
)
CITATIONS = (
    cites("again"),
    cites("built", "Traps go back decades (Oak, 1990).", "We use the trap of Oak (1990).", role="method"),
    cites("cold"),
    cites("mute"),
    cites("old", "Contrary to Oak (1990), small boxes caught nothing.", polarity="contrast"),
    cites("rooftop", "We extend the trap of Oak (1990) to rooftops.", "Oak (1990) uses bare boxes."),
    cites("same", role="dataset", polarity="contrast"),
)


def held(
    root: Path, embedder: object, papers: Sequence[Paper] = PAPERS, citations: Sequence[Citation] = CITATIONS
) -> Searcher:
    hub = Hub(Paper(id=HUB, title="Swarm traps"))
    build_version(root, papers=papers, citations=citations, hubs=[hub], embedder=embedder, revision=1)  # type: ignore[arg-type]
    version = open_current(root, model="words", engine="exact")
    assert version is not None
    return Searcher(version, embedder)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def traps(embedder: object, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return held(tmp_path_factory.mktemp("traps"), embedder)


@pytest.fixture(scope="session")
def whole(traps: Searcher) -> Report:
    return report(traps, HUB)


@pytest.fixture(scope="session")
def section(whole: Report) -> Callable[[str], Section]:
    return lambda name: next(one for one in whole.sections if one.name == name)


def told(section: Section) -> list[tuple[str | None, str, list[str]]]:
    """Heading, text and papers of each claim."""
    ids = {source.n: source.paper.id.removeprefix("local:") for source in section.sources}
    return [(claim.heading, claim.text, [ids[n] for n in claim.sources]) for claim in section.claims]


def test_the_report_says_what_it_is_made_from(whole: Report) -> None:
    assert (whole.hub, whole.paper.title) == (HUB, "Swarm traps")
    assert whole.held == Held(citers=7, labelled=3, with_context=3, with_text=6)
    assert tuple(section.name for section in whole.sections) == SECTIONS


def test_a_label_goes_before_words_and_words_about_the_hub_before_others(section: Callable[[str], Section]) -> None:
    found = section("build-on")
    assert told(found) == [
        ("By label", "We use the trap of Oak (1990).", ["built"]),
        ("By label", "Old comb draws scouts to a box.", ["same"]),
        ("With other work, by words of summaries and abstracts", "Our model is based on weather records.", ["cold"]),
    ]
    assert found.counted == (
        Counted("label", found=2, shown=2, of=2),
        Counted("citing words", found=0, shown=0, of=2),
        Counted("own words", found=1, shown=1, of=2),
    )
    assert (found.citers, found.unjudged) == (7, 1)


def test_citing_sentences_tell_what_is_extended(section: Callable[[str], Section]) -> None:
    words = "By words of the citing sentences"
    assert told(section("extend")) == [(words, "We extend the trap of Oak (1990) to rooftops.", ["rooftop"])]


def test_polarity_decides_what_is_disputed(section: Callable[[str], Section]) -> None:
    assert told(section("dispute")) == [
        ("By label", "Contrary to Oak (1990), small boxes caught nothing.", ["old"]),
        ("By label", "Old comb draws scouts to a box.", ["same"]),
    ]


def test_a_section_without_anything_says_so(section: Callable[[str], Section]) -> None:
    empty = section("compare")
    assert (empty.claims, empty.sources) == ((), ())
    assert empty.missing == "No citing paper held is seen to compare itself with it or with other work."


def test_open_questions_are_those_that_are_named(section: Callable[[str], Section]) -> None:
    found = section("open-questions")
    assert told(found) == [(None, "Why it does so remains unclear.", ["again"])]
    assert (found.counted, found.unjudged) == ((Counted("words", found=1, shown=1, of=6),), 1)


def test_years_come_in_order_and_unknown_ones_last(section: Callable[[str], Section]) -> None:
    headings = list(dict.fromkeys(claim.heading for claim in section("time").claims))
    assert headings == [
        "1999 (1 of 7)",
        "2001 (2 of 7; none in 2000)",
        "2002 (1 of 7)",
        "2003 (1 of 7)",
        "Year not known (2 of 7)",
    ]


def test_a_summary_is_quoted_before_an_abstract(section: Callable[[str], Section]) -> None:
    assert ("2001 (2 of 7; none in 2000)", "Traps catch swarms in orchards.", ["built"]) in told(section("time"))


def test_the_topics_cover_the_citers(section: Callable[[str], Section]) -> None:
    headings = dict.fromkeys(claim.heading or "" for claim in section("topics").claims)
    sizes = [int(heading.rsplit("(", 1)[1].split(" of ")[0]) for heading in headings]
    assert sum(sizes) == 7


def test_what_two_papers_say_in_the_same_words_is_said_once(traps: Searcher) -> None:
    texts = [text for one in report(traps, HUB).sections for heading, text, _ in told(one) if heading == "By label"]
    assert texts.count("Old comb draws scouts to a box.") == 2  # once in each of two sections


def test_every_quote_is_the_field_it_names_and_every_number_a_source(whole: Report) -> None:
    for section in whole.sections:
        assert [source.n for source in section.sources] == list(range(1, len(section.sources) + 1))
        for evidence in (evidence for claim in section.claims for evidence in claim.evidence):
            source = section.sources[evidence.source - 1]
            assert source.citation is not None
            if evidence.context is not None:
                field = source.citation.contexts[evidence.context].text
            else:
                field = getattr(source.paper, evidence.field)
            assert field[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_alone_is_the_section_within_the_whole(
    traps: Searcher, section: Callable[[str], Section], name: str
) -> None:
    alone = report(traps, HUB, (name,))  # type: ignore[arg-type]
    assert alone.sections == (section(name),)


def test_sections_keep_their_order_whatever_is_asked_first(traps: Searcher) -> None:
    names = [section.name for section in report(traps, HUB, ("time", "extend", "dispute")).sections]
    assert all(SECTIONS.index(one) < SECTIONS.index(other) for one, other in pairwise(names))


def test_a_hub_whose_citers_are_gone_says_that_there_is_none(embedder: object, tmp_path: Path) -> None:
    made = report(held(tmp_path, embedder, [], []), HUB)
    assert [bool(section.missing) for section in made.sections] == [True] * len(SECTIONS)


def test_a_citing_sentence_that_bears_the_label_is_the_one_quoted(embedder: object, tmp_path: Path) -> None:
    said = (CitingSentence("We use traps."), CitingSentence("Boxes caught fewer than theirs.", role="baseline"))
    one = Citation(HUB, "local:old", role="method", contexts=said)
    made = report(held(tmp_path, embedder, [PAPERS[4]], [one]), HUB, ("build-on", "compare"))
    assert [claim.text for section in made.sections for claim in section.claims] == [
        "We use traps.",
        "Boxes caught fewer than theirs.",
    ]


def test_years_far_apart_are_told_in_wide_spans(embedder: object, tmp_path: Path) -> None:
    dated = [replace(PAPERS[4], year=12), replace(PAPERS[6], year=2019)]
    made = report(held(tmp_path, embedder, dated, [cites("old"), cites("same")]), HUB, ("time",))
    assert [claim.heading for claim in made.sections[0].claims] == ["0 to 9999 (2 of 2)"]


def test_of_many_that_belong_six_are_quoted_and_all_counted(embedder: object, tmp_path: Path) -> None:
    many = [paper(f"n{n}", f"Trap {n}", f"Trap number {n} is based on old comb.") for n in range(9)]
    made = report(held(tmp_path, embedder, many, [cites(f"n{n}") for n in range(9)]), HUB, ("build-on",))
    assert made.sections[0].counted == (Counted("own words", found=9, shown=6, of=9),)
    assert len(made.sections[0].sources) == 6


def test_many_years_are_told_in_spans(embedder: object, tmp_path: Path) -> None:
    years = (1991, 1994, 1996, 2004, 2019)
    dated = [replace(paper(f"y{year}", f"Traps of {year}", f"Traps of {year} failed."), year=year) for year in years]
    made = report(held(tmp_path, embedder, dated, [cites(f"y{year}") for year in years]), HUB, ("time",))
    assert list(dict.fromkeys(claim.heading for claim in made.sections[0].claims)) == [
        "1990 to 1994 (2 of 5)",
        "1995 to 1999 (1 of 5)",
        "2000 to 2004 (1 of 5)",
        "2015 to 2019 (1 of 5; none in 2005 to 2014)",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2.3 Box Rules In most trials we use traps.", "In most trials we use traps."),
        ("6 Conclusions and Future Work We use traps.", "We use traps."),
        ("We use 3 Box traps of Oak (1990).", "We use 3 Box traps of Oak (1990)."),
    ],
)
def test_a_heading_before_a_sentence_is_not_quoted(embedder: object, tmp_path: Path, said: str, told: str) -> None:
    made = report(held(tmp_path, embedder, [PAPERS[4]], [cites("old", said)]), HUB, ("build-on",))
    assert [claim.text for claim in made.sections[0].claims] == [told]


def test_a_sentence_with_a_heading_in_it_gives_way_to_a_whole_one(embedder: object, tmp_path: Path) -> None:
    said = "2.3 Box Rules OAK is what we use in traps."
    whole = "We use the boxes of Oak (1990)."
    made = report(held(tmp_path, embedder, [PAPERS[4]], [cites("old", said, whole)]), HUB, ("build-on",))
    assert [claim.text for claim in made.sections[0].claims] == [whole]


def test_two_versions_of_one_paper_share_a_line_and_take_one_place(embedder: object, tmp_path: Path) -> None:
    said = "Roof traps catch drones early in the warm days of spring"
    twins = [
        replace(paper("again", "Roof traps", f"{said}."), year=2001),
        replace(paper("first", "Roof traps", f"{said} also."), year=2001),
        replace(
            paper("not", "Roof traps fail", "Roof traps do not catch drones early in the warm days of spring."),
            year=2001,
        ),
    ]
    made = report(held(tmp_path, embedder, twins, [cites("again"), cites("first"), cites("not")]), HUB, ("time",))
    assert [(claim.text, claim.sources) for claim in made.sections[0].claims] == [
        (f"{said}.", (1, 2)),
        ("Roof traps do not catch drones early in the warm days of spring.", (3,)),
    ]


def test_where_no_year_is_held_nothing_is_told_over_time(embedder: object, tmp_path: Path) -> None:
    made = report(
        held(tmp_path, embedder, [paper("same", "Old comb", "Comb draws scouts.")], [cites("same")]), HUB, ("time",)
    )
    section = made.sections[0]
    assert (section.claims, section.missing) == ((), "Of no citing paper is the year held.")


def test_what_a_paper_leaves_open_goes_before_the_question_that_it_begins_with(
    embedder: object, tmp_path: Path
) -> None:
    begins = paper(
        "begins", "Shade", "Why drones like shade is unclear. We hung forty traps. Drones came for the cool."
    )
    ends = paper("ends", "Smoke", "Forty smokers were lit. The guards were calm. Why smoke calms guards is unclear.")
    made = report(held(tmp_path, embedder, [begins, ends], [cites("begins"), cites("ends")]), HUB, ("open-questions",))
    assert [claim.text for claim in made.sections[0].claims] == [
        "Why smoke calms guards is unclear.",
        "Why drones like shade is unclear.",
    ]


def test_a_sentence_that_points_elsewhere_gives_way_to_those_that_stand_alone(embedder: object, tmp_path: Path) -> None:
    papers = [
        paper("one", "Traps", "We show that these traps outperform bare boxes."),
        paper("two", "Fans", "A fan outperforms an open door."),
    ]
    made = report(held(tmp_path, embedder, papers, [cites("one"), cites("two")]), HUB, ("compare",))
    assert [claim.text for claim in made.sections[0].claims] == ["A fan outperforms an open door."]
    assert made.sections[0].counted == (Counted("own words", found=2, shown=1, of=2),)
