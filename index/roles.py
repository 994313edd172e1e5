"""Which sentences of an abstract speak of background, method or result, told by their cues and their place."""

import re
from collections.abc import Sequence

from corpus.sentences import sentence_spans
from corpus.values import Paper
from index.values import Facet

METHOD = re.compile(
    r"\b(we|this paper|this work|our (method|model|approach|framework|system|algorithm))\b.{0,40}?\b("
    r"propos|present|introduc|develop|describ|design|us(e|ing)|train|employ|appl|combin|build|formulat|extend|learn)"
    r"|\b(is based on|by using)\b",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"\b(results?|experiments?|outperform\w*|achiev\w*|improve(s|d|ments?)|state[- ]of[- ]the[- ]art|accuracy|gains?|"
    r"we (show|find|demonstrate|observe)|demonstrat\w*|significant(ly)?|evaluat\w*)\b|\d\s?%",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(we|our)\b", re.IGNORECASE)


def facet_sentences(paper: Paper, facet: Facet) -> list[str]:
    """The paper's own sentences in this role, in order; the whole of it for "all", or when none plays the role."""
    whole = [text for text in (paper.title, paper.tldr, paper.abstract) if text]
    if facet == "all" or not paper.abstract:
        return whole
    sentences = [paper.abstract[start:end] for start, end in sentence_spans(paper.abstract)]
    roles = sentence_roles(sentences)
    return [sentence for sentence, role in zip(sentences, roles, strict=True) if role == facet] or whole


def sentence_roles(sentences: Sequence[str]) -> list[Facet]:
    """One role for each: background until a method or result is told; afterwards what the last cue said."""
    roles: list[Facet] = []
    current: Facet = "background"
    for sentence in sentences:
        told = RESULT.search(sentence) is not None
        if told and (current != "background" or OWN.search(sentence)) and roles:
            current = "result"
        elif METHOD.search(sentence):
            current = "method"
        roles.append(current)
    return roles
