"""The two lists of citing papers on a Pith hub page, each entry with what stands beside its title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.values import Problem

Numbered = tuple[int, str]

_MARK = re.compile(r"[-–—•*](?:\s+(.*))?")
_DATE = re.compile(r"\b((?:19|20)\d{2})-\d{2}(?:-\d{2})?\b")
# "cs.CL · 2026-01-10 · unverdicted · novelty 5.0 · 1 refs", of which any part but one may be missing.
_META = re.compile(
    r"(?=.*·)(?:[a-z][a-z-]*(?:\.[A-Za-z][A-Za-z-]*)?\s*·.*"
    r"|.*·\s*(?:(?:19|20)\d{2}-\d{2}-\d{2}|novelty \d.*)(?:\s*·.*)?"
    r"|(?:19|20)\d{2}-\d{2}-\d{2}\s*·.*)"
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A citing paper as listed; `line` is where its title stands."""

    line: int
    title: str
    summary: str | None = None
    year: int | None = None


def read_list(lines: list[Numbered], *, ended: bool) -> tuple[list[Entry], list[Problem]]:
    """Entries that begin with a dash, on a line of its own or before the title."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for mark, block in _marked(lines):
        if not block:
            problems.append(Problem(mark, _seems_cut("a title", mark)))
            continue
        (at, title), *rest = block
        meta = [line for _, line in rest if _META.fullmatch(line)]
        summary = " ".join(line for _, line in rest if not _META.fullmatch(line))
        entries.append(Entry(at, title, summary or None, _year(meta)))
    own_line = bool(entries) and bool(lines) and _last_mark_is_bare(lines)
    return entries, problems or _doubts(entries, lines, ended=ended, wants_summary=own_line)


def read_cards(lines: list[Numbered], *, ended: bool) -> tuple[list[Entry], list[Problem]]:
    """Entries of a title, a line of field and date, and a summary, with or without blank lines between.

    Summaries alone, which the other layout has here, are not entries: they do not say whose they are.
    """
    filled = [(number, line) for number, line in lines if line]
    marks = [at for at, (_, line) in enumerate(filled) if at and _META.fullmatch(line)]
    if not marks:
        return [], []
    blocks = [filled[at + 1 : end - 1] for at, end in zip(marks, [*marks[1:], len(filled) + 1], strict=True)]
    wrapped = sum(len(block) > 1 for block in blocks[:-1]) * 2 > len(blocks[:-1])
    entries: list[Entry] = []
    problems: list[Problem] = []
    for at, block in zip(marks, blocks, strict=True):
        summary, strays = (block, []) if wrapped else (block[:1], block[1:])
        number, title = filled[at - 1]
        text = " ".join(line for _, line in summary)
        entries.append(Entry(number, title, text or None, _year([filled[at][1]])))
        problems += [_stray(stray, last=at == marks[-1]) for stray in strays]
    return entries, problems or _doubts(entries, lines, ended=ended, wants_summary=True)


def _marked(lines: list[Numbered]) -> Iterator[tuple[int, list[Numbered]]]:
    """Each mark's line number with the lines up to the next; what stands before the first mark is not listed."""
    mark: int | None = None
    block: list[Numbered] = []
    for number, line in lines:
        begun = _MARK.fullmatch(line)
        if begun:
            if mark is not None:
                yield mark, block
            mark, block = number, [(number, begun[1])] if begun[1] else []
        elif line:
            block.append((number, line))
    if mark is not None:
        yield mark, block


def _last_mark_is_bare(lines: list[Numbered]) -> bool:
    marks = [found for _, line in lines if (found := _MARK.fullmatch(line))]
    return not marks[-1][1]


def _doubts(entries: list[Entry], lines: list[Numbered], *, ended: bool, wants_summary: bool) -> list[Problem]:
    """Whether the last entry looks as if the rest of it were missing, judged by the entries before it."""
    earlier = [entry.summary for entry in entries[:-1] if entry.summary]
    if len(earlier) < 2:
        return []
    last, end = entries[-1], max(number for number, line in lines if line)
    if last.summary is None:
        alone = len(earlier) == len(entries) - 1 and wants_summary and not ended
        return [Problem(end, _seems_cut("a summary", last.line) + "; the entry is kept without")] if alone else []
    closed = sum(bool(_SENTENCE_END.search(summary)) for summary in earlier) / len(earlier)
    if not _SENTENCE_END.search(last.summary) and closed >= (0.9 if ended else 0.5):
        return [Problem(end, _seems_cut("the end of a sentence", last.line) + "; the summary is kept as it is")]
    return []


def _stray(stray: Numbered, *, last: bool) -> Problem:
    number, line = stray
    if last:
        return Problem(number, _seems_cut(f"a line of field and date after {line[:80]!r}", number) + "; it is left out")
    return Problem(number, f"expected one summary for each paper, found another line: {line[:80]!r}; it is left out")


def _year(meta: list[str]) -> int | None:
    dates = (_DATE.search(line) for line in meta)
    return next((int(date[1]) for date in dates if date), None)


def _seems_cut(expected: str, begun: int) -> str:
    return (
        f"the page seems to end in the middle: expected {expected} for the entry begun in line {begun}, "
        "found the end of the file; save the whole page"
    )
