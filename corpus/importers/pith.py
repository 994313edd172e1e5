"""A Pith hub page saved as text, in either of its layouts: a hub and the papers that cite it.

The page names the hub, says in percent how it is cited, counts labels, and lists the citing papers: as entries that
begin with a dash, or as cards whose second line tells field, date and verdict.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.ids import UnknownId, known_id, slug
from corpus.importers.lines import Line
from corpus.importers.pith_entries import Entry, read_cards, read_list
from corpus.text import clean
from corpus.titles import title_id, title_key
from corpus.values import ROLES, Citation, ExternalId, Hub, Paper, Problem, Record, Role, Stated

Numbered = tuple[int, str]

_HEADINGS = {
    "abstract": "abstract",
    "hub tools": "tools",
    "citation-role summary": "roles",
    "citation role summary": "roles",
    "roles": "roles",
    "citation-polarity summary": "polarity",
    "citation polarity summary": "polarity",
    "polarity": "polarity",
    "polarities": "polarity",
    "representative citing papers": "cards",
    "citing papers explorer": "list",
}
_SECTION_ORDER = {"head": 0, "abstract": 1, "tools": 2, "roles": 3, "polarity": 3, "cards": 4, "list": 5}
# In the first layout a heading may run on directly after the last count: "background 12representative citing papers".
_RUN_ON = re.compile(rf"(.{{0,500}}\d)\s{{0,9}}({'|'.join(map(re.escape, _HEADINGS))})", re.IGNORECASE)
_HUB = re.compile(r"hub(?:\s+(?!tools$)(.+))?", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:(?P<kind>[^.%]+)\.\s*)?(?P<share>\d{1,3}(?:\.\d+)?)\s*% of (?:the )?(?:(?P<size>\d[\d,]*) )?"
    r"(?P<population>.+?) cite this (?:work|paper)(?: as (?:an? )?(?P<role>[\w-]+))?.*",
    re.IGNORECASE,
)
_CLASSIFIED = re.compile(
    r"(?P<role>[\w-]+)\s+(?P<share>\d{1,3}(?:\.\d+)?)\s*% of (?:(?P<size>\d[\d,]*) )?(?P<population>classified .+?)\.?",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(\d[\d,]*) (?:pith )?papers? cit(?:ing|es?) (?:it|this(?: work| paper)?)\.?", re.IGNORECASE)
_COUNT = re.compile(r"(?<![^\W\d])([^\W\d](?:[\w /-]{0,60}?[^\W\d])?)[\s:]{1,3}(\d[\d,]*)(?=\s|$)")
_MOST_DIGITS = 15


def looks_like_pith(start: str) -> bool:
    lines = [clean(line).casefold() for line in start.splitlines()]
    signs = sum(
        bool(_HEADINGS.get(line)) or bool(_HUB.fullmatch(line)) or bool(_RUN_ON.fullmatch(line)) for line in lines
    )
    return signs >= 2


def read_pith(
    lines: Iterator[Line], named: Hub | None, *, ended: bool
) -> tuple[Hub | None, Iterator[Record | Problem]]:
    """The hub as named by the caller and told by the page, and its citers. `ended`: the file ends with a whole line."""
    text, problems = _decoded(lines)
    sections = _sections(text)
    entries, odd = _entries(sections, ended=ended)
    problems += odd
    hub = _hub(sections, named)
    if hub is None:
        problems.append(Problem(_last(text), _cut("the hub's title, after a line such as 'hub Canonical reference'")))
        return None, iter(problems)
    if not entries and not odd:
        problems.append(Problem(_last(text), _cut("the list of citing papers")))
    return hub, _items(hub, entries, problems)


def _items(hub: Hub, entries: list[Entry], problems: list[Problem]) -> Iterator[Record | Problem]:
    for entry in entries:
        paper = Paper(
            slug(ExternalId("local", title_id(entry.title))),
            entry.title,
            tldr=entry.summary,
            tldr_source="source" if entry.summary else None,
            year=entry.year,
        )
        yield Record(paper, Citation(hub=hub.paper.id, citing=paper.id))
    yield from problems


def _decoded(lines: Iterator[Line]) -> tuple[list[Numbered], list[Problem]]:
    text: list[Numbered] = []
    problems: list[Problem] = []
    for line in lines:
        if line.fault:
            problems.append(Problem(line.number, f"{line.fault}; this line is left out"))
            continue
        told = line.text.decode("utf-8", "replace")
        if "\ufffd" in told:
            problems.append(
                Problem(line.number, "expected UTF-8 text, found bytes that are not; save the page as UTF-8")
            )
        text.append((line.number, clean(told)))
    return text, problems


def _sections(text: list[Numbered]) -> dict[str, list[Numbered]]:
    """The lines under each heading, blank ones included; a heading that is left behind does not come again."""
    current = "head"
    sections: dict[str, list[Numbered]] = {current: []}
    for number, line in text:
        run_on = _RUN_ON.fullmatch(line)
        before, heading = (run_on[1], run_on[2]) if run_on and current in {"roles", "polarity"} else (line, line)
        found = _HEADINGS.get(heading.casefold())
        if found and _SECTION_ORDER[found] >= _SECTION_ORDER[current]:
            if run_on:
                sections[current].append((number, before))
            current = found
            sections[current] = sections.pop(current, [])  # the last section is where the page ends
        else:
            sections[current].append((number, line))
    return sections


def _entries(sections: dict[str, list[Numbered]], *, ended: bool) -> tuple[list[Entry], list[Problem]]:
    """Entries of both lists, each title once: the explorer's order, with what the cards add."""
    last = next((name for name in ("list", "cards") if name in sections), None)
    cards, odd_cards = read_cards(sections.get("cards", []), ended=ended or last != "cards")
    listed, odd_listed = read_list(sections.get("list", []), ended=ended or last != "list")
    whole: dict[str, Entry] = {}
    for entry in (*listed, *cards):
        key = title_key(entry.title) or entry.title
        known = whole.get(key, entry)
        whole[key] = replace(known, summary=known.summary or entry.summary, year=known.year or entry.year)
    return list(whole.values()), odd_cards + odd_listed


