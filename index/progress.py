"""How far a build has come."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]  # stage, done, total; a total of 0 is not known yet


def no_progress(stage: str, done: int, total: int) -> None:
    """Tells nobody."""
