"""The known data sets asked rather than searched: where each comes from, and what its answers are measured by."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from answers.values import Answer
from embeddings.embedder import Embedder
from eval.cases import Dataset, Query
from eval.choosing import at_best_k, by_cosine
from eval.convert import lines, off_topic, off_topic_acl, single_abstract
from eval.convert_answers import off_topic_questions, passages_apart, passages_together
from eval.figures import Report
from eval.folders import load_folder
from eval.grounding import answer_figures, papers_to_cite
from eval.run import Rows, Search, rank_queries, report_of
from eval.tallies import tally_figures

Ask = Callable[[Query, str], Answer]

PASSAGES = ("rag_apart", "rag_together")
SETS = ("single_abstract", "off_topic_questions", "off_topic_orca", "off_topic_acl", "orca_eval", *PASSAGES)


def load_asked(name: str, data: Path, made: Path, *, demo: Path) -> Dataset:
    """The data set, converted into a folder of `made` unless it lies in `data` as one; `demo` is the bundled hub."""
    match name:
        case "single_abstract":
            single_abstract(data, made / name)
        case "off_topic_questions":
            off_topic_questions(data, demo, made / name)
        case "off_topic_orca":
            off_topic(lines(demo), made / name)
        case "off_topic_acl":
            off_topic_acl(data, made / name)
        case "rag_apart":
            passages_apart(data, made / name)
        case "rag_together":
            passages_together(data, made / name)
        case _:
            return load_folder(data / name)
    dataset = load_folder(made / name)
    if name.startswith("off_topic"):
        return replace(dataset, queries=tuple(replace(query, answerable=False) for query in dataset.queries))
    return dataset


def measure_answers(dataset: Dataset, search: Search, ask: Ask, embedder: Embedder, *, hub: str) -> Report:
    """Every query is asked; a topic is asked as "Which papers are about …?" where all papers are judged for it."""
    squarely, known = dataset.squarely(), dataset.paper_ids()
    rows: Rows = defaultdict(dict)
    for query in dataset.queries:
        grades = dataset.grades[query.qid]
        if query.kind == "topic" and grades.keys() == known:
            tally = ask(query, f"Which papers are about {query.text}?").tally
            figures = tally_figures(tally, grades, squarely) if tally else {}
        else:
            answer = ask(query, query.text or "")
            figures = answer_figures(query, answer, grades, squarely=squarely, known=known)
        for name, value in figures.items():
            rows[name][query.qid] = (value,)
    if dataset.name in PASSAGES:
        rows |= _at_best_k(dataset, search, embedder, hub)
    return report_of(dataset, "hybrid", rows)


def _at_best_k(dataset: Dataset, search: Search, embedder: Embedder, hub: str) -> Rows:
    wanted = {query.qid: papers_to_cite(query, dataset.grades[query.qid], 1) for query in dataset.queries}
    words = rank_queries(dataset, search, None, hub=hub, mode="lexical")
    ranked = {"BM25": {qid: found.paper_ids for qid, found in words.items()}, "cosine": by_cosine(dataset, embedder)}
    rows: Rows = {}
    for name, order in ranked.items():
        _, each = at_best_k(order, wanted)
        rows[f"citation F1, {name} at its best k"] = {qid: (value,) for qid, value in each.items()}
    return rows
