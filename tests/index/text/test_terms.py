from index.text.terms import spelling, terms


def test_terms_are_words_and_pairs_that_stand_side_by_side() -> None:
    assert terms("Graph neural networks, and LSTM cells") == [
        ("graph", "graph"),
        ("graph neural", "graph neural"),
        ("neural", "neural"),
        ("neural network", "neural networks"),
        ("network", "networks"),
        ("lstm", "LSTM"),
        ("lstm cell", "LSTM cells"),
        ("cell", "cells"),
    ]


def test_a_term_is_spelt_as_the_text_first_uses_it() -> None:
    text = "Élan of hives, dyeing (RNNs) naive bees that are tying weights; a tie of weights."
    wanted = ("tie", "tie weight", "rnns", "elan", "dye", "weight tie", "naiv bee", "sky")
    spelt = [spelling(key, text) for key in wanted]
    assert spelt == ["tying", "tying weights", "RNNs", "élan", "dyeing", None, "naive bees", None]


def test_a_mark_that_is_no_letter_is_in_no_term() -> None:
    assert terms("Deep \uff9e\uff9e foo \ufe70 bar") == [("deep", "deep"), ("foo", "foo"), ("bar", "bar")]
