"""Draws hubs at random and asks each one thing: the pairs of query and paper that calibration is fitted on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.text import clean
from corpus.values import Paper
from embeddings.embedder import Embedder, Vectors
from eval.convert import lines
from index.calibration import background, features
from index.ranking import CLOSEST_OF
from index.text.passages import paper_parts
from index.text.tokens import STOP_WORDS, query_stems, stems, telling_stems, words

Line = Mapping[str, Any]
Rows = NDArray[np.int64]

SIZES = (10, 30, 100, 1000)
OFF_SUBJECT = "off the subject"  # what the questions of another field are called
TOPICS = 170  # of one word, as many of two, and as many of three
NAMED_BY = range(3, 81)  # titles


@dataclass(frozen=True, slots=True)
class Drawn:
    """One hub and one query: a row of features for each paper, and which of the papers the query is about."""

    kind: str
    query: int
    features: NDArray[np.float64]
    relevant: NDArray[np.bool_]


class Texts:
    """Papers that hubs are drawn from."""

    def __init__(self, papers: Sequence[Paper], embedder: Embedder) -> None:
        parts = [paper_parts(paper) for paper in papers]
        self.held = [frozenset(stems(each.text)) for each in parts]
        spans = [each.spans for each in parts]
        self.vectors, halves = embedder.embed_spans([each.text for each in parts], spans)
        self._sentences = halves.astype(np.float32)
        self._starts = np.cumsum([0, *map(len, spans)])[:-1]

    def ask(self, kind: str, number: int, query: str, embedder: Embedder, rows: Rows, about: Collection[int]) -> Drawn:
        """What the hub of these rows looks like to a query, words weighing by how few papers of the hub hold them."""
        vector = embedder.embed_query(query)
        cosine = (self.vectors[rows] @ vector).astype(np.float64)
        closest = self._closest(vector, rows, cosine)
        asked = sorted(telling_stems(query))
        held = np.array([[word in self.held[row] for word in asked] for row in rows]).reshape(len(rows), len(asked))
        counts = held.sum(axis=0)
        weights = np.log(1 + (len(rows) - counts + 0.5) / (counts + 0.5))
        covered = held @ weights / (weights.sum() or 1.0)
        columns = features(cosine, closest, covered, len(asked), background(cosine))
        table = np.stack([np.broadcast_to(column, cosine.shape) for column in columns], axis=1)
        return Drawn(kind, number, table, np.isin(rows, list(about)))

    def _closest(self, vector: Vectors, rows: Rows, cosine: NDArray[np.float64]) -> NDArray[np.float64]:
        """As a search has it, which reads only the best papers sentence by sentence."""
        every = np.maximum.reduceat(self._sentences @ vector, self._starts)[rows]
        first = np.argsort(-cosine, kind="stable")[:CLOSEST_OF]
        closest = cosine.copy()
        closest[first] = np.maximum(cosine[first], every[first])
        return closest


def drawn_sets(data: Path, embedder: Embedder) -> Iterator[Drawn]:
    """Every set in turn, the same hubs every time."""
    papers = [*lines(data / "scitldr" / "train.jsonl.gz"), *lines(data / "scitldr" / "dev.jsonl")]
    dice = np.random.default_rng(5)
    whole = Texts([_paper(paper["title"], paper["abstract"]) for paper in papers], embedder)
    brief = Texts([Paper("", "", tldr=paper["tldrs"][0]) for paper in papers], embedder)
    yield from _summaries(papers, whole, embedder, dice)
    yield from _topics(papers, {"topic": whole, "topic, TL;DR alone": brief}, embedder, dice)
    strange = [line["question"] for line in lines(data / "scholarqabench" / "questions_only.jsonl")]
    for number, question in enumerate(strange[::5]):
        rows = _hub(dice, len(papers), number)
        yield (whole, brief)[number // 4 % 2].ask(OFF_SUBJECT, number, question, embedder, rows, ())
    yield from _claims(data, embedder, dice)
    yield from _questions(data, embedder, dice)


def _hub(
    dice: np.random.Generator, n: int, number: int, keep: Collection[int] = (), drop: Collection[int] = ()
) -> Rows:
    """Rows of a hub of the size whose turn it is, with some papers for certain and without others."""
    drawn = dice.choice(n, size=min(SIZES[number % len(SIZES)], n), replace=False)
    return np.setdiff1d(np.union1d(drawn, np.array(sorted(keep), dtype=np.int64)), list(drop)).astype(np.int64)


def _summaries(papers: list[Line], texts: Texts, embedder: Embedder, dice: np.random.Generator) -> Iterator[Drawn]:
    """A paper's TL;DR, with papers near its own among the hub's; every fifth hub lacks its own."""
    ids = {paper["id"]: row for row, paper in enumerate(papers)}
    for number, row in enumerate(range(0, len(papers), 4)):
        query = papers[row]["tldrs"][0]
        own = {row, *(ids[twin] for twin in papers[row].get("same_title_ids") or () if twin in ids)}
        near = np.argsort(-(texts.vectors @ embedder.embed_query(query)))[1:60]
        hard = dice.permutation(near)[: SIZES[number % len(SIZES)] // 4].tolist()
        missing = dice.random() < 0.2
        rows = _hub(dice, len(papers), number, {*hard} | (set() if missing else own), own if missing else ())
        yield texts.ask("TL;DR", number, query, embedder, rows, own)


def _topics(
    papers: list[Line], views: Mapping[str, Texts], embedder: Embedder, dice: np.random.Generator
) -> Iterator[Drawn]:
    """Words of titles, asked of papers whose title names them all and of papers that nowhere hold any two of them.

    Where a paper is seen by its TL;DR alone it may well be about the topic without a word of it.
    """
    titles = [frozenset(stems(paper["title"] or "")) for paper in papers]
    everywhere = [
        title.union(stems(_text(paper["abstract"], *paper["tldrs"])))
        for title, paper in zip(titles, papers, strict=True)
    ]
    for number, (topic, asked) in enumerate(_named_topics(papers, dice)):
        named = {row for row, title in enumerate(titles) if asked <= title}
        unsure = {row for row, held in enumerate(everywhere) if asked <= held} - named
        unsure |= {row for row, title in enumerate(titles) if len(asked) > 1 and asked & title} - named
        for turn, (kind, texts) in enumerate(views.items()):
            size = SIZES[(number + turn) % len(SIZES)]
            some = int(np.clip(dice.integers(0, max(2, size // 6)), 0, len(named)))
            keep = set(dice.choice(sorted(named), some, replace=False).tolist())
            drop = unsure if size == SIZES[-1] else unsure | (named - keep)
            rows = _hub(dice, len(papers), number + turn, keep, drop)
            yield texts.ask(kind, number, topic, embedder, rows, named)


def _named_topics(papers: list[Line], dice: np.random.Generator) -> Iterator[tuple[str, frozenset[str]]]:
    """Neighbouring words of titles that several titles name, by how many words there are."""
    count: dict[frozenset[str], int] = {}
    first: dict[frozenset[str], str] = {}
    for paper in papers:
        for key, written in {frozenset(query_stems(text)): text for text in _neighbours(paper["title"] or "")}.items():
            count[key] = count.get(key, 0) + 1
            first.setdefault(key, written.lower())
    for length in (1, 2, 3):
        keys = sorted(sorted(key) for key in count if count[key] in NAMED_BY and len(first[key].split()) == length)
        for place in dice.permutation(len(keys))[:TOPICS]:
            key = frozenset(keys[place])
            yield first[key], key


def _neighbours(title: str) -> Iterator[str]:
    """One, two or three words that begin and end with a telling one, with nothing but blanks and hyphens between."""
    said = words(title)
    telling = [word.forms[0] not in STOP_WORDS and len(word.forms[0]) > 3 for word in said]
    for start, word in enumerate(said):
        for end in range(start, min(start + 3, len(said))):
            text = title[word.start : said[end].end]
            if telling[start] and telling[end] and all(char.isalnum() or char in " -" for char in text):
                yield text


def _claims(data: Path, embedder: Embedder, dice: np.random.Generator) -> Iterator[Drawn]:
    """Questions and claims that one abstract settles; every fifth hub lacks it."""
    items = list(lines(data / "scholarqabench" / "single_abstract.jsonl"))
    places: dict[tuple[str | None, str], int] = {}
    named = [(item["ctxs"][0]["title"], item["ctxs"][0]["text"]) for item in items]
    own = [places.setdefault(each, len(places)) for each in named]
    texts = Texts([_paper(*each) for each in places], embedder)
    for number, (item, row) in enumerate(zip(items, own, strict=True)):
        kept, dropped = ((), (row,)) if number % 5 == 4 else ((row,), ())
        rows = _hub(dice, len(places), number, kept, dropped)
        yield texts.ask("question or claim", number, item["question"], embedder, rows, (row,))


def _questions(data: Path, embedder: Embedder, dice: np.random.Generator) -> Iterator[Drawn]:
    """Experts' questions with the passages they cite, among the passages of other questions."""
    items = list(lines(data / "scholarqabench" / "rag.jsonl"))
    passages = [(number, entry) for number, item in enumerate(items) for entry in item["ctxs"] if entry["text"]]
    texts = Texts([_paper(entry["title"], entry["text"]) for _, entry in passages], embedder)
    for number, item in enumerate(items):
        cited = {row for row, (of, entry) in enumerate(passages) if of == number and entry["n"] in item["citations"]}
        for share in (0.1, 1.0):
            rows = [row for row, (of, _) in enumerate(passages) if of != number and dice.random() < share]
            hub = np.array(sorted({*rows, *cited}), dtype=np.int64)
            yield texts.ask("expert's question", number, item["question"], embedder, hub, cited)


def _paper(title: str | None, abstract: str) -> Paper:
    return Paper("", clean(title or ""), abstract=clean(abstract))


def _text(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
