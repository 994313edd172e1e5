"""The names in a question that nothing else is written for."""

from answers.questions.question import FEW, Question
from answers.text.naming import distinct
from index.text.tokens import stems

SPELT_OUT = 4  # letters of an acronym that is often spelt out


def own_names(question: Question) -> frozenset[str]:
    """The stems of the names in a short question that nothing else is written for, such as "CelebA" and "CIFAR-10"; a
    short acronym may well be spelt out."""
    if len(question.words) > FEW:
        return frozenset()
    return frozenset(stems(name)[0] for name in question.names if distinct(name) and not _short(name))


def _short(name: str) -> bool:
    acronym = name.removesuffix("s")
    return acronym.isalpha() and acronym.isupper() and len(acronym) <= SPELT_OUT
