"""One exported object read tolerantly, by whichever of several names a thing has; what is not taken is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.importers.loose import plain, shown, text_in
from corpus.importers.names import says_nothing


@dataclass(slots=True)
class Reader:
    """One object and the complaints about it; every reader returns nothing where it complains.

    `passed_over` are the names that tell something else than another name for the same thing, which was read.
    """

    told: Mapping[str, Any]
    complaints: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    def _text(self, names: tuple[str, ...], read: Callable[[object], object] = text_in) -> str | None:
        for name in names:
            value = self.told.get(name)
            text = plain(read(value))
            if text:
                self._pass_over(names, name, lambda one: plain(read(one)))
                return text
            if text is None:
                self._complain(name, "text", value)
        return None

    def _pass_over(self, names: tuple[str, ...], chosen: str, read: Callable[[object], object]) -> None:
        """Remembers which of the names after the one that was read tell something else."""
        later = [name for name in names[names.index(chosen) + 1 :] if not says_nothing(self.told.get(name))]
        found = read(self.told[chosen]) if later else None
        self.passed_over += [name for name in later if read(self.told[name]) != found]

    def _truth(self, names: tuple[str, ...]) -> bool | None:
        for name in names:
            value = self.told.get(name)
            if isinstance(value, bool):
                self._pass_over(names, name, lambda one: one)
                return value
            self._complain(name, "true or false", value)
        return None

    def count(self, names: tuple[str, ...]) -> int | None:
        for name in names:
            value = self.told.get(name)
            if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
                return value
            self._complain(name, "a number of papers", value)
        return None

    def _choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        value = self.told.get(name)
        if isinstance(value, str) and value.strip().lower() in choices:
            return value.strip().lower()
        self._complain(name, f"one of {', '.join(choices)}", value)
        return None

    def _complain(self, name: str, expected: str, found: object) -> None:
        if found is not None:
            self._object(name, f"expected {expected}, found {shown(found)}")

    def _object(self, name: str, fault: str) -> None:
        """Of many values of one field, the first that cannot be used stands for all."""
        if not any(told.startswith(f"{name}: ") for told in self.complaints):
            self.complaints.append(f"{name}: {fault}; left out")
