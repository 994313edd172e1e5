"""What the columns of a table are called by whoever exported it, and which of our names each stands for."""

import re
from collections.abc import Sequence

from corpus.importers.names import READ

# Without blanks, capitals and marks, the likeliest first: of `citers export`, Scopus, Web of Science (its tags too),
# Dimensions, Lens, PubMed, OpenAlex, Zotero, Publish or Perish, and objects that pandas has made columns of.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": (
        "title",
        "articletitle",
        "documenttitle",
        "papertitle",
        "paper",
        "itemtitle",
        "primarytitle",
        "displayname",
        "name",
        "ti",
    ),
    "abstract": ("abstract", "abstractnote", "abstracttext", "notesabstract", "ab"),
    "tldr": ("tldr", "tldrtext", "summary"),
    "tldr_source": ("tldrsource",),
    "authors": (
        *("authors", "author", "authornames", "authorfullnames", "authorsfullname", "firstauthors"),
        *("authorshipsauthordisplayname", "authorshipsrawauthorname", "authorsname", "af", "au"),
    ),
    "year": (
        *("year", "publicationyear", "pubyear", "publishedyear", "yearpublished", "publicationdate", "datepublished"),
        *("date", "published", "py"),
    ),
    "venue": (
        *("venue", "journal", "sourcetitle", "publicationtitle", "journalbook", "booktitle", "containertitle"),
        *("conferencename", "primarylocationsourcedisplayname", "publicationname", "source", "so"),
    ),
    "url": ("url", "link", "urls", "sourceurl", "sourceurls", "articleurl", "primarylocationlandingpageurl", "pdflink"),
    "arxiv": ("arxiv", "arxivid", "externalidsarxiv"),
    "doi": ("doi", "itemdoi", "doilink", "externalidsdoi", "idsdoi", "di"),
    "acl": ("acl", "aclid", "anthologyid", "externalidsacl"),
    "s2": ("s2", "s2id", "paperid", "semanticscholarid", "corpusid", "externalidscorpusid"),
    "openalex": ("openalex", "openalexid", "idsopenalex"),
    "externalIds": ("externalids", "ids"),
    "aliases": ("aliases",),
    "hub": ("hub",),
    "contexts": ("contexts", "context", "citingsentences", "citingsentence", "citationcontexts", "citationcontext"),
    "role": ("role",),
    "intents": ("intents",),
    "polarity": ("polarity",),
    "role_confidence": ("roleconfidence",),
    "polarity_confidence": ("polarityconfidence",),
    "label_source": ("labelsource",),
    "influential": ("influential", "isinfluential"),
    "self_citation": ("selfcitation", "isselfcitation"),
}
_NOT_LETTERS = re.compile(r"[\W_]+")
_WRAPPED = "citingpaper"  # "citingPaper.title" is a title
_READ = {name.lower() for name in READ}


def names_under(headings: Sequence[str]) -> list[str] | None:
    """Our name for each column, each at most once, and for any other column its own; None where none is a title."""
    plain = [_NOT_LETTERS.sub("", heading.casefold()).removeprefix(_WRAPPED) for heading in headings]
    names = [_own_name(at, heading) for at, heading in enumerate(headings, 1)]
    for name, known in _HEADINGS.items():
        found = next((one for one in known if one in plain), None)
        if found is not None:
            names[plain.index(found)] = name
    return names if "title" in names else None


def named(names: Sequence[str]) -> int:
    """How many of the columns have a name of ours."""
    return sum(name in _HEADINGS for name in names)


def _own_name(at: int, heading: str) -> str:
    """Never one of ours: a column `Cites` counts citations and names no hub."""
    own = heading.strip() or f"column {at}"
    return f"column {own}" if own.lower() in _READ else own
