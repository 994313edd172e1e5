"""Of a sentence that cites several papers counts what it says of the hub, where that can be told."""

import pytest

from answers.text.cited_hub import Cited, author_cited, cited_as, surname
from answers.text.cues import citing_says
from answers.text.relation import Relation

HUB = cited_as(("Nectar",), ("Oak", 2010))


@pytest.mark.parametrize(
    ("relation", "text", "says"),
    [
        ("build-on", "We use Nectar (Oak et al., 2010) and the scales of Elm (2003).", True),
        ("build-on", "We use the scales of Elm (2003), unlike Oak et al. (2010).", False),
        ("build-on", "Hives were weighed by Oak (2010), whereas we use the scales of Elm (2003).", False),
        ("build-on", "We use the scales of Elm (2003) and Fir (2004).", False),
        ("build-on", "We use the scales of Elm (2003), of Fir (2004) and of Oak (2010).", True),
        ("build-on", "Following Oak (2010), we weigh hives.", True),
        ("build-on", "We follow this advice.", True),
        ("build-on", "We use the scales of Oak [4].", True),
        ("compare", "Our scale outperforms Nectar in the rain.", True),
        ("compare", "Our scale outperforms springs by two Nectar points.", False),
        ("compare", "With Nectar we find that our scale outperforms springs.", False),
        ("dispute", "The results are unreliable (Elm, 2003).", False),
        ("dispute", "The results of Nectar are unreliable.", True),
    ],
)
def test_what_is_said_is_said_of_the_hub(relation: Relation, text: str, *, says: bool) -> None:
    assert citing_says(relation, text, HUB) is says


def test_without_a_known_name_or_author_every_reference_counts() -> None:
    assert citing_says("build-on", "We use the scales of Elm (2003), unlike Oak et al. (2010).", cited_as((), None))
    assert citing_says("build-on", "We use the scales of Elm (2003), unlike Oak et al. (2010).")


def named(text: str, cited: Cited) -> bool:
    return cited.named.search(text) is not None


def test_a_name_of_one_word_has_a_capital_and_others_need_none() -> None:
    assert [named(text, HUB) for text in ("NECTAR helps", "nectar flows", "Nectar 2 helps", "Nectar-like")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert named("on weighing hives at dusk", cited_as(("Weighing hives",), None))
    assert not named("anything", cited_as((), None))


def test_the_author_and_year_that_most_papers_cite_are_those_of_the_hub() -> None:
    said = [
        ["As Oak (2010) says.", "Elm (2003) agrees."],
        ["It rains (Oak and Fir, 2010; Elm, 2003)."],
        ["Scales are described by Oak et al. (2010)."],
        ["Hives are heavy [4]."],
    ]
    assert author_cited(said) == ("Oak", 2010)
    assert author_cited(said[:2]) is None
    assert author_cited([["See Oak (2010)."], ["See Elm (2003)."], ["See Fir (2004)."]]) is None


def test_a_last_name_stands_last_or_before_a_comma() -> None:
    assert [surname("Ada Oak"), surname("van Oak, Ada"), surname("Oak")] == ["Oak", "van Oak", "Oak"]
