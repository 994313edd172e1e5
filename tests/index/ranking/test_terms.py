import json
from itertools import permutations
from pathlib import Path

from index.terms import Sought, terms

PAPERS = Path(__file__).parents[3] / "service" / "demo" / "citers.jsonl"
TEXTS = (
    "Clear skies over the bees' state-of-the-art hive (HIVE), dyed in naïve RNNs.",
    "A sky of dyes: Élan, élan vital and the hive's RNN; state-of-the-art.",
    "The Élan of hives under a sky, dyeing (RNNs) naive bees, tying weights.",
    "Bees that tied weights lie dying.",
)


def test_terms_are_words_and_pairs_that_stand_side_by_side() -> None:
    assert terms("Graph neural networks, and LSTM cells") == [
        ("graph", "graph"),
        ("graph neural", "graph neural"),
        ("neural", "neural"),
        ("neural network", "neural networks"),
        ("network", "networks"),
        ("lstm", "LSTM"),
        ("lstm cell", "LSTM cells"),
        ("cell", "cells"),
    ]


def test_terms_sought_are_found_as_by_reading_all_of_a_text() -> None:
    papers = (json.loads(line) for line in PAPERS.read_text("utf-8").splitlines())
    texts = [*TEXTS, *(paper["abstract"] for paper in papers if paper.get("abstract"))]
    for liked, other in permutations(texts[:60], 2):
        keys = {key for key, _ in terms(liked)}
        assert Sought(keys).used(other) == {key: spelling for key, spelling in terms(other) if key in keys}


def test_a_term_is_sought_by_its_stem_and_spelt_as_the_text_has_it() -> None:
    sought = Sought({"tie", "tie weight", "sky", "rnns", "elan", "hive"})
    assert sought.used(TEXTS[2]) == {
        "sky": "sky",
        "tie": "tying",
        "tie weight": "tying weights",
        "hive": "hives",
        "rnns": "RNNs",
        "elan": "élan",
    }
