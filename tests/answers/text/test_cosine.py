"""A cosine is what two machines agree on."""

import numpy as np

from answers.text.cosine import cosine


def test_the_order_of_additions_makes_no_difference() -> None:
    draw = np.random.default_rng(1)
    rows = draw.standard_normal((200, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    order = draw.permutation(384)
    found = [(cosine(one, rows[0]), cosine(one[order], rows[0][order])) for one in rows]
    assert [first for first, _ in found] == [second for _, second in found]
    assert any(float(one @ rows[0]) != float(one[order] @ rows[0][order]) for one in rows)
