"""Names of papers: the ways people write arXiv, DOI, Semantic Scholar, OpenAlex and ACL ids, and one slug for each."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, unquote, urlsplit

from corpus.text import clean
from corpus.values import ExternalId

LONGEST = 1000

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|"
    "plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
_ARXIV_NEW = re.compile(r"(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?", re.ASCII)
_ARXIV_OLD = re.compile(rf"({_ARCHIVES})(?:\.[a-z]{{2}}(?:-[a-z]+)?)?/(\d{{7}})(?:v\d+)?", re.ASCII)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")
_CALLED_DOI = re.compile(r"^(?:urn:|info:)?doi\s{0,9}[:/ ]\s{0,9}")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_DOI_IN_PATH = re.compile(r"/(10\.\d{4,9}(?:\.\d+)*/.+)", re.ASCII)
_SHA = re.compile(r"[0-9a-f]{40}", re.ASCII)
_CORPUS_ID = re.compile(r"(?:corpus ?id:\s*)?(\d{1,12})", re.ASCII)
_WORK = re.compile(r"w(\d{4,12})", re.ASCII)
_ACL_OLD = re.compile(r"([a-z]\d{2}-\d{4,5})(?:v\d+)?", re.ASCII)
_ACL_NEW = re.compile(r"((?:19|20)\d{2}\.[a-z0-9]+-[a-z0-9]+\.\d+)(?:v\d+)?", re.ASCII)
_PREFIX = re.compile(r"([a-z0-9]+)\s*:\s*(?!//)(.+)", re.IGNORECASE)
_ARXIV_HOSTS = ("arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org", "alphaxiv.org", "xxx.lanl.gov")
_OPENERS = {")": "(", "]": "[", "}": "{", ">": "<"}


class UnknownId(ValueError):
    """The text names no paper in a way that is known here."""


def slug(external: ExternalId) -> str:
    """The one URL-safe spelling of an id; the slashes of DOIs and old arXiv ids stay as people write them."""
    safe = "" if external.scheme == "local" else "/"
    return f"{external.scheme}:{quote(external.value, safe=safe)}"


def from_slug(name: str) -> ExternalId:
    """The id whose slug this is; any other text is for `parse_id`."""
    scheme, _, value = name.partition(":")
    return ExternalId(scheme, unquote(value))


def by_scheme(ids: Iterable[ExternalId]) -> dict[str, str]:
    """Of several ids in one scheme the first; the others are among the aliases."""
    return {known.scheme: known.value for known in reversed(tuple(ids))}


def any_slug(text: str) -> str:
    """Raises UnknownId, as `parse_id`."""
    return slug(parse_id(text))


def parse_id(text: str) -> ExternalId:
    """The id that `text` writes in any form: slug, prefixed, bare or URL, percent-encoded or not.

    Text in no known form and without a scheme is a `local` id.
    """
    found = known_id(text)
    if found:
        return found
    plain = _trimmed(text)
    if re.match(r"[a-z]+://", plain, re.IGNORECASE):
        raise UnknownId(
            f"expected the address of a paper at arXiv, doi.org, Semantic Scholar, OpenAlex or the ACL Anthology, "
            f"found {plain[:200]!r}; give the paper's arXiv id or DOI instead"
        )
    return _as_written(plain)


def known_id(text: str) -> ExternalId | None:
    """As `parse_id`, and None where the text has no form that a catalogue uses. Raises where a scheme is misused."""
    plain = _trimmed(text)
    return _recognised(plain) or (_recognised(unquote(plain)) if "%" in plain else None)


def local_id(text: str) -> ExternalId:
    """The id of a paper that only the file at hand names."""
    return _as_written(_trimmed(text))


def _as_written(plain: str) -> ExternalId:
    _check_length(plain)
    return ExternalId("local", plain)


def same_catalogue(one: ExternalId, other: ExternalId) -> bool:
    """Whether a paper would have one id of this kind: then two different ones are two papers."""
    if one.scheme == other.scheme == "s2":
        return one.value.isdigit() == other.value.isdigit()
    return one.scheme == other.scheme


def _trimmed(text: str) -> str:
    plain = clean(text).strip("<>\"'“”‘’ ")
    # A slug may be many times as long as the id it spells: an address escapes most scripts.
    _check_length(unquote(plain.removeprefix("local:")))
    return plain


def _check_length(value: str) -> None:
    if not 1 <= len(value) <= LONGEST:
        raise UnknownId(
            f"expected a paper's id of 1 to {LONGEST} characters, found {len(value)}; "
            "give for instance arxiv:2306.02707, a DOI or a URL of either"
        )


def has_scheme(text: str) -> bool:
    """Whether the text says whose id it is, as `acl:P02-1040` and addresses do and `P02-1040` does not."""
    plain = _trimmed(text)
    prefixed = _PREFIX.fullmatch(plain)
    return bool(re.match(r"https?://", plain, re.IGNORECASE) or (prefixed and prefixed[1].lower() in _FORMS))


def _recognised(plain: str) -> ExternalId | None:
    if re.match(r"https?://", plain, re.IGNORECASE):
        return _from_url(plain)
    prefixed = _PREFIX.fullmatch(plain)
    if prefixed and prefixed[1].lower() in _FORMS:
        return _prefixed(prefixed[1].lower(), prefixed[2])
    return _bare(plain) or (_from_url(f"https://{plain}") if re.match(r"[\w.-]+\.[a-z]+/", plain.lower()) else None)


def _prefixed(prefix: str, rest: str) -> ExternalId:
    found = _FORMS[prefix](unquote(rest))
    if found is None:
        raise UnknownId(f"expected an id of the scheme {prefix}, found {rest[:200]!r}; check it for typing errors")
    return found


def _bare(text: str) -> ExternalId | None:
    low = text.lower()
    work = re.fullmatch(r"w\d{6,12}", low, re.ASCII)
    sha = _SHA.fullmatch(low)
    return _arxiv(low) or _doi(low) or (_openalex(low) if work else None) or (_s2(low) if sha else None)


def _from_url(url: str) -> ExternalId | None:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return None
    host = parts.netloc.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    for hosts, reader in _SITES:
        if host in hosts:
            return reader(path)
    embedded = _DOI_IN_PATH.search(path)
    return _doi(embedded[1].removesuffix("/full").removesuffix("/abstract")) if embedded else None


def _arxiv(text: str) -> ExternalId | None:
    low = text.strip(" /.,;").lower().removesuffix(".pdf").removeprefix("arxiv:")
    new = _ARXIV_NEW.fullmatch(low)
    if new:
        return ExternalId("arxiv", new[1])
    old = _ARXIV_OLD.fullmatch(low)
    return ExternalId("arxiv", f"{old[1]}/{old[2]}") if old else None


def _arxiv_path(path: str) -> ExternalId | None:
    """What stands after /abs/, /pdf/ and the like; listings and searches name no paper."""
    found = re.fullmatch(r"/(?:abs|pdf|html|format|ps|src|e-print|papers|overview)/(.+)", path)
    return _arxiv(found[1]) if found else None


def _doi(text: str) -> ExternalId | None:
    low = _without_tail(_CALLED_DOI.sub("", text.strip(" ([{<").lower(), count=1))
    if not _DOI.fullmatch(low):
        return None
    posted = _ARXIV_DOI.fullmatch(low)
    return (_arxiv(posted[1]) if posted else None) or ExternalId("doi", low)


def _without_tail(doi: str) -> str:
    """Without the punctuation of the sentence that a DOI was copied from; brackets of its own stay."""
    while doi and (doi[-1] in ".,;:!?'\"*”’" or doi.count(doi[-1]) > doi.count(_OPENERS.get(doi[-1], doi[-1]))):
        doi = doi[:-1]
    return doi


def _s2(text: str) -> ExternalId | None:
    low = text.strip().lower()
    corpus_id = _CORPUS_ID.fullmatch(low)
    if corpus_id:
        return ExternalId("s2", corpus_id[1].lstrip("0") or "0")
    return ExternalId("s2", low) if _SHA.fullmatch(low) else None


def _s2_path(path: str) -> ExternalId | None:
    paper = re.search(r"/paper/(.+)", path)
    if not paper:
        return _s2(path.strip("/"))
    within = re.search(r"(?:^|/)([0-9a-fA-F]{40})(?:/|$)", paper[1])
    return _s2(within[1]) if within else _recognised(paper[1])


def _openalex(text: str) -> ExternalId | None:
    work = _WORK.fullmatch(text.strip().lower().removeprefix("https://openalex.org/"))
    return ExternalId("openalex", f"W{work[1]}") if work else None


def _openalex_path(path: str) -> ExternalId | None:
    return _openalex(path.rpartition("/")[2])


def _acl(text: str) -> ExternalId | None:
    low = text.strip(" /.,;").lower().removesuffix(".pdf")
    old = _ACL_OLD.fullmatch(low)
    if old:
        return ExternalId("acl", old[1].upper())
    new = _ACL_NEW.fullmatch(low)
    return ExternalId("acl", new[1]) if new else None


def _acl_path(path: str) -> ExternalId | None:
    return _acl(path.removesuffix(".bib").rpartition("/")[2])


def _local(text: str) -> ExternalId | None:
    value = clean(text)
    return ExternalId("local", value) if value else None


_FORMS: dict[str, Callable[[str], ExternalId | None]] = {
    "arxiv": _arxiv,
    "doi": _doi,
    "s2": _s2,
    "s2cid": _s2,
    "corpusid": _s2,
    "openalex": _openalex,
    "acl": _acl,
    "local": _local,
}
_SITES: tuple[tuple[tuple[str, ...], Callable[[str], ExternalId | None]], ...] = (
    ((*_ARXIV_HOSTS, "huggingface.co"), _arxiv_path),
    (("doi.org", "dx.doi.org", "doi.acm.org"), lambda path: _doi(path.strip("/"))),
    (("semanticscholar.org", "api.semanticscholar.org", "pdfs.semanticscholar.org"), _s2_path),
    (("openalex.org", "api.openalex.org"), _openalex_path),
    (("aclanthology.org", "aclweb.org", "aclanthology.info", "aclanthology.coli.uni-saarland.de"), _acl_path),
)
