"""What a question "how many …" counts."""

import re

from answers.questions.question_patterns import HOW_MANY
from answers.text.wordlists import FUNCTION_WORDS, SCAFFOLD_WORDS
from answers.text.words import words

PLURAL = re.compile(r"\w{2,}[^s\W]s")


def counted_in(text: str) -> tuple[str, ...]:
    """The words that name what is counted: "people" of "How many people took part in …?"."""
    match = HOW_MANY.search(text)
    if match is None:
        return ()
    named: list[str] = []
    for word in words(match["rest"]):
        if named and (word in FUNCTION_WORDS or word in SCAFFOLD_WORDS):
            break
        if word not in FUNCTION_WORDS:
            named.append(word)
        if PLURAL.fullmatch(word):  # what follows is what they do: "farmers adopt biochar"
            break
    return tuple(named[:3])
