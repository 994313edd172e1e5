"""A world so small that papers meet often: few titles, ids, years and authors, in stores that are quick to open."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase
from hypothesis import strategies as st

from corpus.ids import parse_id
from corpus.store import Store, open_store
from corpus.titles import title_id
from corpus.values import Citation, Hub, Paper, Record

HUB = Hub(Paper("arxiv:2306.02707", "The Hub That Everyone Cites", ids=(parse_id("2306.02707"),)))
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking opens hundreds of databases

TITLES = ("Training Agents with Patience", "Notes", "A Survey of Surveys")
ids = st.lists(
    st.sampled_from(("arxiv:2001.00001", "arxiv:2001.00002", "doi:10.1000/x", "doi:10.1000/y", "local:p1", "local:p2")),
    max_size=2,
    unique=True,
)


@st.composite
def record(draw: st.DrawFn) -> Record:
    title, names = draw(st.sampled_from(TITLES)), draw(ids) or [""]
    own = names[0] or f"local:{title_id(title)}"
    told = Paper(
        own,
        title,
        abstract=draw(st.sampled_from((None, "We show", "We show that it works.", "Another text."))),
        year=draw(st.sampled_from((None, 2020, 2022))),
        authors=draw(st.sampled_from(((), ("Ada Lovelace",), ("Alan Turing",)))),
        ids=tuple(parse_id(name) for name in names if name and not name.startswith("local:")),
        aliases=tuple(name for name in names[1:] if name.startswith("local:")),
    )
    hub = draw(st.sampled_from((None, HUB.paper.id, "local:p1", "doi:10.1000/y")))
    return Record(told, Citation(hub, own, role=draw(st.sampled_from((None, "method")))) if hub else None)


@cache
def empty_database() -> bytes:
    with TemporaryDirectory() as folder:
        open_store(Path(folder) / "store.sqlite").close()
        return (Path(folder) / "store.sqlite").read_bytes()


@contextmanager
def fresh_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        (Path(folder) / "store.sqlite").write_bytes(empty_database())
        store = open_store(Path(folder) / "store.sqlite")
        yield store
        store.close()
