"""A flat map of vectors: their two principal components."""

import numpy as np
from numpy.typing import NDArray

from index.arrays import Vectors

METHOD = "PCA"
DIGITS = 4

Points = NDArray[np.float64]


def project(vectors: Vectors) -> Points:
    """Two coordinates in [-1, 1] for each vector, by the two directions in which the vectors differ most.

    The centre of all is at (0, 0), the farthest coordinate at 1 or -1. A direction's sign is chosen so that its
    largest part is positive, so the same vectors always give the same map, and equal vectors the same point.
    """
    apart = np.asarray(vectors, dtype=np.float64)
    if len(apart) == 0:
        return np.zeros((0, 2))
    apart = apart - apart.mean(axis=0)
    directions = np.linalg.eigh(apart.T @ apart)[1][:, ::-1][:, :2]
    largest = np.argmax(np.round(np.abs(directions), 6), axis=0)
    points = apart @ (directions * np.sign(directions[largest, range(directions.shape[1])]))
    points = np.pad(points, ((0, 0), (0, 2 - points.shape[1])))
    reach = float(np.abs(points).max())
    return np.round(points / reach if reach > 1e-6 else np.zeros_like(points), DIGITS) + 0.0
