"""What every folder of tests shares: where the real data sets lie, a model, and no network for any model library."""

import os
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import settings

os.environ["HF_HUB_OFFLINE"] = "1"
# The same examples in every run, however slow the machine, so that one fails for what was changed and not by chance.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `shared` are left out where the data sets are absent: they are not part of the repository."""
    if SHARED_DATA.is_dir():
        return
    absent = [item for item in items if item.get_closest_marker("shared")]
    config.hook.pytest_deselected(items=absent)
    items[:] = [item for item in items if not item.get_closest_marker("shared")]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    return SHARED_DATA


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Saves a tiny model that reads letters, its weights drawn from a seed; a cross-encoder unless told otherwise."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    def made(*, labels: int = 1, kind: type = BertForSequenceClassification) -> Path:
        folder = tmp_path_factory.mktemp("model")
        special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        vocabulary = [*special, *ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase)]
        (folder / "vocab.txt").write_text("\n".join(vocabulary), "utf-8")
        torch.manual_seed(0)
        config = BertConfig(
            vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=16, max_position_embeddings=64, initializer_range=0.5, num_labels=labels,
        )  # fmt: skip
        kind(config).save_pretrained(folder)
        BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
        return folder

    return made
