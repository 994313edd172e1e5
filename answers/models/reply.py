"""What a language model wrote, read as claims: JSON in any wrapping, broken off or not, or prose with marks."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from answers.gate.gate import Draft
from corpus.sentences import sentence_spans
from corpus.text import clean

LONGEST = 60_000  # characters of a reply that are read
MOST = 60  # claims that are read
TRIED = 300  # places where one may begin
OBJECT = re.compile(r'\{\s*"')
MARK = re.compile(r"\[([^\[\]]{1,200})\]")
NAME = re.compile(r"[a-z0-9]+")


def drafts_of(text: str, ids: Sequence[str]) -> list[Draft]:
    """The claims that stand in the text whole, in order; a source that has none of these ids is left out."""
    places = {name: place for place, name in enumerate(ids)}
    text = text[:LONGEST]
    found = [_draft(claim, places) for claim in _claims(text)] or list(_prose(clean(text), places))
    return [draft for draft in found if draft.sources][:MOST]


def _claims(text: str) -> Iterator[tuple[str, list[Any]]]:
    """Every object with a text and sources, wherever it stands; what is around it may be broken."""
    decoder, reached = json.JSONDecoder(), 0
    for opening in islice(OBJECT.finditer(text), TRIED):
        if opening.start() < reached:
            continue
        try:
            content, end = decoder.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            continue
        reached = end
        yield from _within(content)


def _within(content: Any) -> Iterator[tuple[str, list[Any]]]:
    """The object itself, and the claims that it lists."""
    listed = content.get("claims")
    for one in (content, *(listed if isinstance(listed, list) else ())):
        if isinstance(one, dict) and isinstance(one.get("text"), str):
            sources = one.get("sources")
            yield one["text"], sources if isinstance(sources, list) else [sources]


def _draft(claim: tuple[str, list[Any]], places: dict[str, int]) -> Draft:
    said, sources = claim
    named = [places[name] for source in sources if isinstance(source, str) for name in _names(source) if name in places]
    return Draft(said, tuple(dict.fromkeys(named)))


def _names(written: str) -> list[str]:
    return NAME.findall(written.lower())


def _prose(text: str, places: dict[str, int]) -> Iterator[Draft]:
    """Sentences, each with the ids in square brackets in it or right after it."""
    for start, end in sentence_spans(text):
        following = MARK.match(text, end + len(text[end:]) - len(text[end:].lstrip()))
        marks = [*MARK.findall(text[start:end]), *([following.group(1)] if following else [])]
        named = [places[name] for mark in marks for name in _names(mark) if name in places]
        if named:
            yield Draft(MARK.sub(" ", text[start:end]), tuple(dict.fromkeys(named)))
