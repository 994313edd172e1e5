"""What a question is set in by several words that papers have only apart: brain signals, of which some speak of brains
and others of signals."""

from collections.abc import Sequence

from answers.absence import FEW, general, holds
from answers.evidence import Evidence
from answers.questions.question import Question
from answers.sentences import Embeds
from answers.text.abbreviations import spelling_out
from answers.text.cosine import cosine
from answers.text.words import words
from index.text.tokens import stems

# Set between the few cases there are. Of some 700 questions put to eleven hubs four are set in two telling words that
# no paper near has together: two without an answer came to 0.34 at most, two with one to 0.52 and more.
ALIKE = 0.45  # cosine from which a sentence speaks of all of it in words of its own


def scattered(question: Question, judged: Sequence[Evidence], embedder: Embeds) -> tuple[str, ...]:
    """The settings of a short question for papers, or for an amount, of which none of the judged papers has all words
    or a sentence that is close to it; whether a thing is so may be told in other words."""
    if len(question.words) > FEW or not (question.about_set or question.amount_only):
        return ()
    apart = [named for named in question.settings if not any(_has_all(named, one) for one in judged)]
    vectors = embedder.embed_passages(apart) if apart else ()
    return tuple(
        named
        for named, vector in zip(apart, vectors, strict=True)
        if all(cosine(said.vector, vector) < ALIKE for one in judged for said in one.sentences)
    )


def _has_all(named: str, one: Evidence) -> bool:
    """Whether the paper has all telling words of it, in any form or as an acronym, or it is a single word."""
    said = words(named)
    if len(said) == 1:
        return True
    telling = [word for word in said if not (general(word) or general(word.removesuffix("s")))]
    short = spelling_out(said, one.held)
    return all(word in short or any(holds(one.held, stem) for stem in stems(word)) for word in telling)