def _hub(sections: dict[str, list[Numbered]], named: Hub | None) -> Hub | None:
    head = [line for _, line in sections["head"] if line]
    kind, title, rest = _title(head)
    told = named.paper.title if named and named.paper.title != named.paper.id else title
    if named is None and told is None:
        return None
    found = _ids(rest)
    own = ExternalId("local", title_id(told or "")) if told else None
    first = slug(found[0]) if found else (slug(own) if own else "")
    name = named.paper.id if named else first
    ids = dict.fromkeys((*(named.paper.ids if named else ()), *found))
    abstract = " ".join(line for _, line in sections.get("abstract", []) if line)
    paper = Paper(name, told or name, abstract=abstract or None, ids=tuple(ids))
    return Hub(paper, known_total=_total(head), stated=_stated(kind, rest, sections))


def _title(head: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Kind, title and the lines after it; the page may begin with lines that have nothing to do with the hub."""
    for at, line in enumerate(head):
        marker = _HUB.fullmatch(line)
        if marker:
            after = head[at + 1 :]
            return marker[1], (after[0] if after else None), after[1:]
    return None, None, head


def _ids(lines: list[str]) -> list[ExternalId]:
    found: list[ExternalId] = []
    for word in (word for line in lines for word in line.split()):
        try:
            external = known_id(word)
        except UnknownId:
            continue
        found += [external] if external and external.scheme != "local" else []
    return list(dict.fromkeys(found))


def _total(head: list[str]) -> int | None:
    stated = (_TOTAL.fullmatch(line) for line in head)
    return next((_number(total[1]) for total in stated if total), None)


def _stated(kind: str | None, lines: list[str], sections: dict[str, list[Numbered]]) -> Stated | None:
    share = next((found for line in lines for form in (_SHARE, _CLASSIFIED) if (found := form.fullmatch(line))), None)
    told = share.groupdict() if share else {}
    percent = float(told["share"]) if told else None
    stated = Stated(
        kind=kind or told.get("kind"),
        share=round(percent / 100, 6) if percent is not None and percent <= 100 else None,
        share_role=_role(told.get("role")),
        population=told.get("population"),
        population_size=_number(told["size"]) if told.get("size") else None,
        roles=_counts(sections, "roles"),
        polarity=_counts(sections, "polarity"),
    )
    return None if stated == Stated() else stated


def _counts(sections: dict[str, list[Numbered]], name: str) -> tuple[tuple[str, int], ...]:
    """Label counts in the page's order; none from the section in which a page was cut, where digits may be missing."""
    if not sections.keys() & {"cards", "list"} and list(sections)[-1] == name:
        return ()
    found = [one for _, line in sections.get(name, []) for one in _COUNT.findall(line)]
    counts = {label.casefold(): _number(number) for label, number in found}
    return tuple((label, count) for label, count in counts.items() if count is not None)


def _role(word: str | None) -> Role | None:
    return next((role for role in ROLES if word and word.casefold() in {role, f"{role}s"}), None)


def _number(digits: str) -> int | None:
    """None where there are so many digits that they count no papers, and no database would hold the number."""
    plain = digits.replace(",", "")
    return int(plain) if len(plain) <= _MOST_DIGITS else None


def _last(text: list[Numbered]) -> int | None:
    return next((number for number, line in reversed(text) if line), None)


def _cut(expected: str) -> str:
    return f"the page seems to end in the middle: expected {expected}, found the end of the file; save the whole page"
