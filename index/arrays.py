"""What the arrays of an index are called by what they hold."""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]  # of papers, as the index counts them
Numbers = NDArray[np.int32]  # of anything else that is counted
Codes = NDArray[np.int32]  # one for each row, which says what it belongs to
Scores = NDArray[np.float64]
Mask = NDArray[np.bool_]
Vectors = NDArray[np.float32]
Halves = NDArray[np.float16]
