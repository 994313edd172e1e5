"""Short and long forms that a paper explains."""

import pytest

from answers.text.abbreviations import Abbreviation, abbreviations, with_both_forms

BROOD_BREAK = Abbreviation("bbr", frozenset({"brood", "break"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keepers like a brood break (BBr).", (BROOD_BREAK,)),
        ("Hives were opened (Oak) in May (2004).", ()),
        ("Keepers like calm bees (XQ).", ()),
    ],
)
def test_a_short_form_has_the_letters_of_the_words_before_it(text: str, found: tuple[Abbreviation, ...]) -> None:
    assert abbreviations([text]) == found


def test_either_form_is_read_where_the_other_stands() -> None:
    assert with_both_forms(frozenset({"bbr"}), [BROOD_BREAK]) == {"bbr", "brood", "break"}
    assert with_both_forms(frozenset({"brood", "break"}), [BROOD_BREAK]) == {"bbr", "brood", "break"}
    assert with_both_forms(frozenset({"brood"}), [BROOD_BREAK]) == {"brood"}
