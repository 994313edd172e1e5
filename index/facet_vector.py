"""A vector that leans towards what a paper's sentences in one role say."""

import numpy as np

from embeddings.embedder import Embedder, Vectors
from index.roles import ROLES, role_chances, split
from index.values import Facet

FACET_SHARE = 0.5  # how much the sentences in the facet's role count beside the whole


def in_facet(embedder: Embedder, whole: Vectors, abstract: str | None, facet: Facet) -> Vectors:
    """A unit vector: half the whole, half the mean of the sentences, each weighing as likely as it plays the role.

    It is the whole alone where no facet is asked or there is but one sentence to choose from.
    """
    sentences = split(abstract or "")
    if facet == "all" or len(sentences) < 2:
        return whole
    chances = role_chances(sentences)[:, ROLES.index(facet)].astype(np.float32)
    spoken = _unit(np.einsum("i,ij->j", chances, embedder.embed_passages(sentences)))
    return _unit((1 - FACET_SHARE) * whole + FACET_SHARE * spoken)


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / (np.linalg.norm(vector) or 1.0), dtype=np.float32)
