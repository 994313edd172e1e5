"""A real server of language models: `transformers serve` with a tiny model whose weights are drawn from a seed."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from tests.acceptance.product import READY_SECONDS, surroundings

LINES = ['{"claims": [{"text": "A camera counts bees.", "sources": ["abc"]}]}', "Bees dance to say where flowers are."]
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"


def make_model(folder: Path) -> Path:
    """It writes nonsense, and the same nonsense each time."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer, tokenizer.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["<s>", "</s>"], initial_alphabet=alphabet)
    tokenizer.train_from_iterator(LINES, trainer)
    wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", pad_token="</s>")
    wrapped.chat_template = TEMPLATE
    wrapped.save_pretrained(folder)
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(wrapped), hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=16_384, bos_token_id=0, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder


@contextmanager
def serving_transformers(model: Path, log: Path) -> Iterator[str]:
    """The base address of the server, once it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "transformers.cli.transformers", "serve", str(model), "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen([*command, "--device", "cpu"], env=surroundings(), stdout=out, stderr=out)
    try:
        wait_until_ready(process, f"http://localhost:{port}/health", log)
        yield f"http://localhost:{port}/v1"
    finally:
        process.kill()
        process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while True:
        try:
            httpx.get(health, trust_env=False).raise_for_status()
            return
        except httpx.HTTPError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
