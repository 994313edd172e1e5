"""Sentences with the numbers of their sources behind them, as they are read."""

from collections.abc import Iterable

FINAL = ".!?…。！？"


def marked(text: str, sources: Iterable[int]) -> str:
    """The sentence with its markers before the final punctuation, which is a full stop where it has none."""
    markers = "".join(f"[{n}]" for n in sources)
    body = text.rstrip(FINAL)
    return f"{body} {markers}{text[len(body) :] or '.'}"
