"""What a paper's vectors stand for: the text that is embedded, and the parts of it that have a vector of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.sentences import sentence_spans
from corpus.values import Field, Paper


@dataclass(frozen=True, slots=True)
class Part:
    """A title, or one sentence of a field: where it stands in that field."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """A paper's text, and (start, end) in it of its title, then of each sentence of its TL;DR and of its abstract.

    `placed` says of each of them in which field it stands, and where.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    placed: tuple[Part, ...] = ()

    @property
    def sentences(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]


def paper_text(paper: Paper) -> str:
    """Title, TL;DR and abstract, as far as the paper has them."""
    return " ".join(text for text in (paper.title, paper.tldr, paper.abstract) if text)


def paper_parts(paper: Paper) -> Parts:
    found = list(_placed(paper))
    spans = tuple((at + part.start, at + part.end) for at, part in found)
    return Parts(paper_text(paper), spans, tuple(part for _, part in found))


def _placed(paper: Paper) -> Iterator[tuple[int, Part]]:
    """Each part, after where its field begins in the paper's text."""
    at = 0
    fields: tuple[tuple[Field, str | None], ...] = (
        ("title", paper.title),
        ("tldr", paper.tldr),
        ("abstract", paper.abstract),
    )
    for field, text in fields:
        if text:
            spans = [(0, len(text))] if field == "title" else sentence_spans(text)
            yield from ((at, Part(field, start, end)) for start, end in spans)
            at += len(text) + 1
