"""What an export of a model for ONNX Runtime is on disk: a graph, its weights, a tokenizer, and how to use them."""

import hashlib
import json
import logging
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from embeddings.weights import file_sum

GRAPH, WEIGHTS, TOKENIZER, ABOUT = "model.onnx", "model.weights", "tokenizer.json", "export.json"
FORM = 3  # of these files; exports of another form are made again
CONFIGS = {".json", ".txt", ".model"}

log = logging.getLogger("embeddings.onnx_files")


class NotExportable(RuntimeError):
    """The model has parts that the exporter does not know, or its export does not compute the same."""


@dataclass(frozen=True, slots=True)
class Export:
    """`window` is the most tokens of a text that are read, `pad` the token that fills up a row of a batch."""

    dim: int
    window: int
    pad: int
    query_prompt: str
    passage_prompt: str
    sums: Mapping[str, str]


def place(cache: Path, model: Path, sha256: str) -> Path:
    """Where the export of a model is kept: by its weights and everything beside them that says how to use them."""
    digest = hashlib.sha256(f"{FORM} {sha256}".encode())
    for path in sorted(model.rglob("*")):
        if path.suffix in CONFIGS and path.is_file():
            digest.update(f"\0{path.relative_to(model).as_posix()}\0{file_sum(path)}".encode())
    return cache / f"{sha256[:12]}-{digest.hexdigest()[:12]}"


def read_export(folder: Path) -> Export | None:
    """The export in a folder; None where there is none, or not every file is as it was written."""
    try:
        export = Export(**json.loads((folder / ABOUT).read_text("utf-8")))
        whole = export.sums == _sums(folder)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        log.info("the export in %s cannot be read: %s", folder, error)
        return None
    if not whole:
        log.info("the export in %s is not as it was written", folder)
    return export if whole else None


def write_about(folder: Path, *, dim: int, window: int, pad: int, query_prompt: str, passage_prompt: str) -> Export:
    """Completes an export whose graph, weights and tokenizer lie in the folder."""
    export = Export(dim, window, pad, query_prompt, passage_prompt, _sums(folder))
    (folder / ABOUT).write_text(json.dumps(asdict(export), indent=2), "utf-8")
    return export


def move(made: Path, folder: Path) -> None:
    """Puts an export where it is kept, unless another process was quicker."""
    try:
        made.rename(folder)
    except OSError:
        if read_export(folder) is not None:
            return
        shutil.rmtree(folder, ignore_errors=True)  # another process may be at it
        made.rename(folder)


def _sums(folder: Path) -> dict[str, str]:
    return {name: file_sum(folder / name) for name in (GRAPH, WEIGHTS, TOKENIZER)}
