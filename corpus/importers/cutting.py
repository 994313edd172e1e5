"""JSON that does not keep to lines, cut into the papers it holds while it is read, one in memory at a time.

A list of papers, a page of a catalogue's answer with such a list, or objects one after another, over any number of
lines. One that is broken costs itself: no text goes on over a line's end, an object stands within another behind a
colon alone, and where a bracket closes what was opened further out, all within it has ended.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.importers.held_text import HeldText
from corpus.importers.lines import BLANK, DAMAGED, LONGEST_LINE, Line
from corpus.importers.objects import DEEPEST, LISTS, NAMED
from corpus.values import Problem

_MARK = re.compile(rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|["\[\]{}]')
_TEXT_END = re.compile(rb'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+["\n]')
_FIRST = re.compile(rb"[ \t\r\n\v\f\x1e]*+(.)", re.DOTALL)  # of a list
_OPENS = {b"}": b"{", b"]": b"["}
_PAPERS = b"list"  # on the stack: the list whose members are papers
_LIST_NAMES = frozenset(f'"{name}"'.encode() for name in LISTS)
_NAMED = frozenset(f'"{name}"'.encode() for name in NAMED)
_SEPARATORS = BLANK + b","


def cut(chunks: Iterable[bytes]) -> Iterator[Line | Problem]:
    """Each paper's text with the line on which it begins; of a page, at its end, what stands around its papers."""
    cutter = _Cutter()
    try:
        for chunk in chunks:
            yield from cutter.feed(chunk)
    except DAMAGED as error:
        yield Problem(None, f"the gzip file is damaged or ends in the middle ({error}); what came before is kept")
    yield from cutter.end()


@dataclass(slots=True)
class _Paper:
    """A paper under way, which begins at `begun` and on `line`, within so many brackets.

    `passed`: bytes of it that were let go because it is too long. `titled`: whether it is told to have a title or the
    like. `listed`: where a list in it begins that may be one of papers, and how many brackets are open around that.
    """

    begun: int
    line: int
    level: int
    passed: int = 0
    titled: bool = False
    listed: tuple[int, int] | None = None


@dataclass(slots=True)
class _Page:
    """What stands around the papers of a page under way, which begins on `line`."""

    line: int
    around: bytes


