"""What is remembered of a piece of work that outlives a request."""

from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]

FINISHED: tuple[State, ...] = ("succeeded", "failed", "cancelled")


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as saved. `payload` is what it needs to start again; `report` what it has to say; both are plain JSON.

    `total` is None while nobody knows it. `created` and `updated` are ISO 8601 times in UTC.
    """

    id: str
    kind: str
    state: State
    created: str
    updated: str
    stage: str = ""
    done: int = 0
    total: int | None = None
    report: dict[str, Any] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)
    idempotency_key: str | None = None
