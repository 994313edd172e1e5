"""How far long work has come."""

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]  # stage, done, total; None: not known yet


def no_progress(stage: str, done: int, total: int | None) -> None:
    """Tells nobody."""
