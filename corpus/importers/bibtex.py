"""BibTeX and biblatex: one entry a paper, its texts as LaTeX would show them."""

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares.names import split_multiple_persons_names
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

from corpus.importers.authors import family_last, names_in
from corpus.importers.blocks import blocks
from corpus.importers.known import known, own_id
from corpus.importers.latex import plain, verbatim, with_letters
from corpus.importers.lines import Line
from corpus.importers.records import Told, read_told
from corpus.values import Problem, Record

_BEGINS = re.compile(rb"[ \t]*@\w+[ \t]*[{(]")  # where the library, too, begins anew after an entry without an end
_VERBATIM = ("doi", "url", "eprint", "link")
_OF_PREPRINT = ("eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass")
_OTHERS = ("others", "et al", "et al.")


def read_bibtex(lines: Iterable[Line], hub: str | None) -> Iterator[Record | Problem]:
    """Records in the order of the entries; one that cannot be read is a problem, and the next is read."""
    logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # what it warns of comes as a problem
    return read_told(_told(lines), hub)


def _told(lines: Iterable[Line]) -> Iterator[Told | Problem]:
    strings: list[Block] = []  # that later entries may use
    for block in blocks(lines, _BEGINS, "entry", "@article{"):
        if isinstance(block, Problem):
            yield block
            continue
        first, text = block
        library = parse_string(text, library=Library(strings))
        for found in library.blocks[len(strings) :]:
            if isinstance(found, String):
                strings.append(found)
            else:
                yield from _entry(first + (found.start_line or 0), found)


def _entry(number: int, found: Block | None) -> Iterator[Told | Problem]:
    if isinstance(found, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock):
        yield from _entry(number, found.ignore_error_block)
    elif isinstance(found, ParsingFailedBlock):
        yield Problem(number, f"expected a BibTeX entry, found one that cannot be read{_why(found)}; it is left out")
    elif isinstance(found, Entry):
        yield Told(number, _fields(found), "entry")


def _why(found: ParsingFailedBlock) -> str:
    told = str(getattr(found.error, "abort_reason", found.error)).strip(" .").replace("\n", " ")
    return f" ({told[:1].lower()}{told[1:]})" if told else ""


def _fields(entry: Entry) -> dict[str, Any]:
    """Under our names where there is one."""
    told: dict[str, Any] = {}
    for field in reversed(entry.fields):  # so that of two of a name the first counts
        told[field.key.lower()] = str(field.value)
    told.pop("ids", None)  # of biblatex, other keys of the entry
    authors = _authors(told.pop("author", ""))
    told = {name: verbatim(value) if name in _VERBATIM else plain(value) for name, value in told.items()}
    told |= {"authors": authors, **own_id(entry.key.replace("+", "%")), **_preprint(told), **_venue(told)}
    if told.get("title") and told.get("subtitle"):
        told["title"] = f"{told['title']}: {told.pop('subtitle')}"
    return {name: value for name, value in told.items() if value}


def _preprint(told: dict[str, str]) -> dict[str, str]:
    """The arXiv id that stands in `eprint`, which holds other archives' too."""
    archive = told.get("archiveprefix", told.get("eprinttype", "arxiv")).lower()
    found = known(f"arxiv:{told['eprint']}") if archive == "arxiv" and told.get("eprint") else None
    if found is None:
        return {}
    for name in _OF_PREPRINT:
        told.pop(name, None)
    return {"arxiv": found.value}


def _venue(told: dict[str, str]) -> dict[str, str]:
    names = ("journal", "journaltitle", "booktitle", "howpublished", "school", "institution")
    named = (name for name in names if told.get(name) and not told[name].startswith("http"))
    return next(({"venue": told.pop(name)} for name in named), {})


def _authors(text: str) -> list[str]:
    """Names with the family name last; of authors that no "and" divides, as far as they can be told apart."""
    people = split_multiple_persons_names(with_letters(text))  # which loses a command at the start of a name
    if len(people) == 1 and (";" in text or text.count(",") > 1):
        return names_in(plain(text))
    return [
        plain(person if person.startswith("{") else family_last(person))
        for person in people
        if person.lower() not in _OTHERS
    ]
