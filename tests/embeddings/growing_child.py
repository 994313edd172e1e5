"""Run as a program, `growing_child.py FOLDER`: keeps more than the cache was opened for, then says so."""

import sys
from pathlib import Path

from embeddings.cache import VectorCache

if __name__ == "__main__":
    cache = VectorCache(Path(sys.argv[1]), size=1 << 16)
    cache.keep({f"theirs {i}".encode(): bytes(1000) for i in range(1000)})
    print("kept", flush=True)  # noqa: T201  # the parent waits for this line
