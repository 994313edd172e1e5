"""Which index versions replies come from: the current one, and earlier ones in which cursors may go on."""

import threading
from collections import OrderedDict

from service.view import View

KEPT_VIEWS = 8  # versions that cursors may go on in; their files stay mapped however many builds come after


class VersionGone(LookupError):
    """The index version that was asked for is no longer held."""


class Views:
    """Safe to use from several threads; a request under way finishes with the version it began with."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, View] = OrderedDict()
        self._current = ""
        self._choosing = threading.Lock()

    @property
    def current(self) -> View | None:
        """None until there is one."""
        return self._held.get(self._current)

    def holds(self, index_id: str | None) -> bool:
        """Of the current one, which no id names, that is always so."""
        return index_id is None or index_id in self._held

    def show(self, view: View) -> None:
        """From now on this one is current; the longest unused is forgotten where there are too many."""
        with self._choosing:
            self._held[view.index_id] = view
            self._current = view.index_id
            while len(self._held) > KEPT_VIEWS:
                oldest = next(index_id for index_id in self._held if index_id != self._current)
                del self._held[oldest]

    def view(self, index_id: str | None = None) -> View:
        """The current one, or the one asked for while it is held; else raises VersionGone."""
        with self._choosing:
            wanted = index_id or self._current
            if wanted not in self._held:
                raise VersionGone(
                    f"this list was begun in index version {wanted}, which has been replaced since "
                    f"({self._current} is current); start again without the cursor"
                )
            if wanted != self._current:
                self._held.move_to_end(wanted)
            return self._held[wanted]
