"""JSON that does not keep to lines, cut into the papers it holds while it is read, one in memory at a time.

A list of papers, a page of a catalogue's answer with such a list, or objects one after another, over any number of
lines. One that is broken costs itself: no text goes on over a line's end, an object stands within another behind a
colon alone, and where a bracket closes what was opened further out, all within it has ended.
"""

import re
from collections.abc import Iterable, Iterator

from corpus.importers.lines import BLANK, DAMAGED, LONGEST_LINE, Line
from corpus.importers.objects import DEEPEST, LISTS, OF_PAPER
from corpus.values import Problem

_MARK = re.compile(rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|["\[\]{}]')
_TEXT_END = re.compile(rb'[^"\\\n]*+(?:\\.[^"\\\n]*+)*+["\n]')
_OPENS = {b"}": b"{", b"]": b"["}
_PAPERS = b"list"  # on the stack: the list whose members are papers
_LIST_NAMES = frozenset(f'"{name}"'.encode() for name in LISTS)
_OF_PAPER = frozenset(f'"{name}"'.encode() for name in OF_PAPER)
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


class _Cutter:
    def __init__(self) -> None:
        self._held, self._at = b"", 0  # what is not told yet, and how far it has been read
        self._number, self._counted = 1, 0  # the line at the place in `_held` up to which lines are counted
        self._begun: int | None = None  # where the paper under way begins
        self._line, self._level = 1, 0  # its line, and how many brackets are open around it
        self._passed = 0  # bytes of it that were let go because it is too long
        self._in_text = False  # whether `_at` is within a text that is too long to be held
        self._told = 0  # up to where what stands outside of papers has been dealt with
        self._open: list[bytes] = []
        self._name, self._titled = b"", False  # the text read last, and whether a title was among them
        self._around, self._around_line, self._papers = b"", 1, 0  # of the page under way

    def feed(self, chunk: bytes) -> Iterator[Line]:
        self._held += chunk
        if self._in_text:
            self._pass_text()
        if not self._in_text:
            yield from self._read()
        yield from self._let_go()

    def _read(self) -> Iterator[Line]:
        for mark in _MARK.finditer(self._held, self._at):
            token, at = mark[0], mark.start()
            if token == b'"' and b"\n" not in self._held[at:]:  # a text that may end in what is still to be read
                self._in_text = len(self._held) - at > LONGEST_LINE
                self._at = at + 1 if self._in_text else at
                break
            self._at = mark.end()
            if token in (b"{", b"["):
                yield from self._opened(token, at)
            elif token in (b"}", b"]"):
                yield from self._closed(token, mark.end())
            else:
                self._note(token)
        else:
            self._at = len(self._held)

    def end(self) -> Iterator[Line | Problem]:
        """What is under way when the file ends."""
        if self._begun is not None:
            yield self._paper(len(self._held))
        else:
            yield from self._outside(len(self._held))
        if self._open:
            yield Problem(self._number_at(len(self._held)), "expected the end of a list, found that of the file")

    def _note(self, text: bytes) -> None:
        """Remembers a text that may be the name of what comes next."""
        if len(text) > 1 and len(self._open) <= DEEPEST:
            self._name = text
            self._titled |= text in _OF_PAPER and len(self._open) == 1

    def _pass_text(self) -> None:
        """Goes on behind the text under way, which is too long to be held, or to where what is held of it ends."""
        ends = _TEXT_END.match(self._held, self._at)
        self._in_text = ends is None
        escapes = len(self._held) - len(self._held.rstrip(b"\\"))
        self._at = ends.end() if ends else len(self._held) - escapes % 2

    def _opened(self, token: bytes, at: int) -> Iterator[Line]:
        if self._begun is None:
            yield from self._outside(at)
            if not self._open and token == b"[":
                self._open.append(_PAPERS)
                self._told, self._papers = at + 1, 0
                return
            if not self._open or self._open[-1] == _PAPERS:
                self._begin(at)
        elif self._opens_page(token, at):
            self._around, self._around_line, self._papers = self._held[self._begun : at + 1], self._line, 0
            self._begun, self._told = None, at + 1
            token = _PAPERS
        elif token == b"{" and self._open[-1] == b"{" and self._before(at) != b":":
            yield self._paper(at)  # which was never closed
            self._begin(at)
        self._open.append(token)

    def _closed(self, token: bytes, end: int) -> Iterator[Line]:
        if self._begun is not None:
            opens = _OPENS[token]
            # Most often it closes what was opened last: what lies deep is not to be looked through for every mark.
            if self._open[-1] == opens or opens in self._open[self._level :]:
                while self._open.pop() != opens:
                    pass
                if len(self._open) == self._level:
                    yield self._paper(end)
                return
            yield self._paper(end - 1)  # which was never closed, as what is around it is
        yield from self._outside(end - 1)
        if not self._open:
            return
        closed = self._open.pop()
        self._told = end if closed == _PAPERS and not self._around else end - 1
        if closed == _PAPERS and not self._open and not self._papers:
            yield Line(self._number_at(end), b"[]")
        if not self._open and self._around:
            yield Line(self._around_line, self._around + self._held[self._told : end], papers=self._papers)
            self._around, self._told = b"", end

    def _opens_page(self, token: bytes, at: int) -> bool:
        named = token == b"[" and self._name in _LIST_NAMES and self._before(at) == b":"
        untitled = self._level == 0 and not self._titled and not self._passed
        return named and untitled and len(self._open) <= DEEPEST and set(self._open) == {b"{"}

    def _before(self, at: int) -> bytes:
        return self._held[max(at - 99, 0) : at].rstrip(BLANK)[-1:]

    def _begin(self, at: int) -> None:
        self._begun, self._line, self._level, self._passed = at, self._number_at(at), len(self._open), 0
        self._titled = False
        self._papers += 1

    def _paper(self, end: int) -> Line:
        """The paper under way, which ends here."""
        text = self._held[self._begun : end].rstrip(_SEPARATORS)
        length, self._begun, self._told = self._passed + len(text), None, end
        del self._open[self._level :]
        if length > LONGEST_LINE:
            return Line(self._line, b"", f"longer than {LONGEST_LINE:,} bytes ({length:,})")
        return Line(self._line, text)

    def _outside(self, end: int) -> Iterator[Line]:
        """What stands between papers; within a page, around its list, it is kept."""
        text = self._held[self._told : end]
        if self._open and self._open[-1] != _PAPERS:
            self._around = (self._around + text)[:LONGEST_LINE]
        elif text.strip(_SEPARATORS):
            self._papers += 1
            blanks = len(text) - len(text.lstrip(_SEPARATORS))
            yield Line(self._number_at(self._told + blanks), text.strip(_SEPARATORS)[:LONGEST_LINE])
        self._told = end

    def _let_go(self) -> Iterator[Line]:
        """Forgets what has been told."""
        if self._begun is None:
            if len(self._held) - self._told > LONGEST_LINE:
                yield from self._outside(self._at)
            keep = min(self._at, self._told)
        elif len(self._held) - self._begun > LONGEST_LINE:
            keep, self._passed = self._at, self._passed + self._at - self._begun
            self._begun = self._at
        else:
            keep = self._begun
        self._number_at(keep)
        self._held = self._held[keep:]
        self._at, self._counted, self._told = self._at - keep, 0, max(self._told - keep, 0)
        self._begun = None if self._begun is None else self._begun - keep

    def _number_at(self, at: int) -> int:
        """The line of that place; those counted before it are not counted again."""
        if at >= self._counted:
            self._number += self._held.count(b"\n", self._counted, at)
            self._counted = at
            return self._number
        return self._number - self._held.count(b"\n", at, self._counted)
