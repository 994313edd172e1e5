"""BibTeX: one entry a paper, its key made of the paper's id, so that it stays when other papers come and go.

Letters stay as they are (biber and today's BibTeX read UTF-8); what LaTeX takes for commands is escaped.
"""

import re
from collections.abc import Iterable, Iterator

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from corpus.exporters.labels import keywords
from corpus.exporters.venues import Publication, publication
from corpus.ids import by_scheme
from corpus.values import Record

_ENTRIES: dict[Publication, tuple[str, str]] = {
    "conference": ("inproceedings", "booktitle"),
    "journal": ("article", "journal"),
    "preprint": ("misc", "howpublished"),
    "unknown": ("misc", "howpublished"),
}
# Braces by name: BibTeX counts them even after a backslash, and an entry must have as many of either.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
    **{char: rf"\ensuremath{{{char}}}" for char in "<>|"},  # other letters in TeX's oldest fonts
    **{char: f"{char}{{}}" for char in "-'`,?!"},  # where it would be joined with what follows
}
_JOINED = ("--", "''", "``", ",,", "?`", "!`")
# Each of these begins with one letter, no class and no group: so texts are searched for any of them at once.
_SPECIAL = re.compile(
    "|".join([*map(re.escape, "\\{}~^&%$#_<>|"), *(f"{re.escape(two[0])}(?={two[1]})" for two in _JOINED)])
)
_ENCODED = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
_NAME = re.compile(r"[^,]+(?:, [^,]+){0,2}")
_AND = re.compile(r"\band\b|^others$", re.IGNORECASE)


def write_bibtex(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield f"{write_string(Library([_entry(record)]), unparse_stack=[])}\n".encode()


def _entry(record: Record) -> Entry:
    kind, _ = _ENTRIES[publication(record.paper.venue)]
    fields = [Field(name, f"{{{value}}}") for name, value in _fields(record).items() if value]
    return Entry(kind, key(record.paper.id), fields)


def _fields(record: Record) -> dict[str, str]:
    """In LaTeX, but for the identifiers, which are meant as they stand; empty where nothing is known."""
    paper, ids = record.paper, by_scheme(record.paper.ids)
    _, place = _ENTRIES[publication(paper.venue)]
    return {
        "title": f"{{{latex(paper.title)}}}",  # twice in braces: styles would change its capitals
        "author": " and ".join(map(_author, paper.authors)),
        "year": str(paper.year or ""),
        place: latex(paper.venue or ""),
        "eprint": ids.get("arxiv", ""),
        "archiveprefix": "arXiv" if "arxiv" in ids else "",
        "doi": _verbatim(ids.get("doi", "")),
        "url": _verbatim(paper.url or ""),
        "abstract": latex(paper.abstract or ""),
        "annote": latex(paper.tldr or ""),
        "keywords": ", ".join(keywords(record.citation)),
    }


def key(paper_id: str) -> str:
    """The id without `%` and `~`, which keys may not have; `+` takes their place, since ids have none of their own."""
    return paper_id.replace("~", "%7E").replace("%", "+")


def latex(text: str) -> str:
    """Text as LaTeX shows it letter for letter: nothing in it is a command, and no two letters are joined into one."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


def _author(name: str) -> str:
    """In braces, as one name that is not to be taken apart, where BibTeX would find several in it or none."""
    told = latex(name)
    return told if _NAME.fullmatch(name) and not _AND.search(name) else f"{{{told}}}"


def _verbatim(identifier: str) -> str:
    """Percent-encoded where a brace or a backslash would end the field early."""
    return identifier.translate(_ENCODED)
