"""A peer as a service, in its own environment: `serve.py PEER WHAT FOLDER STATE MODEL`, WHAT a port or a word.

`prepare` has a peer that keeps its index on disk make it, in STATE; `index` has it embed and take in the papers of
FOLDER, and prints how many a second; a port has it answer `GET /search` there. The standard library, NumPy, FastAPI and
`eval/peers/runners/handover.py`, which has to be on the path.
"""

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import uvicorn
from fastapi import FastAPI
from handover import Handover, read_handover  # type: ignore[import-not-found]  # beside it only where this runs

Found = Sequence[tuple[int, float]]  # rows and their scores, best first
Search = Callable[[str, int], Found]


def app_of(search: Search, held: Handover) -> FastAPI:
    app = FastAPI()

    @app.get("/search")
    def hits(query: str, limit: int = 10) -> list[dict[str, str | float]]:
        found = search(query, limit)
        return [
            {"id": held.papers.ids[row], "text": held.papers.texts[row], "score": float(score)} for row, score in found
        ]

    return app


def main(peer: str, what: str, folder: Path, state: Path, model: str) -> None:
    runner = importlib.import_module(f"with_{peer}")  # only its own environment has what it imports
    held = read_handover(folder)
    match what:
        case "prepare":
            runner.prepare(held, state, model)
        case "index":
            work = runner.indexer(model)
            begun = perf_counter()
            work(held.papers.texts)
            print(len(held.papers.texts) / (perf_counter() - begun))  # noqa: T201
        case port:
            search = runner.opened(held, state, model)
            uvicorn.run(app_of(search, held), host="127.0.0.1", port=int(port), access_log=False, log_level="warning")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])
