"""What is remembered of a file that was taken in wholly."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TakenFile:
    """`key` stands for the file's bytes and how they were read, `revision` for the content that came of it.

    `day` is the ISO 8601 date that the file was read as of; None where that makes no difference. `report` is plain
    JSON.
    """

    key: str
    revision: int
    day: str | None
    report: dict[str, Any]
