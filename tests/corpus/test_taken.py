"""Files that were taken in wholly are remembered as they were last."""

from dataclasses import replace

from corpus.store import Store
from corpus.taken import TakenFile
from corpus.values import Paper, Record

TAKEN = TakenFile("key", 3, "2026-01-31", {"skipped": 2, "problems": [{"line": 7, "message": "é"}]})


def test_a_file_comes_back_as_it_was_remembered_last(store: Store) -> None:
    assert store.taken_file("key") is None
    store.remember_file(TAKEN)
    assert store.taken_file("key") == TAKEN
    later = replace(TAKEN, revision=4, day=None, report={})
    store.remember_file(later)
    assert store.taken_file("key") == later
    assert store.taken_file("another") is None


def test_remembering_a_file_changes_nothing_that_can_be_read(store: Store) -> None:
    store.put(None, [Record(Paper("local:a", "A Paper"))])
    before = store.revision()
    store.remember_file(TAKEN)
    assert store.revision() == before
