"""Which filter stands in the way of an answer: asks again with each left out, and counts what would be relevant."""

from dataclasses import replace

from answers.questions.understanding import in_force
from answers.values import Loosening
from index.searcher import Searcher
from index.values import Filters, SearchRequest

UNSET = Filters()


def loosening(searcher: Searcher, query: str, hubs: tuple[str, ...], filters: Filters) -> tuple[Loosening, ...]:
    """The filters without which something would be relevant, the most helpful first."""
    found = []
    for name, value in in_force(filters).items():
        without = replace(filters, **{name: getattr(UNSET, name)})
        relevant = int(searcher.judged(SearchRequest(query=query, hubs=hubs, filters=without)).relevant.sum())
        if relevant:
            shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value).lower()
            found.append(Loosening(name, shown, relevant))
    return tuple(sorted(found, key=lambda each: -each.relevant))
