"""How steady topics are, and how well they meet known splits, beside k-means: `python -m eval.topics DATA`."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, homogeneity_score, normalized_mutual_info_score

from corpus.values import Paper
from embeddings.models import open_embedder
from eval.topic_sets import TopicSet, topic_sets
from index.arrays import Codes, Vectors
from index.text.passages import paper_text
from index.topics.clusters import cluster
from index.topics.topics import topic_count

Clusterer = Callable[[Vectors, int, int], Codes]

DRAWS = 5
KEPT = 0.95  # of the papers in each draw: what was there before 5 % were added


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Means over hubs. `subsets`, `order` and `seeds` are adjusted Rand indices with the topics of all; 1: the same.

    `mutual` is the normalised mutual information with the known split, `pure` how far each topic holds one part alone.
    """

    topics: float
    largest: float
    subsets: float
    order: float
    seeds: float
    mutual: float | None
    pure: float | None


def ours(vectors: Vectors, count: int, _seed: int) -> Codes:
    return cluster(vectors, count)


def k_means(vectors: Vectors, count: int, seed: int) -> Codes:
    """The usual way: the best of ten starts."""
    return np.asarray(KMeans(count, n_init=10, random_state=seed).fit_predict(vectors), dtype=np.int32)


CLUSTERERS: dict[str, Clusterer] = {"ours": ours, "k-means": k_means}


def steadiness(hubs: Sequence[Vectors], split: Sequence[str], clusterer: Clusterer) -> Steadiness:
    """Of each hub's topics, with their number chosen anew each time; `split` names the known part of each paper."""
    rows = [_of_hub(vectors, clusterer) for vectors in hubs]
    mutual = pure = None
    if split:
        codes = _codes(hubs[0], clusterer)
        mutual = float(normalized_mutual_info_score(split, codes))
        pure = float(homogeneity_score(split, codes))
    topics, largest, subsets, order, seeds = (float(mean) for mean in np.mean(rows, axis=0))
    return Steadiness(topics, largest, subsets, order, seeds, mutual, pure)


def _codes(vectors: Vectors, clusterer: Clusterer, seed: int = 0) -> Codes:
    return clusterer(vectors, topic_count(len(vectors)), seed)


def _of_hub(vectors: Vectors, clusterer: Clusterer) -> tuple[float, ...]:
    codes = _codes(vectors, clusterer)
    subsets, order, seeds = [], [], []
    for draw in range(DRAWS):
        shuffled = np.random.default_rng(draw).permutation(len(vectors))
        kept = np.sort(shuffled[: int(KEPT * len(vectors))])
        subsets.append(adjusted_rand_score(codes[kept], _codes(vectors[kept], clusterer)))
        order.append(adjusted_rand_score(codes[shuffled], _codes(vectors[shuffled], clusterer)))
        seeds.append(adjusted_rand_score(codes, _codes(vectors, clusterer, draw + 1)))
    means = (float(np.mean(values)) for values in (subsets, order, seeds))
    return (float(codes.max() + 1), float(np.bincount(codes).max() / len(vectors)), *means)


def table(sets: Sequence[TopicSet], vectors_of: Callable[[Sequence[Paper]], Vectors]) -> Iterator[str]:
    """A line for each set and way of clustering."""
    yield "| set | hubs | papers | by | topics | largest | ARI 95 % | ARI order | ARI seeds | NMI | purity |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for one in sets:
        hubs = [vectors_of(papers) for papers in one.hubs]
        papers = sum(len(held) for held in one.hubs)
        for name, clusterer in CLUSTERERS.items():
            found = steadiness(hubs, one.split, clusterer)
            yield f"| {one.name} | {len(hubs)} | {papers:,} | {name} | {_figures(found)} |"


def _figures(found: Steadiness) -> str:
    known = ["\u2013" if value is None else f"{value:.2f}" for value in (found.mutual, found.pure)]
    steady = [f"{value:.2f}" for value in (found.subsets, found.order, found.seeds)]
    return " | ".join([f"{found.topics:.1f}", f"{found.largest:.0%}", *steady, *known])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the data sets")
    embedder = open_embedder()

    def vectors_of(papers: Sequence[Paper]) -> Vectors:
        return embedder.embed_passages([paper_text(paper) for paper in papers])

    for line in table(topic_sets(parser.parse_args().data), vectors_of):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
