"""Questions put to one index version: answered extractively, or put to a language model whose reply is gated."""

import logging
from collections.abc import Callable

from answers.extractive import answer_extractively
from answers.gate.checking import Checker
from answers.gate.gate import checked_by
from answers.models.generated import Asked, gated, put_to_model, without_model
from answers.models.model import GeneratorUnavailable, LanguageModel, ModelDown, Reply
from answers.values import Answer, AskRequest
from embeddings.embedder import Embedder
from index.searcher import Searcher

log = logging.getLogger("service.answerer")


class Answerer:
    """Answers from what one searcher finds; safe to use from several threads."""

    def __init__(
        self, searcher: Searcher, embedder: Embedder, writer: LanguageModel | None, entailment: Checker | None
    ) -> None:
        """`writer` None: every answer is extractive. `entailment` None: the built-in rules alone check its words."""
        self._searcher, self._embedder = searcher, embedder
        self._writer, self._gate = writer, checked_by(embedder, entailment)

    @property
    def worded_by(self) -> tuple[str, ...]:
        """What else than the index decides on an answer's words: nothing, or the model and what checks it."""
        return () if self._writer is None else ("llm", self._writer.name, self._gate.name)

    def ask(self, request: AskRequest) -> Answer:
        """Raises HubNotFound and GeneratorUnavailable."""
        asked = self.put(request)
        return self.told(asked, self.reply_to(asked)) if isinstance(asked, Asked) else asked

    def put(self, request: AskRequest) -> Answer | Asked:
        """The whole answer, or a question that is to be put to the language model; see `reply_to` and `told`."""
        if request.generator == "llm" and self._writer is None:
            raise GeneratorUnavailable(
                "no language model is configured here: set CITERS_LLM_URL and CITERS_LLM_MODEL and start again; "
                "or ask with generator extractive, or leave the generator out"
            )
        extractive = answer_extractively(self._searcher, self._embedder, request)
        if self._writer is None or request.generator == "extractive":
            return extractive
        asked = put_to_model(self._searcher, extractive, request)
        return extractive if asked is None else asked

    def reply_to(self, asked: Asked, left: Callable[[], bool] = lambda: False) -> Reply | None:
        """What the language model writes; None where it is down, for a reason that the log holds.

        Needs nothing of the index, and may take long. Raises Abandoned when whoever asked has `left`.
        """
        assert self._writer is not None, "questions are put to a language model only where there is one"  # noqa: S101
        try:
            return self._writer.reply(asked.prompt, left)
        except ModelDown as error:
            log.warning("the language model is left out: %s", error)
            return None

    def told(self, asked: Asked, reply: Reply | None) -> Answer:
        """What of the reply the sources support, or the extractive answer in its place."""
        if reply is None:
            return without_model(asked.extractive)
        return gated(asked, reply, self._gate, self._embedder)
