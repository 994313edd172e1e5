"""Results remembered by the text that they are of, where that is short: so that what is remembered stays small."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
Work = Callable[[str], T]

SENTENCE = 1_000  # characters; no sentence or title of a paper is longer, and what is taken for one may be a whole file


def remembered(most: int, longest: int) -> Callable[[Work[T]], Work[T]]:
    """Remembers the results of so many texts, the longest unused forgotten first; longer texts are worked out anew."""

    def of(work: Work[T]) -> Work[T]:
        recalled = lru_cache(maxsize=most)(work)

        @wraps(work)
        def result(text: str) -> T:
            return recalled(text) if len(text) <= longest else work(text)

        return result

    return of
