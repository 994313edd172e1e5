"""Centres of groups are the same to the bit as when their vectors are added one by one."""

import numpy as np
import pytest

from index.topics import clusters


@pytest.mark.parametrize("block", [7, 64, 8192])
def test_centres_are_those_of_adding_one_by_one(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(clusters, "BLOCK", block)
    made = np.random.default_rng(7)
    vectors = made.normal(size=(300, 24)).astype(np.float32)
    codes = made.integers(0, 5, 300)
    codes[codes == 3] = 4  # a number without a vector
    sums = np.zeros((5, 24))
    np.add.at(sums, codes, vectors)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    want = (sums / np.where(norms == 0, 1, norms)).astype(np.float32)
    assert clusters.centres(vectors, codes).tobytes() == want.tobytes()
