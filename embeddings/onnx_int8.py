"""The exported model with weights of eight bits, which reads a query in half the time and nearly as the model does.

What that costs in what is found is measured by `python -m service.precision`, what it gains by `python -m
eval.runtimes`.
"""

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
from onnxruntime.capi import onnxruntime_pybind11_state as onnx_errors

from embeddings.embedder import Embedder
from embeddings.onnx_files import GRAPH, TOKENIZER, Export, NotExportable, move, write_about
from embeddings.onnx_runtime import OnnxEmbedder
from embeddings.onnx_weights import write_apart

BLOCK = 32  # weights that share a scale; with 128 a query takes a quarter less, and CSFCube's nDCG at 20 % loses 0.004
ACCURACY_LEVEL = 4  # of ONNX Runtime: products of integers
LEAST_COSINE = 0.998  # the packaged model's lie between 0.9992 and 0.9998
PROBES = (
    "graph neural networks",
    "Does instruction tuning on explanations transfer?",
    "Who disputes that larger models reason better, and on which benchmarks was it measured?",
)


def write_int8(exported: Path, export: Export, folder: Path) -> None:
    """Another export, made of one in fp32. Written beside the folder and moved there when it is whole.

    Raises NotExportable where its vectors are others, and OSError where the folder cannot be written.
    """
    with TemporaryDirectory(prefix=".export-", dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        shutil.copyfile(exported / TOKENIZER, made / TOKENIZER)
        write_apart(_quantized(onnx.load(exported / GRAPH)), made)
        about = write_about(
            made,
            dim=export.dim,
            window=export.window,
            pad=export.pad,
            query_prompt=export.query_prompt,
            passage_prompt=export.passage_prompt,
        )
        check(
            lambda: OnnxEmbedder(made, about, name="int8"),
            OnnxEmbedder(exported, export, name="fp32"),
        )
        move(made, folder)


def check(opened: Callable[[], Embedder], exact: Embedder) -> None:
    """Raises NotExportable unless the first can be opened, and queries have nearly the same vectors by both."""
    try:
        integers = opened()
        least = min(float(integers.embed_query(text) @ exact.embed_query(text)) for text in PROBES)
    except (onnx_errors.Fail, onnx_errors.NotImplemented, onnx_errors.RuntimeException) as error:
        raise NotExportable(f"expected integers that this processor takes, found them refused ({error})") from error
    if not least >= LEAST_COSINE:
        raise NotExportable(f"expected vectors within a cosine of {LEAST_COSINE} of fp32's, found {least:.4f}")


def _quantized(model: onnx.ModelProto) -> onnx.ModelProto:
    """Every product with a weight: `BLOCK` weights of a column have a scale, and so have as many numbers of a token.

    So a token's numbers do not depend on its neighbours' sizes, and a text's vector not on those beside it.
    """
    with _left_alone_logging():
        from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

        quantizer = MatMulNBitsQuantizer(
            model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=ACCURACY_LEVEL
        )
        quantizer.process()
        made: onnx.ModelProto = quantizer.model.model
        return made


@contextmanager
def _left_alone_logging() -> Iterator[None]:
    """On import the quantizer sets up logging for the whole process, unless that was done, and then tells of every
    node."""
    root, taken = logging.getLogger(), logging.NullHandler()
    teller = logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer")
    root.addHandler(taken)
    teller.setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.removeHandler(taken)
        teller.setLevel(logging.NOTSET)
