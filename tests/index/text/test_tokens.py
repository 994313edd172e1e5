"""Words are folded alike however they are written, and names stay reachable."""

import sys

import pytest

from index.text.tokens import Word, folded, query_stems, recalled_stems, stem, stems, words

# Sound marks of the Japanese and vowel marks of the Arabic script, and a Greek one, each as a character of its own.
ALONE = "\u037a\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\uff9e\uff9f"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Phi-4", ("phi4", "phi", "4")),
        ("Phi-4-reasoning", ("phi4reasoning", "phi", "4", "reasoning", "phi4", "4reasoning")),
        ("1.3B", ("1.3b",)),
        ("12,000", ("12,000",)),
        ("RLHF", ("rlhf",)),
        ("C++", ("c++",)),
        ("fine\u2010tuning", ("finetuning", "fine", "tuning")),
        ("and/or", ("andor", "and", "or")),
        ("model's", ("model",)),
        ("don\u2019t", ("dont",)),
        ("O'Reilly's", ("oreilly", "o", "reilly")),
        ("Re\u0301sume\u0301", ("resume",)),
        ("\ufb01ne", ("fine",)),
        ("\uff32\uff2c", ("rl",)),
        ("Stra\u00dfe", ("strasse",)),
    ],
)
def test_a_word_has_these_forms(text: str, forms: tuple[str, ...]) -> None:
    assert [word.forms for word in words(text)] == [forms]


def test_scripts_without_blanks_give_a_word_a_character() -> None:
    assert [word.forms for word in words("\u6df1\u5ea6 GPT")] == [("\u6df1",), ("\u5ea6",), ("gpt",)]


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "\U0001d4aa \u00c9t\u00e9, fine-tuning!"
    assert [text[word.start : word.end] for word in words(text)] == ["\U0001d4aa", "\u00c9t\u00e9", "fine-tuning"]


def test_forms_of_one_verb_share_a_stem_and_names_with_digits_stay_whole() -> None:
    assert set(stems("distillation distilled distil distilling")) == {"distil"}
    assert stems("GPT-4s 7bs") == ["gpt4s", "gpt", "4s", "7bs"]


def test_stop_words_are_asked_for_only_when_there_is_nothing_else() -> None:
    assert query_stems("What is the distillation of students?") == ["distil", "student"]
    assert query_stems("What is the") == ["what", "is", "the"]
    assert query_stems("...") == []


def test_every_character_that_words_are_made_of_folds_to_a_word_or_to_none() -> None:
    letters = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isalnum()]
    assert {form for char in letters for word in words(char) for form in word.forms if form.split() != [form]} == set()
    assert {char for char in letters if not words(char)} == set(ALONE)
    assert {char for char in letters if not folded(char).strip()} == set(ALONE)
    assert all(stem(form) for char in letters for word in words(char) for form in word.forms)


@pytest.mark.parametrize("mark", ALONE)
def test_a_mark_alone_is_no_word_and_within_a_word_it_is_folded_away(mark: str) -> None:
    assert words(f"deep {mark} {mark}{mark} foo-{mark}") == [Word(0, 4, ("deep",)), Word(10, 13, ("foo",))]
    assert stems(f"{mark} a{mark}") == query_stems(f"{mark} a{mark}") == ["a"]


def test_a_letter_that_stands_for_several_words_is_one_word() -> None:
    assert [word.forms for word in words("\ufdfb")] == [("\u062c\u0644\u062c\u0644\u0627\u0644\u0647",)]


def test_a_text_with_a_chunk_too_long_to_be_remembered_has_the_same_stems_around_it() -> None:
    long = "x" * 41
    held = recalled_stems.cache_info().currsize
    assert stems(f"Wrens {long} nest") == ["wren", long, "nest"]
    assert recalled_stems.cache_info().currsize <= held + 2
