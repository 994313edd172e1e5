"""Holds a data set's papers for an evaluation: as one hub, apart from every other, and anew each time."""

from pathlib import Path
from tempfile import TemporaryDirectory

from eval.cases import Dataset
from eval.run import HUB, write_papers
from index.progress import Progress
from service.engine import Engine
from service.view import View


def hold(engine: Engine, dataset: Dataset, progress: Progress) -> View:
    """What the engine then searches holds these papers alone; vectors computed for earlier sets are used again."""
    for hub in engine.view().hubs():
        engine.delete_hub(hub.id)
    with TemporaryDirectory() as scratch:
        papers = write_papers(dataset, Path(scratch) / "papers.jsonl")
        engine.import_file(papers, format="jsonl", hub=HUB, hub_title=dataset.name, progress=progress)
    return engine.view()
