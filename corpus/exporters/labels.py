"""How a paper cites the hub, as the keywords that reference managers show and search."""

from corpus.values import Citation


def keywords(citation: Citation | None) -> list[str]:
    if citation is None:
        return []
    told = {"role": citation.role, "polarity": citation.polarity}
    return [f"{name}: {label}" for name, label in told.items() if label]
