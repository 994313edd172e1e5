"""Questions that no text of a paper answers: by what papers leave out, or by how often they are cited."""

import pytest

from answers.questions.untold import left_out, of_citation_counts


@pytest.mark.parametrize(
    ("asked", "so"),
    [
        ("Which papers do not use smoke?", True),
        ("Which papers that don't use smoke treat mites?", True),
        ("Which papers are not about mites?", True),
        ("Which papers don't need smoke?", True),
        ("Which papers do not require a hive?", True),
        ("Which papers about mites are not from 2022?", False),
        ("Which papers about mites do not mention smoke?", True),
        ("Which papers about bees that do not sting treat mites?", False),
        ("Papers on mites not about smoke", True),
        ("Which studies without smoke treat mites?", True),
        ("Which papers other than surveys treat mites?", True),
        ("Mite papers excluding surveys", True),
        ("mites AND smoke NOT wax", True),
        ("Do bees without queens survive?", False),
        ("Are studies without controls biased?", False),
        ("Which papers test acids other than oxalic acid?", False),
        ("Which papers show bees are not on par with wasps?", False),
        ("What papers use NOT gates?", False),
        ("Which papers use smoke but not water?", True),
        ("Which papers mention neither smoke nor water?", True),
        ("Which papers find that neither smoke nor water helps?", False),
        ("List all papers except those on mites", True),
        ("Which papers do not report their code?", False),
        ("Which studies do not find a benefit?", False),
        ("Which studies have not found a benefit?", False),
        ("Which papers find that smoke helps bees but not queens?", False),
        ("Which papers improve calm but not yield?", False),
        ("Who showed that gains are not from smoke?", False),
        ("Which studies did not halve the load?", False),
        ("Which papers show that smoke does not help?", False),
        ("Does smoke not help?", False),
        ("Which papers treat mites without acids?", False),
    ],
)
def test_what_papers_leave_out(asked: str, so: bool) -> None:
    assert left_out(asked) is so


@pytest.mark.parametrize(
    ("asked", "so"),
    [
        ("Which paper is most cited?", True),
        ("the most highly cited papers", True),
        ("Which papers are cited most?", True),
        ("Which citing papers have the most citations?", True),
        ("What are their citation counts?", True),
        ("How often are the papers cited?", True),
        ("Which papers cite it most?", False),
        ("Which highly cited papers treat mites?", False),
    ],
)
def test_how_often_papers_are_cited(asked: str, so: bool) -> None:
    assert of_citation_counts(asked) is so
