"""Pith hub pages in both layouts, whole, untidy, and cut anywhere."""

import gzip
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.store import Store
from corpus.values import Hub, Problem, Record, Stated

Read = Callable[..., tuple[Hub | None, list[Record], list[Problem]]]

LISTED = """A stray sentence that belongs to one of the citers.
hub Mixed reference
Patience Is All You Need
Mixed reference. 62.5% of 16 citing Pith papers cite this work as method.
abstract
We study patience. It helps.
hub tools
citation-role summary
citation-polarity summary
roles
method 10 background 5 baseline 1polarities
support 7 neutral 3representative citing papers
Agents wait longer.
citing papers explorer
-
Waiting Agents
Agents wait longer.
- The Cost of Haste
-
A Second Look at Patience
Patience is looked at again.
-
Last in Line
The last one waits longest.
"""

CARDS = """pith. sign in

hub Canonical reference

Patience Is All You Need

Canonical reference. 81% of citing Pith papers cite this work as background.

1,204 Pith papers citing it
Background 81% of classified citations
arXiv:2306.02707
abstract

We study patience. It helps.

hub tools

citation-role summary

background 11 method 2 baseline 1

citation-polarity summary

representative citing papers

Waiting Agents

cs.CL · 2026-01-10 · unverdicted · novelty 5.0 · 1 refs

Agents wait longer.

The Cost of Haste

cs.LG · 2025-02-11 · unverdicted · novelty 6.0

A Second Look at Patience

hep-th · 2024-03-12 · unverdicted

Patience is looked at again.
"""


def told(records: Sequence[Record]) -> list[tuple[str, str | None, int | None]]:
    return [(record.paper.title, record.paper.tldr, record.paper.year) for record in records]


LISTED_PAPERS = [
    ("Waiting Agents", "Agents wait longer.", None),
    ("The Cost of Haste", None, None),
    ("A Second Look at Patience", "Patience is looked at again.", None),
    ("Last in Line", "The last one waits longest.", None),
]
CARD_PAPERS = [
    ("Waiting Agents", "Agents wait longer.", 2026),
    ("The Cost of Haste", None, 2025),
    ("A Second Look at Patience", "Patience is looked at again.", 2024),
]


def test_a_page_that_lists_by_dashes(read: Read) -> None:
    hub, records, problems = read(LISTED)
    assert hub is not None
    assert (hub.paper.title, hub.paper.abstract) == ("Patience Is All You Need", "We study patience. It helps.")
    assert (hub.paper.id, hub.known_total) == ("local:patience-is-all-you-need", None)
    assert hub.stated == Stated(
        kind="Mixed reference",
        share=0.625,
        share_role="method",
        population="citing Pith papers",
        population_size=16,
        roles=(("method", 10), ("background", 5), ("baseline", 1)),
        polarity=(("support", 7), ("neutral", 3)),
    )
    assert (told(records), problems) == (LISTED_PAPERS, [])


def test_a_page_of_cards(read: Read) -> None:
    hub, records, problems = read(CARDS)
    assert hub is not None
    assert (hub.paper.id, hub.known_total) == ("arxiv:2306.02707", 1204)
    assert hub.stated == Stated(
        kind="Canonical reference",
        share=0.81,
        share_role="background",
        population="citing Pith papers",
        roles=(("background", 11), ("method", 2), ("baseline", 1)),
    )
    assert (told(records), problems) == (CARD_PAPERS, [])


@pytest.mark.parametrize("number", ["9" * 16, "9" * 20, "9" * 5000], ids=len)
def test_a_number_that_counts_no_papers_is_not_read(read: Read, store: Store, number: str) -> None:
    page = CARDS.replace("1,204", number).replace("background 11", f"background {number}")
    hub, records, problems = read(page)
    assert hub is not None
    assert (hub.known_total, hub.stated and hub.stated.roles) == (None, (("method", 2), ("baseline", 1)))
    assert (told(records), problems) == (CARD_PAPERS, [])
    assert store.put(hub, records).added == 3


def test_citers_have_readable_ids_and_cite_the_hub(read: Read) -> None:
    _, records, _ = read(LISTED, hub="acl:P02-1040")
    assert records[0].paper.id == "local:waiting-agents"
    assert {record.citation.hub for record in records if record.citation} == {"acl:P02-1040"}


def test_the_caller_may_name_the_hub_and_title_it(read: Read) -> None:
    hub, _, _ = read(CARDS, hub="acl:P02-1040", hub_title="Called Otherwise")
    assert hub is not None
    assert (hub.paper.id, hub.paper.title) == ("acl:P02-1040", "Called Otherwise")
    assert [found.scheme for found in hub.paper.ids] == ["acl", "arxiv"]


UNTIDY = {
    "carriage returns": lambda page: page.replace("\n", "\r\n"),
    "a byte order mark": lambda page: "\ufeff" + page,
    "trailing blanks": lambda page: page.replace("\n", " \t\n"),
    "no-break spaces": lambda page: page.replace(" ", "\u00a0"),
    "blank lines": lambda page: page.replace("\n", "\n\n"),
    "no blank lines": lambda page: "".join(line + "\n" for line in page.split("\n") if line),
    "no newline at the end": lambda page: page.rstrip("\n"),
    "zero-width spaces": lambda page: page.replace("\n", "\u200b\n"),
}


