"""A language model as answers need one: a prompt in, text out, or a reason why not."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

REMEMBERED = 256  # replies


@dataclass(frozen=True, slots=True)
class Prompt:
    """`ids` are the sources' names in this one request, in the order of the sources."""

    rules: str
    request: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote. `model` is its name as the server gives it; `usage` counts tokens by kind, where it says."""

    text: str
    model: str
    usage: dict[str, int] = field(default_factory=dict)


class ModelDown(RuntimeError):
    """The model could not be reached, failed, took too long, or sent what is no reply."""


class GeneratorUnavailable(RuntimeError):
    """Answers by the named generator need something that is not configured here."""


class Abandoned(RuntimeError):
    """Whoever asked has left."""


class LanguageModel(Protocol):
    """Writes one reply to one prompt. Safe to call from several threads.

    `left` is asked from time to time whether the caller is gone. Raises ModelDown, and Abandoned when they are.
    """

    name: str

    def reply(self, prompt: Prompt, left: Callable[[], bool]) -> Reply: ...


class RememberedReplies:
    """The same prompt gets the same reply again while it is remembered, whatever the model would say this time."""

    def __init__(self, model: LanguageModel) -> None:
        self.name = model.name
        self._model = model
        self._kept: OrderedDict[Prompt, Reply] = OrderedDict()
        self._lock = Lock()

    def reply(self, prompt: Prompt, left: Callable[[], bool]) -> Reply:
        with self._lock:
            if prompt in self._kept:
                self._kept.move_to_end(prompt)
                return self._kept[prompt]
        reply = self._model.reply(prompt, left)
        with self._lock:
            first = self._kept.setdefault(prompt, reply)
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
            return first
