"""Finds the papers that meet a question in part and say nothing of its key concept: pruning, yes, but of vineyards?"""

from collections.abc import Iterable, Sequence

from answers.evidence import Evidence, Shares
from answers.question import Question
from answers.sentences import Embeds, Vectors
from answers.vocabulary import Vocabulary
from index.tokens import stems

HEAVY = 0.25  # the least share of a question's weight that a key concept carries
UNKNOWN = 0.5  # the least share of the concept's own weight that no paper in scope holds
ALIKE = 0.25  # cosine from which a sentence speaks of a concept in other words
CLOSE = 0.55  # cosine from which a paper meets the question as a whole, whatever its words
BEGINNING = 5  # letters by which words of one family are known where their stems differ: invert, inverse


def foreign_concepts(question: Question, asked: Shares, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Settings that carry the question and that the words of the papers in scope mostly lack."""
    return tuple(
        concept
        for concept in question.settings
        if sum(asked.get(stem, 0.0) for stem in set(stems(concept))) >= HEAVY
        and vocabulary.unknown_share(stems(concept)) >= UNKNOWN
    )


def defining(question: Question, judged: Sequence[Evidence], vocabulary: Vocabulary) -> list[Evidence]:
    """Where the papers in scope mostly lack the words of what is to be defined, only those close to the whole question:
    half of a term is another term, such as fine-tuning for explanation tuning."""
    named = stems(" ".join(question.concepts)) if question.kind == "definition" else []
    lacking = bool(named) and vocabulary.unknown_share(named) >= UNKNOWN
    return [one for one in judged if not lacking or one.cosine >= CLOSE]


def speaking_of(concepts: Sequence[str], judged: Sequence[Evidence], embedder: Embeds) -> list[Evidence]:
    """The papers close to the whole question, and those that speak of every concept, in its words or in others."""
    if not concepts:
        return list(judged)
    vectors = dict(zip(concepts, embedder.embed_passages(concepts), strict=True))
    return [one for one in judged if one.cosine >= CLOSE or all(_speaks(one, *named) for named in vectors.items())]


def _speaks(one: Evidence, concept: str, vector: Vectors) -> bool:
    """Holds a word of the concept, or one that begins like it, or has a sentence that is about it."""
    if _beginnings(one.held) & _beginnings(stems(concept)):
        return True
    return any(float(said.vector @ vector) >= ALIKE for said in one.sentences)


def _beginnings(found: Iterable[str]) -> set[str]:
    return {stem[:BEGINNING] for stem in found}
