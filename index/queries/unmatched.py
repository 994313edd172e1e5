"""What to say of values that are filtered by and that no paper in scope has: an empty page explains nothing."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from index.facets import Facets
from index.topics.topics import Topics
from index.values import Filters

LOOKED_AT = 2_000  # values of one facet in which a near one is sought, the most frequent first


def unmatched(filters: Filters, held: Facets, topics: Topics) -> Iterator[str]:
    """A warning for each venue, topic, role and polarity asked for that is none of those `held`, and for years before
    or after all of them."""
    for name in ("venue", "role", "polarity"):
        for value in getattr(filters, name):
            if value not in held[name] and value.casefold() not in map(str.casefold, held[name]):
                yield _none_has(name, value, list(held[name]))
    named = [*(topic.id for topic in topics.topics), *(topic.label for topic in topics.topics)]
    for value in filters.topic:
        if value not in named:
            yield _none_has("topic", value, named)
    years = [int(year) for year in held["year"]]
    first, last = filters.year_from, filters.year_to
    if years and ((first is not None and first > max(years)) or (last is not None and last < min(years))):
        yield f"no paper here is of these years; those held are of {min(years)} to {max(years)}"


def _none_has(name: str, value: str, values: Sequence[str]) -> str:
    if not values:
        return f"no paper here has a {name}"
    spelt = {one.casefold(): one for one in reversed(values[:LOOKED_AT])}
    near = get_close_matches(value.casefold(), list(spelt), n=1)
    return f"no paper here has the {name} {value!r}" + (f"; did you mean {spelt[near[0]]!r}?" if near else "")
