"""What the words of citing sentences tell is set beside what people say of them."""

import gzip
import json
from pathlib import Path

from eval.cues import Labelled, Told, load, table, told

SENTENCES = (
    Labelled("We use the parser of Oak (2001).", frozenset({"Uses"})),
    Labelled("Pruning takes time (Oak, 2001).", frozenset({"Uses"})),
    Labelled("We follow Oak (2001).", frozenset({"Background"})),
    Labelled("Trees are old (Oak, 2001).", frozenset({"Background"})),
)


def test_words_are_counted_beside_labels() -> None:
    found = told("build-on", SENTENCES)
    assert found == Told(sentences=4, labelled=2, said=2, both=1)
    assert (found.precision, found.recall, found.unsaid) == (0.5, 0.5, 0.5)


def test_nothing_said_is_no_share() -> None:
    found = told("extend", SENTENCES)
    assert (found.precision, found.recall, found.unsaid) == (0.0, 0.0, 0.0)


def test_the_table_has_a_row_for_each_set_and_relation() -> None:
    rows = table({"ours": SENTENCES}).splitlines()[2:]
    assert rows == [
        "| ours | 4 | build-on | 0.50 | 0.50 | 0.50 | 0.50 |",
        "| ours | 4 | extend | 0.00 | 0.00 | 0.00 | 0.00 |",
        "| ours | 4 | compare | 0.00 | 0.00 | 0.00 | 0.00 |",
    ]


def test_both_sets_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "citation_intents"
    folder.mkdir()
    one = {"context": "We use Oak (2001).", "label": "Uses"}
    many = {"context": "We extend Oak (2001).", "labels": ["extends", "uses"]}
    for name, line in (("acl_arc_dev", one), ("multicite_dev", many), ("multicite_train", many)):
        (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(f"{json.dumps(line)}\n".encode()))
    extended = Labelled("We extend Oak (2001).", frozenset({"extends", "uses"}))
    assert load(tmp_path) == {
        "ACL-ARC": [Labelled("We use Oak (2001).", frozenset({"Uses"}))],
        "MultiCite": [extended, extended],
    }
