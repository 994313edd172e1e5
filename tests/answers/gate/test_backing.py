"""Quotes are few, and are completed by what states the names, amounts and denials of a claim in another form."""

from answers.gate.backing import backing
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


def test_the_sentence_that_denies_the_same_is_quoted_too(embedder: WordsEmbedder) -> None:
    said = ("Bees carry pollen.", "Wind does not blow.", "Rain does not fall.")
    sentences = tuple(Sentence("abstract", text, 0, len(text)) for text in said)
    quotes = backing("Bees that do not blow carry pollen.", sentences, embedder)
    assert [one.text for one in quotes] == ["Bees carry pollen.", "Wind does not blow."]


def test_the_sentence_that_denies_something_of_the_same_is_quoted_too(embedder: WordsEmbedder) -> None:
    said = ("Bees sing songs of pollen.", "Rain falls.", "Bees sing without songs.")
    sentences = tuple(Sentence("abstract", text, 0, len(text)) for text in said)
    quotes = backing("Bees sing songs of pollen without lyrics to songs.", sentences, embedder)
    assert [one.text for one in quotes] == ["Bees sing songs of pollen.", "Bees sing without songs."]
