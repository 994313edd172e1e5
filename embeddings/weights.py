"""Names a model by its weights, so that vectors of different weights are never compared."""

import hashlib
from contextlib import suppress
from pathlib import Path

PATTERNS = ("*.safetensors", "pytorch_model*.bin")
CONFIGS = ("modules.json", "config.json")


def weights_sum(folder: Path) -> str | None:
    """The sha256 of the weights file, or of several files' checksums together; None where there is no such file."""
    for pattern in PATTERNS:
        if files := sorted(folder.rglob(pattern)):
            sums = [file_sum(file) for file in files]
            return sums[0] if len(sums) == 1 else hashlib.sha256("".join(sums).encode()).hexdigest()
    return None


def folder_of(name: str) -> Path | None:
    """The folder of a model that was given as one, or that the Hugging Face cache holds under this name."""
    if Path(name).is_dir():
        return Path(name)
    from huggingface_hub import try_to_load_from_cache  # slow to import, and the packaged model needs none of it
    from huggingface_hub.errors import HFValidationError

    repository = name if "/" in name else f"sentence-transformers/{name}"
    with suppress(HFValidationError):  # no model has such a name
        for config in CONFIGS:
            held = try_to_load_from_cache(repository, config)
            if isinstance(held, str):
                return Path(held).parent
    return None


def file_sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
