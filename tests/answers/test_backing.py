"""Quotes are few, and are completed by what states the names and amounts of a claim in another form."""

from answers.backing import backing
from answers.rivals import rivalled
from answers.sentences import Sentence
from tests.answers.conftest import WordsEmbedder

SAID = ("Bees carry pollen.", "Rain falls.", "Recurrent neural networks are old.", "Wind blows.")
SENTENCES = tuple(Sentence("abstract", text, 0, len(text)) for text in SAID)


def quoted(claim: str, embedder: WordsEmbedder) -> list[str]:
    return [one.text for one in backing(claim, SENTENCES, embedder)]


def test_the_sentence_that_spells_a_name_out_is_quoted_too(embedder: WordsEmbedder) -> None:
    assert quoted("Bees carry pollen.", embedder) == ["Bees carry pollen."]
    assert quoted("RNNs see that bees carry pollen.", embedder) == [
        "Bees carry pollen.",
        "Recurrent neural networks are old.",
    ]
    assert quoted("GPUs see that bees carry pollen.", embedder) == ["Bees carry pollen."]


def test_another_name_beside_the_same_words_is_a_rival() -> None:
    quote = "We pretrain deep encoders on ImageNet and test them."
    assert rivalled("CIFAR", "Deep encoders are pretrained on CIFAR and tested.", quote)
    assert not rivalled("CIFAR", "Small models are judged on CIFAR alone.", quote)
    assert not rivalled("CIFAR", "Deep encoders are pretrained on CIFAR, not ImageNet.", quote)
