"""What kind of publication a paper is, as far as the name of its venue says so."""

import re
from typing import Literal

Publication = Literal["conference", "journal", "preprint", "unknown"]

# "Proceedings" says nothing: conferences have them, and journals are called so.
_SIGNS: dict[Publication, re.Pattern[str]] = {
    "conference": re.compile(r"\b(?:conference|workshop|symposium|annual meeting)\b", re.IGNORECASE),
    "journal": re.compile(r"\b(?:journal|transactions)\b", re.IGNORECASE),
    "preprint": re.compile(r"\b(?:arxiv|biorxiv|medrxiv|preprints?)\b", re.IGNORECASE),
}


def publication(venue: str | None) -> Publication:
    """Unknown where the name has no sign of any kind, or signs of two."""
    kinds = [kind for kind, sign in _SIGNS.items() if venue and sign.search(venue)]
    return kinds[0] if len(kinds) == 1 else "unknown"
