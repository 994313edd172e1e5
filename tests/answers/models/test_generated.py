"""What of a paper is put to a language model, and may bear what it writes."""

from answers.models.generated import consulted
from corpus.values import Paper


def test_a_sentence_that_is_too_long_to_be_shown_bears_no_claim() -> None:
    told = "Bees dance for each other in the hive."
    paper = Paper("local:a", "Dances of bees", abstract=f"{told} {'1)' * 1_000}")
    assert [sentence.text for sentence in consulted(paper).sentences] == ["Dances of bees", told]


def test_a_paper_is_put_with_its_title() -> None:
    paper = Paper("local:a", "Dances of bees", tldr="Bees dance for each other in the hive.")
    assert [sentence.field for sentence in consulted(paper).sentences] == ["title", "tldr"]
