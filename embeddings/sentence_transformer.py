"""Any sentence-transformers model behind the embedder's promise."""

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

from embeddings.embedder import Embedder, Halves, Spans, Vectors, unit
from embeddings.models import DeviceUnavailable, ModelUnavailable
from embeddings.spans import each_alone, every_span, pooled, token_starts

BATCH = 32


class SentenceTransformerEmbedder(Embedder):
    """Uses the prompts for queries and passages that the model's own configuration names, if it names any.

    A passage's vector may differ in the last bit or two (1e-7) with the passages it shares a batch with; equal calls
    give equal bytes. A query is always embedded alone, so its bytes depend on nothing else.
    """

    def __init__(self, source: str, *, name: str, device: str = "cpu") -> None:
        self.name = name
        self._model = load(source, device)
        self._one_at_a_time = threading.Lock()
        self.dim = len(self.embed_query(""))

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        with self._one_at_a_time:
            # it orders texts by length, so that a batch needs little padding, and gives rows back in our order
            return unit(self._model.encode_document(list(texts), batch_size=BATCH, show_progress_bar=False))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        if not texts or not self._model.tokenizer.is_fast:
            return each_alone(self, texts, spans)
        return every_span(self._read_spans, texts, spans)

    def _read_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        """As far as the model's window reaches."""
        with self._one_at_a_time:
            read: Any = self._model.encode_document(
                list(texts), batch_size=BATCH, show_progress_bar=False, output_value=None, convert_to_numpy=False
            )  # a dictionary of tensors for each text, which its annotations do not know
            parts = [self._parts(*each) for each in zip(texts, spans, read, strict=True)]
        wholes = torch.stack([each["sentence_embedding"] for each in read]).cpu().numpy()
        return unit(wholes), np.concatenate(parts)

    def _parts(self, text: str, spans: Spans, read: dict[str, torch.Tensor]) -> Halves:
        held = read["attention_mask"].bool()
        tokens = read["token_embeddings"][held].float().cpu().numpy()
        prompt = passage_prompt(self._model)
        encoded = self._model.tokenizer(prompt + text, truncation=True, max_length=self._model.max_seq_length)
        return pooled(tokens, token_starts(encoded.encodings[0], len(prompt)), spans)

    def embed_query(self, text: str) -> Vectors:
        with self._one_at_a_time:
            vector: Vectors = unit(self._model.encode_query([text], batch_size=1, show_progress_bar=False))[0]
        return vector


def passage_prompt(model: SentenceTransformer) -> str:
    """What `encode_document` puts before every passage."""
    prompts = model.prompts
    return next((prompts[kind] or "" for kind in ("document", "passage", "corpus") if kind in prompts), "")


def check_device(asked: str) -> None:
    here = [kind for kind, held in (("cuda", torch.cuda.is_available()), ("mps", torch.mps.is_available())) if held]
    here.append("cpu")
    if asked.partition(":")[0] not in here:
        raise DeviceUnavailable(
            f"expected a device among {', '.join(here)}, found {asked!r}; leave out CITERS_DEVICE to use the processor"
        )


def load(source: str, device: str, **how: Any) -> SentenceTransformer:
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers does not annotate it
    check_device(device)
    try:
        return SentenceTransformer(source, device=device, model_kwargs=how)
    except OSError as error:
        raise ModelUnavailable(
            f"expected the model {source!r} in a folder, in the Hugging Face cache or on its hub, found it in none; "
            "check the name (CITERS_MODEL), or go online once to fetch it"
        ) from error
