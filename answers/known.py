"""What the papers in scope can be filtered by, as far as the words of a question may name it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers in scope can be filtered by: the venues, roles and polarities that some of them have, and who
    wrote them (`authored` says whether one of them has an author of this name, `wrote` whether one of this year has,
    `signed` who has this last name); the `hubs` that all cite, by title;
    the year it is `today`, from which "the last five years" are counted, and the `years` of the papers;
    and whether a word is `spoken` in what they say."""

    venues: Collection[str] = ()
    roles: Collection[str] = ()
    polarities: Collection[str] = ()
    authored: Callable[[str], bool] = lambda _: False
    wrote: Callable[[str, int], bool] = lambda _, __: False
    signed: Callable[[str], Sequence[str]] = lambda _: ()
    hubs: Collection[str] = ()
    today: int = 0
    years: Sequence[int] = ()
    spoken: Callable[[str], bool] = lambda _: True
