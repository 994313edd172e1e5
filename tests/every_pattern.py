"""Has every pattern of the packages that read questions and files look at long texts that are hard on patterns.

Run by test_patterns.py in a process of its own, which can be ended: a pattern holds the interpreter until it is done.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import answers
import corpus
import index

MANGLED = re.compile(r"\(\d+, \d+\)")  # what is left of {0,200} where its braces are not doubled
LENGTH = 1_500  # characters
FIRST = ("", "[", "<!--", "which papers ")
REPEATED = (
    *(" ", "-", "a", "a-", "a ", "1", "1.", "1,", "(", "[", "[a", "[-", ",", "'", "\n", "<!---->", "<!-- ", "our a "),
    *("we ", " of the citing", " of the", "which papers ", "and 2020 ", "in 2020 ", "not ", "papers on ", "by A "),
    *("does ", "% ", "a. The ", "NOT a ", "what is ", "a/a", "{a", "a:", "how many papers are ", ", and ", "who "),
    *("without ", "than "),
)


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    found = {}
    for module in (module for package in (answers, corpus, index) for module in modules(package)):
        for name, value in vars(module).items():
            for place, each in enumerate(held(value)):
                found.setdefault(f"{module.__name__}.{name}[{place}]", each)
    return found


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "migrations" not in each.name:
            yield importlib.import_module(each.name)


def held(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from held(each)


def main() -> None:
    every = patterns()
    mangled = [where for where, pattern in every.items() if MANGLED.search(str(pattern.pattern))]
    if mangled:
        raise SystemExit(f"repeats of which an f-string has made a tuple: {', '.join(mangled)}")
    for where, pattern in every.items():
        for text in (first + repeated * (LENGTH // len(repeated)) + "!" for first in FIRST for repeated in REPEATED):
            print(where, repr(text[:40]), flush=True)  # noqa: T201
            pattern.search(text.encode() if isinstance(pattern.pattern, bytes) else text)  # type: ignore[arg-type]
    print(len(every))  # noqa: T201


if __name__ == "__main__":
    main()
