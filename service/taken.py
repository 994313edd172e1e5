"""Files that were taken in before: while nothing has changed since, they are not read again."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.taken import TakenFile
from corpus.values import Problem
from service.intake import ImportReport, today
from service.release import release

if TYPE_CHECKING:
    from corpus.store import Store


READING = 4  # goes up where importers come to read files otherwise within one release


def file_key(path: Path, *asked: str | None) -> str:
    """Equal for files that are read alike: of the same bytes, format and hub, by the same release and importers."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    kind = [suffix.lower() for suffix in path.suffixes[-2:]]  # which may tell the format
    return hashlib.sha256(repr((release(), READING, digest, kind, asked)).encode()).hexdigest()


def recalled(store: Store, key: str) -> ImportReport | None:
    """What taking the file in again would come to; None where it is to be read to know that."""
    known = store.taken_file(key)
    if known is None or known.revision != store.revision() or known.day not in (None, today()):
        return None
    problems = tuple(Problem(**told) for told in known.report["problems"])
    return ImportReport(**{**known.report, "problems": problems})


def remember(store: Store, key: str, report: ImportReport) -> None:
    """To be called when the file has been taken in, before anything else is."""
    again = replace(report, added=0, updated=0, merged=0, skipped=report.used, unchanged=True, index_id=None)
    store.remember_file(TakenFile(key, store.revision(), report.day, asdict(again)))
