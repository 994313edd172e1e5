"""Shared terms are found by words kept on disk as they are by reading both papers, and spelt as the papers do."""

import json
from itertools import islice, permutations
from pathlib import Path

from corpus.values import Paper
from index.related.shared_terms import SoughtTerms, shared_terms, sought_terms
from index.text.terms import terms
from index.words.bm25 import NAME
from index.words.lexical import Lexical
from index.words.said import Said, Worded, write_said
from index.words.wordlist import Words
from index.words.write_lexical import write_lexical

DEMO = Path(__file__).parents[3] / "service" / "demo" / "citers.jsonl"
PAPERS = (
    Paper("local:a", "Clear skies", abstract="Skies over the bees' state-of-the-art hive (HIVE), dyed in naïve RNNs."),
    Paper("local:b", "A sky of dyes", abstract="Élan, élan vital and the hive's RNN; state-of-the-art."),
    Paper("local:c", "Élan of hives", tldr="A sky, dyeing (RNNs) naive bees.", abstract="Now tying weights to ties."),
    Paper("local:d", "Bees", abstract="They that tied weights lie dying. Weights that are not tied to hives do not."),
    Paper("local:e", ""),
)


def held(folder: Path, papers: list[Paper]) -> tuple[Lexical, Said]:
    write_lexical(folder, papers)
    write_said(folder, papers, Words(folder, NAME).all())
    lexical = Lexical([folder])
    return lexical, Said([folder], [part.number for part in lexical._parts])


def read(sought: SoughtTerms, paper: Paper, most: int) -> list[str]:
    used = dict(reversed(terms(paper.title, paper.tldr or "", paper.abstract or "")))
    chosen: list[str] = []
    for key in sought.terms:
        if key in used and not any(set(key.split()) & set(other.split()) for other in chosen):
            chosen.append(key)
    return [used[key] for key in chosen[:most]]


def used(sought: SoughtTerms, paper: Paper, said: Worded, most: int) -> list[str]:
    return list(islice(shared_terms(sought, [paper], [said])[0], most))


def keys(paper: Paper) -> set[str]:
    return {key for key, _ in terms(paper.title, paper.tldr or "", paper.abstract or "")}


def test_terms_are_found_as_by_reading_all_of_both_papers(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in DEMO.read_text("utf-8").splitlines()][:25]
    demo = [Paper(f"local:{at}", line["title"], line.get("abstract")) for at, line in enumerate(lines)]
    papers = [*PAPERS, *demo]
    lexical, said = held(tmp_path, papers)
    for liked, other in permutations(range(len(papers)), 2):
        sought = sought_terms(lexical, keys(papers[liked]))
        for most in (3, 100):
            assert used(sought, papers[other], said.worded(other), most) == read(sought, papers[other], most)


def test_a_term_is_sought_by_its_stem_and_spelt_where_the_paper_first_uses_it(tmp_path: Path) -> None:
    lexical, said = held(tmp_path, list(PAPERS))
    sought = sought_terms(lexical, {"tie", "tie weight", "sky", "rnns", "elan", "hive"})
    found = shared_terms(sought, PAPERS[2:], [said.worded(row) for row in (2, 3, 4)])
    assert [[*each] for each in found] == [
        ["tying weights", "élan", "RNNs", "sky", "hives"],
        ["tied weights", "hives"],
        [],
    ]


def test_papers_of_two_parts_are_told_of_in_their_order(tmp_path: Path) -> None:
    for part, papers in (("below", PAPERS[:3]), ("upon", PAPERS[3:])):
        held(tmp_path / part, list(papers))
    folders = [tmp_path / "below", tmp_path / "upon"]
    lexical = Lexical(folders, (0, 0))
    said = Said(folders, lexical.numbers)
    sought = sought_terms(lexical, {"tie weight", "hive"})
    found = shared_terms(sought, [PAPERS[3], PAPERS[2], PAPERS[4]], [said.worded(row) for row in (3, 2, 4)])
    assert [[*each] for each in found] == [["tied weights", "hives"], ["tying weights", "hives"], []]
