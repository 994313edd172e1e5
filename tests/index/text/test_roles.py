"""Sentences have roles by their cues and their place in the abstract."""

from index.text.roles import ROLES, role_chances, split

ABSTRACT = (
    "Parsing is hard. Much work exists. We propose a new parser. It reads left to right. "
    "Experiments show it is fast. It gains 3 % over the best."
)


def likeliest(*sentences: str) -> list[str]:
    return [ROLES[place] for place in role_chances(sentences).argmax(axis=1)]


def test_an_abstract_goes_from_background_over_method_to_result() -> None:
    expected = ["background", "background", "method", "method", "result", "result"]
    assert likeliest(*split(ABSTRACT)) == expected


def test_what_a_paper_is_about_to_do_is_background() -> None:
    assert (
        likeliest("Words are many.", "The aim of this paper is to count them.", "We use a counter.")[1] == "background"
    )


def test_the_chances_of_a_sentence_add_up_to_one() -> None:
    assert role_chances(split(ABSTRACT)).sum(axis=1).round(9).tolist() == [1.0] * 6


def test_no_sentences_have_no_roles() -> None:
    assert role_chances([]).shape == (0, 3)
