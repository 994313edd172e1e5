"""What the papers in scope can be filtered by, as far as the words of a question may name it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from index.values import Filters


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers in scope can be filtered by: the venues, roles and polarities that some of them have, and who
    wrote them (`authored` says whether one of them has an author of this name, `signed` who has this last name);
    whether one of them `passes` filters; the `hubs` that all cite, by title;
    the year it is `today`, from which "the last five years" are counted, and the `years` of the papers;
    whether a word is `spoken` in what they say; the last name of the hub's first `author`; and which of "role" and
    "polarity" at least half of the papers are `labelled` with."""

    venues: Collection[str] = ()
    roles: Collection[str] = ()
    polarities: Collection[str] = ()
    authored: Callable[[str], bool] = lambda _: False
    signed: Callable[[str], Sequence[str]] = lambda _: ()
    passes: Callable[[Filters], bool] = lambda _: True
    hubs: Collection[str] = ()
    today: int = 0
    years: Sequence[int] = ()
    spoken: Callable[[str], bool] = lambda _: True
    author: Callable[[], str | None] = lambda: None
    labelled: Collection[str] = ()

    @property
    def well_labelled(self) -> "Known":
        """The same without labels that few papers have."""
        roles = self.roles if "role" in self.labelled else ()
        return replace(self, roles=roles, polarities=self.polarities if "polarity" in self.labelled else ())

    @property
    def hub(self) -> str | None:
        """The title of the hub, where there is one alone."""
        return next(iter(self.hubs)) if len(self.hubs) == 1 else None
