"""One paper told twice: when two descriptions are of one paper, and what is kept of each.

Two descriptions are of one paper when they share an id in any catalogue. Failing that, when their titles agree and
nothing speaks against it: no two different ids of one catalogue, years at most one apart, and a surname in common where
both name authors. An id made from a title says nothing that the title does not. A title of one short word (Notes,
References) proves nothing alone, so there a common surname is required. A paper known by its title alone goes by
another id where a paper of other authors or of other years is held under that one.

What is kept: nothing replaces something. News about a paper under its own id replaces what was held, unless it is the
same text cut short. News that comes under another of its ids fills gaps and completes texts that had been cut short, so
that importing a list in which a paper stands twice settles: a text that stands in it whole before its beginning does is
taken the second time, and importing the list again changes nothing.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.ids import same_catalogue
from corpus.titles import title_id, title_key
from corpus.values import Citation, CitingSentence, ExternalId, Hub, Paper

T = TypeVar("T")

SHORT_TITLE = 16  # letters


def same_paper(one: Paper, one_ids: Sequence[ExternalId], other: Paper, other_ids: Sequence[ExternalId]) -> bool:
    """Whether two papers whose title keys agree, and which share no id, are one paper."""
    if _told_apart(_telling(one_ids, one.title), _telling(other_ids, other.title)) or other_paper(one, other):
        return False
    return bool(one.authors and other.authors) or not _proves_nothing(title_key(one.title))


def other_paper(held: Paper, news: Paper) -> bool:
    """Whether news under a held paper's title cannot be of that paper: years lie between, or no author is in both."""
    if held.year and news.year and abs(held.year - news.year) > 1:
        return True
    return bool(held.authors and news.authors) and not _surnames(held.authors) & _surnames(news.authors)


def apart_id(paper: Paper) -> str:
    """The id of a paper whose title another bears: made of that, its authors and its year."""
    told = " ".join((*sorted(_surnames(paper.authors)), str(paper.year)))
    return f"local:{title_id(paper.title)}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def merged_paper(held: Paper, news: Paper) -> Paper:
    """The best of both under the held id; ids and aliases are the store's to unite."""
    own = news.id == held.id or held.id == f"local:{title_id(held.title)}"
    tldr, source = held.tldr, held.tldr_source
    if _takes(held.tldr, news.tldr, own=own) and not (source == "source" and news.tldr_source == "generated"):
        tldr, source = news.tldr, news.tldr_source
    return replace(
        held,
        title=_title(held, news, own=own),
        abstract=news.abstract if _takes(held.abstract, news.abstract, own=own) else held.abstract,
        tldr=tldr,
        tldr_source=source,
        authors=_better_list(held.authors, news.authors, own=own),
        year=_better(held.year, news.year, own=own),
        venue=_better(held.venue, news.venue, own=own),
        url=_better(held.url, news.url, own=own),
    )


def is_placeholder(paper: Paper) -> bool:
    """Whether the title only repeats the id, because nobody has told the title yet."""
    return paper.title == paper.id


def merged_citation(held: Citation, news: Citation) -> Citation:
    """The held citation with what is newly known; a label and its confidence travel together."""
    role = news if news.role else held
    polarity = news if news.polarity else held
    labelled = news.role or news.polarity
    return replace(
        held,
        role=role.role,
        role_confidence=role.role_confidence,
        polarity=polarity.polarity,
        polarity_confidence=polarity.polarity_confidence,
        label_source=(news.label_source if labelled else None) or held.label_source,
        influential=held.influential if news.influential is None else news.influential,
        self_citation=held.self_citation if news.self_citation is None else news.self_citation,
        contexts=_united(held.contexts, news.contexts),
    )


def merged_hub(held: Hub, news: Hub) -> Hub:
    """What is newly stated of a hub replaces what was stated before, as a whole: counts of two pages never mix."""
    return replace(
        held,
        known_total=held.known_total if news.known_total is None else news.known_total,
        as_of=news.as_of or held.as_of,
        stated=news.stated or held.stated,
    )


def cut_short(text: str, whole: str) -> bool:
    """Whether `text` is the beginning of `whole`."""
    stem = text.rstrip(" .…")
    return len(stem) < len(whole.rstrip(" .…")) and whole.startswith(stem)


def _takes(held: str | None, news: str | None, *, own: bool) -> bool:
    if not news:
        return False
    if not held:
        return True
    return cut_short(held, news) if not own else not cut_short(news, held)


def _title(held: Paper, news: Paper, *, own: bool) -> str:
    if is_placeholder(held) or is_placeholder(news):
        return held.title if is_placeholder(news) else news.title
    return news.title if _takes(held.title, news.title, own=own) else held.title


def _better(held: T | None, news: T | None, *, own: bool) -> T | None:
    if own:
        return held if news is None else news
    return news if held is None else held


def _better_list(held: tuple[str, ...], news: tuple[str, ...], *, own: bool) -> tuple[str, ...]:
    if news == held[: len(news)]:
        return held
    return news if own or held == news[: len(held)] else held


def _united(held: tuple[CitingSentence, ...], news: tuple[CitingSentence, ...]) -> tuple[CitingSentence, ...]:
    """Each sentence once, in the order told; a later telling adds its section and role where they were missing."""
    told: dict[str, CitingSentence] = {}
    for sentence in (*held, *news):
        known = told.get(sentence.text, sentence)
        told[sentence.text] = replace(
            known, section=known.section or sentence.section, role=known.role or sentence.role
        )
    return tuple(told.values())


def _telling(ids: Sequence[ExternalId], title: str) -> list[ExternalId]:
    return [one for one in ids if one != ExternalId("local", title_id(title))]


def _told_apart(one: Sequence[ExternalId], other: Sequence[ExternalId]) -> bool:
    """Whether both stand in one catalogue and share no entry of it."""
    pairs = [(a, b) for a in one for b in other if same_catalogue(a, b)]
    return bool(pairs) and not any(a == b for a, b in pairs)


def _surnames(authors: Sequence[str]) -> set[str]:
    """The last name of each author, written "Ada Lovelace" or "Lovelace, Ada"."""
    last = (title_key(author.partition(",")[0] if "," in author else author) for author in authors)
    return {name.rpartition(" ")[2] for name in last if name}


def _proves_nothing(key: str) -> bool:
    return not key or (" " not in key and len(key) < SHORT_TITLE)
