"""What a paper's vectors stand for: the text that is embedded, and the parts of it that have a vector of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.sentences import sentence_spans
from corpus.values import Paper


@dataclass(frozen=True, slots=True)
class Parts:
    """A paper's text, and (start, end) in it of its title, then of each sentence of its TL;DR and of its abstract."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def sentences(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]


def paper_text(paper: Paper) -> str:
    """Title, TL;DR and abstract, as far as the paper has them."""
    return " ".join(text for text in (paper.title, paper.tldr, paper.abstract) if text)


def paper_parts(paper: Paper) -> Parts:
    return Parts(paper_text(paper), tuple(_spans(paper)))


def _spans(paper: Paper) -> Iterator[tuple[int, int]]:
    at = 0
    for text, spans in (
        (paper.title, [(0, len(paper.title))]),
        (paper.tldr, sentence_spans(paper.tldr or "")),
        (paper.abstract, sentence_spans(paper.abstract or "")),
    ):
        if text:
            yield from ((at + start, at + end) for start, end in spans)
            at += len(text) + 1