class _Cutter:
    def __init__(self) -> None:
        self._text = HeldText()
        self._at = 0  # up to where marks have been read
        self._in_text = False  # whether `_at` is within a text that is too long to be held
        self._told = 0  # up to where what stands outside of papers has been dealt with
        self._open: list[bytes] = []
        self._name = b""  # the text read last
        self._paper: _Paper | None = None
        self._page: _Page | None = None
        self._papers = 0  # of the list under way

    def feed(self, chunk: bytes) -> Iterator[Line]:
        self._text.held += chunk
        if self._in_text:
            self._pass_text()
        if not self._in_text:
            yield from self._read()
        yield from self._let_go()

    def end(self) -> Iterator[Line | Problem]:
        """What is under way when the file ends."""
        end = len(self._text.held)
        yield from self._outside(end) if self._paper is None else (self._ended(self._paper, end),)
        if self._open:
            said = "expected the end of a list, found that of the file; import the whole file again"
            yield Problem(self._text.line(end), said)

    def _read(self) -> Iterator[Line]:
        held = self._text.held
        for mark in _MARK.finditer(held, self._at):
            token, at = mark[0], mark.start()
            if self._hangs(token, at):
                self._in_text = token == b'"' and len(held) - at > LONGEST_LINE
                self._at = at + 1 if self._in_text else at
                return
            self._at = mark.end()
            if token in (b"}", b"]") and self._paper and self._is_page(self._paper, mark.end()):
                yield from self._read_as_page(self._paper)
                return
            if token in (b"{", b"["):
                yield from self._opened(token, at)
            elif token in (b"}", b"]"):
                yield from self._closed(token, mark.end())
            else:
                self._note(token)
        self._at = len(held)

    def _hangs(self, token: bytes, at: int) -> bool:
        """Whether what the mark means stands in what is still to be read: the end of a text, the first of a list."""
        if token == b'"':
            return b"\n" not in self._text.held[at:]
        return token == b"[" and self._name in _LIST_NAMES and _FIRST.match(self._text.held, at + 1) is None

    def _note(self, text: bytes) -> None:
        """Remembers a text that may be the name of what comes next."""
        if len(text) > 1 and len(self._open) <= DEEPEST:
            self._name = text
            if self._paper and len(self._open) == 1:
                self._paper.titled |= text in _NAMED

    def _pass_text(self) -> None:
        """Goes on behind the text under way, which is too long to be held, or to where what is held of it ends."""
        held = self._text.held
        ends = _TEXT_END.match(held, self._at)
        self._in_text = ends is None
        escapes = len(held) - len(held.rstrip(b"\\"))
        self._at = ends.end() if ends else len(held) - escapes % 2

    def _opened(self, token: bytes, at: int) -> Iterator[Line]:
        if self._paper is None:
            yield from self._outside(at)
            if not self._open and token == b"[":
                self._open.append(_PAPERS)
                self._told, self._papers = at + 1, 0
                return
            if not self._open or self._open[-1] == _PAPERS:
                self._begin(at)
        elif self._lists_papers(self._paper, token, at):
            if not self._paper.titled:
                self._open_page(self._paper, at, len(self._open))
                return
            self._paper.listed = self._paper.listed or (at, len(self._open))
        elif token == b"{" and self._open[-1] == b"{" and self._text.before(at) != b":":
            yield self._ended(self._paper, at)  # which was never closed
            self._begin(at)
        self._open.append(token)

    def _closed(self, token: bytes, end: int) -> Iterator[Line]:
        paper = self._paper
        if paper is not None:
            opens = _OPENS[token]
            # Most often it closes what was opened last: what lies deep is not to be looked through for every mark.
            if self._open[-1] == opens or opens in self._open[paper.level :]:
                while self._open.pop() != opens:
                    pass
                if len(self._open) == paper.level:
                    yield self._ended(paper, end)
                return
            yield self._ended(paper, end - 1)  # which was never closed, as what is around it is
        yield from self._outside(end - 1)
        if not self._open:
            return
        closed = self._open.pop()
        self._told = end if closed == _PAPERS and not self._page else end - 1
        if closed == _PAPERS and not self._open and not self._papers:
            yield Line(self._text.line(end), b"[]")
        if not self._open and self._page:
            text = self._page.around + self._text.held[self._told : end]
            yield Line(self._page.line, text, papers=self._papers)
            self._page, self._told = None, end

    def _lists_papers(self, paper: _Paper, token: bytes, at: int) -> bool:
        """Whether a list begins there that may be one of papers: of objects, under such a name and not deep within."""
        if token != b"[" or self._name not in _LIST_NAMES or self._text.before(at) != b":":
            return False
        first = _FIRST.match(self._text.held, at + 1)
        of_objects = first is not None and first[1] in (b"{", b"]")
        outermost = paper.level == 0 and len(self._open) <= DEEPEST and set(self._open) == {b"{"}
        return of_objects and outermost and not paper.passed

    def _is_page(self, paper: _Paper, end: int) -> bool:
        """Whether what is too long for a paper has a list that may be one of papers."""
        return paper.listed is not None and end - paper.begun > LONGEST_LINE

    def _read_as_page(self, paper: _Paper) -> Iterator[Line]:
        if paper.listed:
            self._in_text = False
            self._open_page(paper, *paper.listed)
            yield from self._read()

    def _open_page(self, paper: _Paper, at: int, deep: int) -> None:
        """What began as a paper is what stands around papers, whose list begins there."""
        self._page = _Page(paper.line, self._text.held[paper.begun : at + 1])
        self._paper, self._papers = None, 0
        self._at = self._told = at + 1
        self._open = [b"{"] * deep + [_PAPERS]

    def _begin(self, at: int) -> None:
        self._paper = _Paper(at, self._text.line(at), len(self._open))
        self._papers += 1

    def _ended(self, paper: _Paper, end: int) -> Line:
        """The paper under way, which ends here."""
        text = self._text.held[paper.begun : end].rstrip(_SEPARATORS)
        length, self._paper, self._told = paper.passed + len(text), None, end
        del self._open[paper.level :]
        if length > LONGEST_LINE:
            return Line(paper.line, b"", f"longer than {LONGEST_LINE:,} bytes ({length:,})")
        return Line(paper.line, text)

    def _outside(self, end: int) -> Iterator[Line]:
        """What stands between papers; within a page, around its list, it is kept."""
        text = self._text.held[self._told : end]
        if self._page and self._open and self._open[-1] != _PAPERS:
            self._page.around = (self._page.around + text)[:LONGEST_LINE]
        elif text.strip(_SEPARATORS):
            self._papers += 1
            blanks = len(text) - len(text.lstrip(_SEPARATORS))
            yield Line(self._text.line(self._told + blanks), text.strip(_SEPARATORS)[:LONGEST_LINE])
        self._told = end

    def _let_go(self) -> Iterator[Line]:
        """Forgets what has been told, and of a paper that is too long what has been read; or it is a page after all."""
        held, paper = self._text.held, self._paper
        if paper and self._is_page(paper, len(held)):
            yield from self._read_as_page(paper)
            held, paper = self._text.held, self._paper
        if paper is None:
            if len(held) - self._told > LONGEST_LINE:
                yield from self._outside(self._at)
            keep = min(self._at, self._told)
        elif len(held) - paper.begun > LONGEST_LINE:
            keep, paper.passed = self._at, paper.passed + self._at - paper.begun
            paper.begun = self._at
        else:
            keep = paper.begun
        self._forget(keep)

    def _forget(self, until: int) -> None:
        self._text.let_go(until)
        self._at, self._told = self._at - until, max(self._told - until, 0)
        if self._paper:
            self._paper.begun -= until
            listed = self._paper.listed
            self._paper.listed = listed and (listed[0] - until, listed[1])
