"""Ids that a file may give in fields that hold other things too."""

import re

from corpus.ids import UnknownId, has_scheme, known_id
from corpus.values import ExternalId

_PREPRINT = re.compile(
    r"(?:arxiv preprint|arxiv e-prints|corr)?,? ?(?:arxiv:|abs/)([\w./-]{6,30})(?: \[[\w.-]+\])?", re.IGNORECASE
)


def known(text: str) -> ExternalId | None:
    """The id that the text has in the form of a catalogue; None where it has none, or a scheme is misused."""
    try:
        return known_id(text)
    except UnknownId:
        return None


def catalogued(text: str) -> ExternalId | None:
    """As `known`, but no id that is known in one file alone."""
    found = known(text)
    return found if found and found.scheme != "local" else None


def preprint(venue: str) -> ExternalId | None:
    """The arXiv id that some have in place of a venue: `arXiv preprint arXiv:2306.02707`, `CoRR, abs/2306.02707`."""
    found = _PREPRINT.fullmatch(venue)
    return known(f"arxiv:{found[1]}") if found else None


def own_id(text: str) -> dict[str, str]:
    """The key of an entry as its `id`, where it says whose id it is; any other key is known in its file alone."""
    found = known(text) if text and has_scheme(text) else None
    return {"id": text} if found else {}
