"""What a question may be sent with: its filters, and the exchanges before it."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from answers.values import AskRequest
from corpus.text import clean
from service.asked import LIMITS, Asked, AskedFilters, Name, Number, said


class Turn(Asked):
    """One exchange before this question; what was answered is taken and not read."""

    question: Annotated[str, Field(max_length=LIMITS["question_characters"])]
    answer: Annotated[str, Field(max_length=LIMITS["answer_characters"])] | None = None


class Message(Asked):
    """A turn as chat clients keep it: an exchange is one by the user and one by the assistant, which is not read."""

    role: Literal["user", "assistant"]
    content: Annotated[str, Field(max_length=LIMITS["answer_characters"])]


class AskBody(Asked):
    """`history` has the exchanges before, the oldest first: a follow-up is made whole from the questions in it."""

    question: Annotated[str, Field(max_length=LIMITS["question_characters"]), AfterValidator(said)]
    hub: Name | None = None
    filters: AskedFilters = AskedFilters()
    generator: Literal["extractive", "llm"] | None = None
    max_sources: Annotated[int, Field(ge=1, le=LIMITS["sources"]), Number] = 10
    history: Annotated[list[Turn | Message], Field(max_length=LIMITS["history"])] = []  # noqa: RUF012  # pydantic copies it
    stream: bool = False

    def request(self) -> AskRequest:
        asked = (_question(turn) for turn in self.history)
        return AskRequest(
            self.question,
            hubs=() if self.hub is None else (self.hub,),
            filters=self.filters.filters(),
            max_sources=self.max_sources,
            generator=self.generator,
            earlier=tuple(question for question in asked if clean(question)),
        )


def _question(turn: Turn | Message) -> str:
    if isinstance(turn, Turn):
        return turn.question
    return turn.content[: LIMITS["question_characters"]] if turn.role == "user" else ""