@pytest.mark.parametrize("change", UNTIDY.values(), ids=UNTIDY)
@pytest.mark.parametrize(("page", "papers"), [(LISTED, LISTED_PAPERS), (CARDS, CARD_PAPERS)], ids=["listed", "cards"])
def test_untidy_pages_say_the_same(read: Read, page: str, papers: list[object], change: Callable[[str], str]) -> None:
    plain, _, _ = read(page)
    hub, records, problems = read(change(page))
    assert (hub, told(records), problems) == (plain, papers, [])


def without(page: str, *lines: str) -> str:
    return "".join(line + "\n" for line in page.splitlines() if not line.startswith(lines))


def test_a_percentage_that_is_not_there_is_not_made_up(read: Read) -> None:
    hub, _, problems = read(without(LISTED, "Mixed reference. 62.5%", "method 10", "support 7", "roles"))
    assert hub is not None
    assert (hub.stated, problems) == (Stated(kind="Mixed reference"), [])


def test_the_share_of_classified_citations_is_of_those(read: Read) -> None:
    hub, _, _ = read(without(CARDS, "Canonical reference. 81%"))
    assert hub is not None
    assert hub.stated is not None
    assert (hub.stated.share, hub.stated.share_role, hub.stated.population) == (
        0.81,
        "background",
        "classified citations",
    )


def test_cards_and_a_list_on_one_page_tell_each_paper_once(read: Read) -> None:
    page = CARDS + LISTED[LISTED.index("citing papers explorer") :]
    _, records, _ = read(page)
    assert told(records) == [*CARD_PAPERS, LISTED_PAPERS[3]]


CUTS = [
    (LISTED, "hub Mixed reference\n", 0, "expected the hub's title"),
    (LISTED, "We study pat", 0, "expected the list of citing papers"),
    (LISTED, "Agents wait longer.\n", 0, "expected the list of citing papers"),
    (LISTED, "Patience is looked at again.\n-\n", 3, "expected a title for the entry begun in line 22"),
    (LISTED, "Patience is looked at again.\n-\nLast in L", 4, None),
    (LISTED, "The last one wai", 4, "expected the end of a sentence"),
    (CARDS, "The Cost of Ha", 1, "expected a line of field and date after 'The Cost of Ha'"),
    (CARDS, "Patience is loo", 3, None),
]


@pytest.mark.parametrize(("page", "end", "kept", "said"), CUTS, ids=[end.strip()[-12:] for _, end, _, _ in CUTS])
def test_a_page_cut_in_the_middle_keeps_what_is_whole(
    read: Read, page: str, end: str, kept: int, said: str | None
) -> None:
    _, records, problems = read(page[: page.index(end) + len(end)], format="pith")
    assert len(records) == kept
    messages = [problem.message for problem in problems]
    assert all("the page seems to end in the middle" in message for message in messages)
    assert [said in message for message in messages] == [True] if said else messages == []


def test_counts_from_the_place_of_a_cut_are_not_believed(read: Read) -> None:
    hub, _, _ = read(LISTED[: LISTED.index("0 background 5")], format="pith")
    assert hub is not None
    assert hub.stated is not None
    assert hub.stated.roles == ()


MANY = LISTED + "".join(f"-\nPaper Number {n}\nIt is number {n} in line.\n" for n in range(30))


@given(cut=st.integers(len(LISTED), len(MANY)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wherever_it_is_cut_every_whole_entry_before_stays(read: Read, cut: int) -> None:
    _, records, _ = read(MANY[:cut])
    whole = MANY[:cut].count(" in line.\n")
    assert [record.paper.tldr for record in records][4 : 4 + whole] == [
        f"It is number {n} in line." for n in range(whole)
    ]
    assert len(records) <= 4 + whole + 1


def test_a_packed_page_cut_in_the_middle_keeps_what_is_whole(read: Read) -> None:
    entries = [f"-\nPaper {n * 7919}\nIt is about {n * 104729}.\n" for n in range(5000)]
    packed = gzip.compress((LISTED + "".join(entries)).encode())
    _, records, problems = read(packed[: len(packed) // 2], name="page.txt.gz")
    titles = [record.paper.title for record in records]
    assert len(titles) > 1000
    assert titles[4:] == [f"Paper {n * 7919}" for n in range(len(titles) - 4)]
    assert "the gzip file is damaged or ends in the middle" in problems[0].message


def test_a_stray_line_is_reported_and_not_taken_for_a_summary(read: Read) -> None:
    _, records, (problem,) = read(CARDS.replace("\n\nThe Cost of Haste", "\n\nSee also: nothing\n\nThe Cost of Haste"))
    assert told(records) == CARD_PAPERS
    assert "expected one summary for each paper, found another line: 'See also: nothing'" in problem.message
