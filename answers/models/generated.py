"""Answers worded by a language model: the extractive answer first, its papers put to the model, the claims gated."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from answers.gate.gate import Consulted, Gate, Passed, numbered
from answers.markers import marked
from answers.models.model import Prompt, Reply
from answers.models.prompt import LONGEST, prompt_of
from answers.models.reply import drafts_of
from answers.questions.question import read_question
from answers.questions.understanding import both
from answers.sentences import Embeds, Sentence, quotable
from answers.text.cosine import cosine
from answers.text.steering import steers
from answers.values import Answer, AskRequest
from corpus.values import Citation, Paper
from index.searcher import Searcher
from index.text.tokens import telling_stems
from index.values import Filters, SearchRequest

log = logging.getLogger("answers.models.generated")
PART = "llm"  # what `degraded` calls the language model
CONCERNS = 0.15  # cosine from which a sentence without a word of the question still concerns it


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the papers can answer, ready to be put to a model; `extractive` is what to say without one.

    `question` is what is put to it: whole in itself, without the words for filters.
    """

    extractive: Answer
    sources: tuple[Consulted, ...]
    question: str
    prompt: Prompt


def put_to_model(searcher: Searcher, extractive: Answer, request: AskRequest) -> Asked | None:
    """The question as a model is to be asked it; None where it was refused, or no paper says anything."""
    if not extractive.answerable:
        return None
    question, filters = _understood(extractive, request.filters)
    query, most = read_question(question).query, request.max_sources
    wanted = SearchRequest(query=query, hubs=request.hubs, filters=filters, limit=most)
    cited = [(source.paper, source.citation) for source in extractive.sources]
    found = [(hit.paper, hit.citation) for hit in searcher.search(wanted).hits if hit.relevant]
    sources = tuple(_consulted([*cited, *found], most))
    if not sources:
        return None
    return Asked(extractive, sources, question, prompt_of(question, sources, cited=_hub(searcher, request.hubs)))


def _hub(searcher: Searcher, hubs: tuple[str, ...]) -> str | None:
    """The title of the hub, where one alone is asked about."""
    named = searcher.known(hubs).scope.hubs
    return searcher.version.snapshot.hub(named[0]).paper.title if len(named) == 1 else None


def _understood(extractive: Answer, filters: Filters) -> tuple[str, Filters]:
    """The question made whole, and what passes the filters given and those that it names."""
    understood = extractive.understood
    if understood is None:
        return extractive.question, filters
    return understood.question or extractive.question, both(filters, understood.filters)


def _consulted(papers: Iterable[tuple[Paper, Citation | None]], most: int) -> Iterable[Consulted]:
    """Each paper once, with what it says; what speaks to a reader instead is left out."""
    by_id: dict[str, tuple[Paper, Citation | None]] = {}
    for paper, citation in papers:
        by_id.setdefault(paper.id, (paper, citation))
    for paper, citation in islice(by_id.values(), most):
        read = consulted(paper, citation)
        if read.sentences:
            yield read


def consulted(paper: Paper, citation: Citation | None = None) -> Consulted:
    """The paper with its title and all that it says, but what speaks to its reader instead of saying something, and
    what is longer than any sentence: a model is not shown it whole, and a megabyte of it would keep the gate busy."""
    said = quotable(paper, citation)
    if not any(sentence.field == "title" for sentence in said):
        said = [Sentence("title", paper.title, 0, len(paper.title)), *said]
    told = (sentence for sentence in said if len(sentence.text) <= LONGEST and not steers(sentence.text))
    return Consulted(paper, citation, tuple(told))


def gated(asked: Asked, reply: Reply, gate: Gate, embedder: Embeds) -> Answer:
    """What passes the gate; the extractive answer, where nothing does."""
    passed = gate.passed(drafts_of(reply.text, asked.prompt.ids), asked.sources)
    passed = [one for one in passed if _concerns(asked.question, one, embedder)]
    if not passed:
        log.warning("nothing that %s wrote is supported by the sources", reply.model)
        return without_model(asked.extractive, reply)
    claims, sources = numbered(passed, asked.sources)
    return replace(
        asked.extractive,
        answer=" ".join(marked(claim.text, claim.sources) for claim in claims),
        claims=claims,
        sources=sources,
        generator="llm",
        model=reply.model,
        usage=reply.usage,
    )


def without_model(extractive: Answer, reply: Reply | None = None) -> Answer:
    """The extractive answer in place of the model's, and saying so; tokens were spent where there was a reply."""
    usage = reply.usage if reply else {}
    return replace(extractive, degraded=(PART,), usage=usage)


def _concerns(question: str, passed: Passed, embedder: Embeds) -> bool:
    if telling_stems(question) & telling_stems(passed.text):
        return True
    asked, told = embedder.embed_passages([question, passed.text])
    return cosine(asked, told) >= CONCERNS
