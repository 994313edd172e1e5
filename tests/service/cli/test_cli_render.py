"""How numbers and long texts look, on a terminal and in a pipe."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from corpus.values import Paper
from index.hubpage import Canonical, Coverage, HubPage, LabelCounts, YearCount
from index.text.shares import percentage
from service.render import console, count, draw_search, ordinal, paragraph
from service.render_hub import draw_timeline
from service.schemas import HitOut, MatchOut, PaperOut, SearchOut

LONG = "Small lights make large rooms look larger than they are."


def terminal(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, force_terminal=True, color_system="standard", highlight=False)


def shown(out: Console) -> str:
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.001, "under 1%"), (0.014, "1%"), (0.5, "50%"), (0.985, "98%"), (0.996, "over 99%"), (1, "100%")],
)
def test_a_percentage_never_rounds_to_never_or_always(share: float, text: str) -> None:
    assert percentage(share) == text


def test_ordinals_and_counts_read_as_english() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 112, 1001)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th", "1,001st",
    ]  # fmt: skip
    assert [count(1, "paper"), count(2000, "paper")] == ["1 paper", "2,000 papers"]


def test_a_terminal_wraps_and_every_line_keeps_its_indent() -> None:
    out = terminal(30)
    paragraph(out, LONG, indent=4)
    assert shown(out) == "    Small lights make large\n    rooms look larger than\n    they are.\n"


def test_a_wrapped_title_stays_clear_of_its_number() -> None:
    out = terminal(30)
    paragraph(out, LONG, indent=5, lead="1. ")
    assert shown(out) == "  1. Small lights make large\n     rooms look larger than\n     they are.\n"


def test_wide_letters_are_wrapped_by_the_room_they_take() -> None:
    out = terminal(24)
    paragraph(out, "灯" * 12, indent=4)
    assert shown(out) == f"    {'灯' * 10}\n    灯灯\n"


def test_a_pipe_gets_whole_lines_without_colour() -> None:
    pipe = io.StringIO()
    paragraph(console(pipe), Text(LONG * 9, "bold red"), indent=2)
    assert pipe.getvalue() == f"  {LONG * 9}\n"


def test_no_color_is_respected_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = Console(file=io.StringIO(), width=80, force_terminal=True)
    paragraph(out, Text("Lanterns", "red"))
    assert "\x1b[31m" not in shown(out)


def test_brackets_in_a_title_are_no_markup() -> None:
    pipe = io.StringIO()
    paragraph(console(pipe), "[bold]Lanterns[/bold] :smile:")
    assert pipe.getvalue() == "[bold]Lanterns[/bold] :smile:\n"


def test_a_hit_shows_year_labels_probability_reason_and_passage() -> None:
    pipe = io.StringIO()
    draw_search(console(pipe), found(hit(1, 0.93, True), hit(2, 0.2, False)))
    assert pipe.getvalue() == (
        "1 of 7 is about this\n"
        "\n"
        "  1. Lanterns on Boats  93%\n"
        "     2021 · Lamp Letters · local:a1\n"
        "     1st by meaning and 2nd by words; the abstract says: “Boats with lights sink less often.”\n"
        "\n"
        "  2. Lanterns on Boats  20% (below the cut)\n"
        "     2021 · Lamp Letters · local:a1\n"
        "     1st by meaning and 2nd by words; the abstract says: “Boats with lights sink less often.”\n"
        "\n"
        "role method 5, result 2\n"
    )


def test_explain_adds_the_parts_of_the_score() -> None:
    pipe = io.StringIO()
    draw_search(console(pipe), found(hit(1, 0.93, True)), explain=True)
    assert "     score 0.75: semantic_rank 1, lexical_rank 2\n" in pipe.getvalue()


def test_where_all_that_is_listed_is_relevant_its_number_is_told_once() -> None:
    pipe = io.StringIO()
    draw_search(console(pipe), found(*[hit(rank, 0.93, True) for rank in range(1, 8)]))
    assert pipe.getvalue().splitlines()[0] == "7 citing papers are about this"


def found(*hits: HitOut) -> SearchOut:
    relevant = sum(hit.relevant for hit in hits)
    facets = {"role": {"method": 5, "result": 2}, "polarity": {}, "year": {"2021": 7}}
    return SearchOut(
        query="boats", mode="hybrid", total=7, relevant_total=relevant, hits=list(hits), facets=facets,
        next_cursor=None, index_id="i", degraded=[], warnings=[], suggestions=[],
    )  # fmt: skip


def hit(rank: int, probability: float, relevant: bool) -> HitOut:
    paper = PaperOut(
        id="local:a1", title="Lanterns on Boats", abstract=None, tldr=None, tldr_source=None, authors=[], year=2021,
        venue="Lamp Letters", url=None, ids={}, aliases=[],
    )  # fmt: skip
    match = MatchOut(field="abstract", text="Boats with lights sink less often.", start=30, end=64, context=None)
    signals = {"semantic_rank": 1, "lexical_rank": 2}
    return HitOut(
        rank=rank, score=0.75, probability=probability, relevant=relevant, paper=paper, citation=None, match=match,
        signals=signals, why=[],
    )  # fmt: skip


def test_a_timeline_has_its_empty_years_and_the_papers_of_no_known_year() -> None:
    page = HubPage(
        hub="local:h",
        paper=Paper("local:h", "Lanterns"),
        coverage=Coverage(None, 6, 0, 0, 0, 0, None),
        roles=LabelCounts({}, 0, "citations"),
        polarity=LabelCounts({}, 0, "citations"),
        canonical=Canonical(None, None, None, ""),
        timeline=(YearCount(2019, 4), YearCount(2021, 1)),
        topics=(),
        representative=(),
    )
    out = io.StringIO()
    draw_timeline(console(out), page)
    assert out.getvalue().splitlines() == [
        "",
        "2019  ████████████████████████ 4",
        "2020  -",
        "2021  ██████ 1",
        "no year known  ██████ 1",
    ]
