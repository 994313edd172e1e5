"""Where the sentences of a text begin and end."""

from sentencex import get_sentence_boundaries


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence in code points, in order, without the white space around it."""
    spans: list[tuple[int, int]] = []
    at = 0
    for boundary in get_sentence_boundaries("en", text):
        # The library's own indexes drift after some white space, so each piece is looked for where the last one ended.
        piece = boundary["text"].strip()
        start = text.find(piece, at) if piece else -1
        if start >= 0:
            at = start + len(piece)
            spans.append((start, at))
    return spans
