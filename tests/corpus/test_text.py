"""Text as stored: what is cleaned away, what markup leaves, where sentences lie, and how titles meet."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.remembered import remembered
from corpus.sentences import sentence_spans
from corpus.text import clean, without_markup
from corpus.titles import LONGEST_SLUG, title_id, title_key
from tests.ending import ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\t\r\n words\u00a0here\u2028there ", "two words here there"),
        ("cafe\u0301", "café"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("half \ud83d pair", "half pair"),
        ("\u200b \u200b", ""),
        ("GPT-4 🙂 naïve", "GPT-4 🙂 naïve"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cybernetics &amp; Informatics", "Cybernetics & Informatics"),
        ("H<sub>2</sub>O and <i>E. coli</i>", "H2O and E. coli"),
        ("<jats:p>One.</jats:p><jats:p>Two.</jats:p>", " One.  Two. "),
        ("if a < b and c > d", "if a < b and c > d"),
        ("List<Paper> is a type", "List<Paper> is a type"),
        ("the \u00e2\u20ac\u0153tag\u00e2\u20ac\x9d set, Ã©tude", "the “tag” set, étude"),
        ("na\u00c3\u00afve Bayes", "naïve Bayes"),
        ("Âge moyen, château à l’est", "Âge moyen, château à l’est"),
        ("naïve château", "naïve château"),
    ],
)
def test_markup_goes_and_mathematics_stays(text: str, expected: str) -> None:
    assert without_markup(text) == expected


def test_sentences_are_given_by_offsets() -> None:
    text = "We use e.g. GPT-4 (Smith et al., 2020). It works 🙂! Fig. 3 shows 1.3B models."
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "We use e.g. GPT-4 (Smith et al., 2020).",
        "It works 🙂!",
        "Fig. 3 shows 1.3B models.",
    ]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sap fell below <3.5 mmol/L.", "Leaves were weighed."),
        ("The kiln, at p<0.01, ran for 912 s.", "The glaze held."),
        ("• Bakers learn from loaves.", "The aim was bread."),
        ("(2) Rye dough rises slowly .", "When warm it rises twice."),
        ("Loaves<200 g (of rye, etc.) keep for 9 d.", "In all, 14 kept."),
        ("The oven, at 2.5 A.", "Heat was even."),
        ("(1) Rye is rich in vitamin K.", "A loaf has more."),
        ("(1) We thank the bakers of Crust Inc.", "The oven was theirs."),
        ("(1) Scores fell with CF.", "Ovens differ."),
        ('(1) They call it "sour dough. "', "Rye differs."),
        ('(1) He baked "Rye. A Story" in May.', "Wheat came later."),
    ],
)
def test_a_sentence_ends_behind_units_and_what_looks_like_a_list_or_a_quotation(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Similar ovens stand in Ref. [7] and Refs. 8 and 9.",
        "Heat follows Eq. (4) and Eqs. 5 to 7.",
        "Crusts are shown in Figs. 2 and 3, cf. Tab. 4.",
        "Add approx. 30 g of salt vs. 20 g of sugar.",
        "Ovens were bought under Contract No. 12 of the guild.",
        "Rye bread, i.e. 90 % rye, keeps longest.",
        "Miller et al. [5] baked it first.",
        "As in Miller et al. [5] , we bake twice.",
        "By R. A. Miller this was baked, and by S. A. Baker.",
        "Loaves of group 1 A. Miller had burnt.",
        "Rye falls under 35 U.S. Code.",
        "The recipes are from Yahoo! Answers and Yahoo! Local.",
        "Gen. Miller, Drs. Baker and Capt. Rye met at Univ. Bread in Sept. Rain.",
        "(1) Crust Inc. Bakers and Dept. Rye of Co. Kerry differ.",
        '"Bread Is All You Need. A Study" was chosen.',
        "(1) “Is it rye? A Review” was read.",
        "• Bread (e.g. Rye or Spelt) keeps.",
        "• The mill of A. Miller burnt down.",
        "(1) Loaves (as in a book. Its name is lost) were sold.",
    ],
)
def test_a_sentence_goes_on_behind_what_is_short_for_a_word(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("repeated", ["• a. A ", "(1) x. (A ", "<a. The ", "in Ref. [3] ", '"a. A ', "Gen. “a! A "])
def test_long_texts_are_cut_in_a_time_that_grows_with_them(repeated: str) -> None:
    told = ends(f"from corpus.sentences import sentence_spans; print(len(sentence_spans({repeated!r} * 40_000)) > 0)")
    assert told == "True\n"


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert sentence_spans(text) == []


@given(st.text(alphabet=st.sampled_from("abC .!?\n\t\"'()[<•🙂é1。"), max_size=120))
def test_sentences_are_in_order_and_leave_out_nothing_but_blanks(text: str) -> None:
    spans = sentence_spans(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert not any(text[start:end].strip() for start, end in gaps)


def test_titles_meet_whatever_their_case_accents_and_punctuation() -> None:
    assert (
        title_key("  Résumé-Parsing: “A Survey”!") == title_key("resume parsing a survey") == "resume parsing a survey"
    )


def test_names_that_differ_by_a_sign_stay_apart() -> None:
    assert {title_key("Parsing C"), title_key("Parsing C++"), title_key("Parsing C#")} == {
        "parsing c",
        "parsing c++",
        "parsing c#",
    }


def test_a_title_becomes_a_readable_id() -> None:
    assert title_id("Program Guided Agent") == "program-guided-agent"


def test_a_long_title_is_cut_at_a_word_and_told_apart_by_digits() -> None:
    one, other = title_id("word " * 40 + "one"), title_id("word " * 40 + "other")
    assert one.rpartition("-")[0] == other.rpartition("-")[0] == "-".join(["word"] * 16)
    assert one != other
    assert len(one) <= LONGEST_SLUG + 11


def test_titles_without_letters_have_ids_and_no_key() -> None:
    assert (title_key("???"), title_id("???").startswith("untitled-")) == ("", True)
    assert title_id("???") != title_id("!!!")


def test_no_number_is_cut_in_two_whatever_its_digits() -> None:
    text = "The load was ۰.۵ in May. It fell to ०.२५ later."
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "The load was ۰.۵ in May.",
        "It fell to ०.२५ later.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "for a<b and c>d we show i<p and p>q hold",
        "where u<i x=3 and y>2",
        "for b<a, c</a d>",
        "where <i lang>k is held",
    ],
)
def test_what_stands_behind_a_letter_and_is_no_attribute_is_kept(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize(
    "tag",
    [
        "<i>",
        "</i >",
        "<br />",
        "<br\n/>",
        "<p class=x hidden>",
        '<span aria-hidden data-n="1">',
        "<h2 nowrap>",
        "<SUP CLASS=up>",
        '<jats:p xml:lang="en" id="p-1">',
        "<a href = 'http://a.example/?b=c&d'/>",
        "<mml:math xmlns:mml=\"http://a.example\" display='inline'>",
    ],
)
def test_a_tag_goes_with_its_attributes(tag: str) -> None:
    assert clean(without_markup(f"one{tag} two")) == "one two"


@pytest.mark.parametrize(
    ("title", "key"),
    [("Foo\u2122", "footm"), ("\u210cello", "hello"), ("\U0001d400ttention", "attention"), ("\u1e9e", "ss")],
)
def test_letters_that_are_capitals_only_when_taken_apart_have_no_case_either(title: str, key: str) -> None:
    assert (title_key(title), title_id(title)) == (key, key)


def test_a_title_key_is_its_own_key_whatever_the_title() -> None:
    keys = [title_key(chr(code)) for code in range(sys.maxunicode + 1)]
    assert [key for key in keys if title_key(key) != key] == []


def test_of_long_texts_nothing_is_remembered() -> None:
    worked_out: list[str] = []
    length = remembered(most=2, longest=3)(lambda text: worked_out.append(text) or len(text))
    assert [length(text) for text in ("abc", "abc", "abcd", "abcd")] == [3, 3, 4, 4]
    assert worked_out == ["abc", "abcd", "abcd"]
