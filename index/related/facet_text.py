"""What a paper says of one facet: its title and the sentences of its abstract that play that role."""

from index.text.roles import ROLES, role_chances, split
from index.values import Facet

LIKELY = 0.5  # a sentence likelier in the role than in the others together


def facet_text(title: str, abstract: str, facet: Facet) -> str | None:
    """To be embedded in place of the whole; None where no facet is asked or there is but one sentence to choose from.

    Where no sentence is likely to play the role, the likeliest speaks for it.
    """
    if facet == "all":
        return None
    sentences = split(abstract)
    if len(sentences) < 2:
        return None
    chances = role_chances(sentences)[:, ROLES.index(facet)]
    least = min(LIKELY, float(chances.max()))
    said = [text for text, chance in zip(sentences, chances, strict=True) if chance >= least]
    return " ".join([title, *said]).strip()
