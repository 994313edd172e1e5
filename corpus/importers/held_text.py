"""The part of a long text that is held while it is read in pieces."""

from corpus.importers.lines import BLANK


class HeldText:
    """What has been read and is still held, and on which line each place of it is."""

    def __init__(self) -> None:
        self.held = b""
        self._gone = b""  # the last sign that was let go, but for blanks
        self._number, self._counted = 1, 0  # the line at the place up to which lines are counted

    def line(self, at: int) -> int:
        """Lines counted before are not counted again."""
        if at >= self._counted:
            self._number += self.held.count(b"\n", self._counted, at)
            self._counted = at
            return self._number
        return self._number - self.held.count(b"\n", at, self._counted)

    def let_go(self, until: int) -> None:
        self.line(until)
        self._gone = self.before(until)
        self.held, self._counted = self.held[until:], max(self._counted - until, 0)

    def before(self, at: int) -> bytes:
        """The sign before that place, but for blanks; what was let go counts."""
        while at and self.held[at - 1] in BLANK:
            at -= 1
        return self.held[at - 1 : at] if at else self._gone
