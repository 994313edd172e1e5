"""Which of a paper's ids each catalogue can be asked for, and how it writes them."""

from collections.abc import Sequence
from urllib.parse import quote

from corpus.ids import UnknownId, slug
from corpus.values import ExternalId

SHA = 40  # digits of Semantic Scholar's other kind of id
TITLES = {"semantic_scholar": "Semantic Scholar", "openalex": "OpenAlex"}
_NAMES: dict[str, dict[str, str]] = {
    "semantic_scholar": {"s2": "", "arxiv": "ARXIV:", "doi": "DOI:", "acl": "ACL:"},
    "openalex": {"openalex": "", "doi": "doi:", "arxiv": "doi:10.48550/arXiv."},
}
_READ = {"s2": "Semantic Scholar", "arxiv": "arXiv", "doi": "DOI", "acl": "ACL Anthology", "openalex": "OpenAlex"}


def address(source: str, ids: Sequence[ExternalId]) -> str:
    """The paper's name in an address of the catalogue, by the id that it knows best. Raises UnknownId."""
    known = _NAMES[source]
    found = {one.scheme: one for one in reversed(ids)}
    best = next((found[scheme] for scheme in known if scheme in found), None)
    if best is None:
        schemes = ", ".join(_READ[scheme] for scheme in known)
        given = ", ".join(map(slug, ids))
        raise UnknownId(
            f"expected an id that {TITLES[source]} knows a paper by ({schemes}), found {given}; "
            "give the paper's arXiv id or DOI, or ask another source"
        )
    numbered = best.scheme == "s2" and len(best.value) < SHA
    return quote(("CorpusId:" if numbered else known[best.scheme]) + best.value, safe=":/")
