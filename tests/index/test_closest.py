"""A paper is as close as its closest sentence, citing ones of the hub asked about included, if it is read at all."""

from collections.abc import Callable

import numpy as np

from corpus.values import Citation, CitingSentence, Hub, Paper
from embeddings.embedder import Embedder
from index.ranking import closest_sentences, rank
from index.scope import scope_of
from index.version import IndexVersion
from index.worded import worded

HUB = "arxiv:2306.02707"
Make = Callable[..., IndexVersion]


def read(version: IndexVersion, embedder: Embedder, query: str, hub: str, first: list[int]) -> dict[str, float]:
    """How close each citer of the hub is, by the letter of its id, when those in the first places are read."""
    scope, vector = scope_of(version.snapshot, (hub,)), embedder.embed_query(query)
    cosine = version.nearest.scores(vector, scope.rows).astype(np.float64)
    found = closest_sentences(version, scope, scope.rows, vector, cosine, np.array(first, dtype=np.int64))
    return {version.snapshot.paper(row).id[-1]: round(each, 3) for row, each in zip(scope.rows, found, strict=True)}


def test_the_closest_sentence_counts_where_it_is_closer_than_the_whole(
    version: IndexVersion, embedder: Embedder
) -> None:
    found = read(version, embedder, "search", HUB, list(range(8)))
    # e says search once in its title, beside one image, and two images in the whole
    assert found["e"] == round(1 / 3**0.5 / 2**0.5, 3)
    # c says search in its title and in its summary, which together are closer than either
    assert found["c"] == round(2 / 5**0.5 / 2**0.5, 3)


def test_those_that_are_not_read_keep_the_closeness_of_the_whole(version: IndexVersion, embedder: Embedder) -> None:
    assert read(version, embedder, "search", HUB, [0, 1])["e"] == round(1 / 6**0.5 / 2**0.5, 3)


def test_a_citing_sentence_counts_where_its_hub_is_asked_about(make_version: Make, embedder: Embedder) -> None:
    hubs = [Hub(Paper("local:h", "One")), Hub(Paper("local:i", "Other"))]
    papers = [Paper("local:a", "Student"), *(hub.paper for hub in hubs)]
    told = (CitingSentence("An image."),)
    version = make_version(
        papers, [Citation("local:h", "local:a", contexts=told), Citation("local:i", "local:a")], hubs
    )
    assert read(version, embedder, "image", "local:h", [0]) == {"a": 0.5}
    assert read(version, embedder, "image", "local:i", [0]) == {"a": 0.0}


def test_words_alone_read_no_sentence(version: IndexVersion, embedder: Embedder) -> None:
    scope = scope_of(version.snapshot, (HUB,))
    ranking = rank(
        version,
        scope,
        scope.rows,
        worded(version, scope, scope.rows, "image", "lexical"),
        embedder.embed_query("image"),
        "lexical",
    )
    np.testing.assert_array_equal(ranking.meaning, ranking.cosine)
