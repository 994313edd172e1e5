"""The table of runtimes shows each one's cost and how far its vectors lie from the first one's."""

import numpy as np

from eval.runtimes import Cost, lines


def test_each_runtime_has_its_row() -> None:
    slow = Cost(8.04, 0.0123, 0.0156, 19.96, 0.101, 812.4, np.array([[1, 0], [0, 1]], dtype=np.float32))
    fast = Cost(0.5, 0.004, 0.0071, 32, 0.0604, 240, np.array([[1, 0], [0.6, 0.8]], dtype=np.float32))
    assert list(lines({"slow": slow, "fast": fast}))[2:] == [
        "| slow | 8.0 s | 12.3 ms | 15.6 ms | 20.0 | 101 ms | 812 MiB | 0.0e+00 | 1.0000 |",
        "| fast | 0.5 s | 4.0 ms | 7.1 ms | 32.0 | 60 ms | 240 MiB | 6.0e-01 | 0.8000 |",
    ]
