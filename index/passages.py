"""What each vector of a paper stands for: the kinds of vector, and the text behind each kind."""

from corpus.values import Paper

VECTOR_TEXTS: tuple[str, ...] = ("paper",)


def vector_text(kind: str, paper: Paper) -> str | None:
    """The text that is embedded as the paper's vector of this kind; None where the paper has no such text."""
    match kind:
        case "paper":
            return " ".join(text for text in (paper.title, paper.tldr, paper.abstract) if text) or None
        case _:
            raise ValueError(f"unknown kind of vector {kind!r}; choose one of {', '.join(VECTOR_TEXTS)}")
