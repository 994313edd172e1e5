"""Which kind of thing a question wants named, and whether a sentence names one."""

import pytest

from answers.reports.named_things import Kind, kind_asked, names_one


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which language is studied?", "language"),
        ("Which language pairs are used?", "pair"),
        ("What language model is used?", "method"),
        ("In which country was it done?", "country"),
        ("Where was the study conducted?", "country"),
        ("What data is it trained on?", "data"),
        ("Which corpus is used?", "data"),
        ("Which metric is used for evaluation?", "measure"),
        ("Which clustering algorithm was applied?", "method"),
        ("Which flour is used?", None),
        ("What model size is used?", None),
        ("How is language learnt?", None),
    ],
)
def test_the_kind_of_thing_is_read_from_the_question(question: str, kind: Kind | None) -> None:
    found = kind_asked(question)
    assert (found and found[0]) == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("language", "The loaves are named in Basque."),
        ("pair", "We translate recipes from German into Danish."),
        ("pair", "Recipes are translated in English\u2013Welsh."),
        ("pair", "Recipes go between Dutch and Welsh."),
        ("country", "Bakers were asked in two towns of rural Kenya."),
        ("country", "We asked 40 Danish women."),
        ("data", "We train it on the BREAD corpus."),
        ("data", "It is tested on data from Bakery World."),
        ("data", "BREAD-2 is the authors' new benchmark of loaves."),
        ("data", "We release CRUMBS, a large corpus of recipes."),
        ("measure", "It is scored by BLEU."),
        ("measure", "Recipes are told apart with an accuracy of 71."),
        ("method", "We fine-tune a BERT model on recipes."),
        ("method", "Logistic regression was used to tell loaves apart."),
        ("method", "We propose CRUMB, a light method for loaves."),
    ],
)
def test_a_sentence_names_one(kind: Kind, text: str) -> None:
    assert names_one(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("language", "The language of bakers is rich."),
        ("pair", "Recipes in Dutch, Danish and Welsh are read."),
        ("pair", "All language pairs are hard for bakers of Danish bread."),
        ("country", "Bread differs from country to country."),
        ("country", "The Swedish measurements of the oven agree."),
        ("data", "We train it on a large corpus of recipes."),
        ("data", "It needs English data."),
        ("measure", "Several metrics were compared."),
        ("method", "We propose a novel supervised method."),
        ("method", "A BERT model knows bread."),
        ("method", "We survey AI models of bread."),
        ("method", "Our detection model is good."),
    ],
)
def test_a_sentence_that_only_speaks_of_such_things_names_none(kind: Kind, text: str) -> None:
    assert not names_one(kind, text)
