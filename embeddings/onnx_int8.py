"""The exported model with weights of eight bits: half the size and the time, and near what the model computes, not it.

Nothing runs on it but what measures that: `python -m eval.runtimes` what it gains, `python -m service.precision` what
it costs.
"""

import shutil
from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from embeddings.onnx_files import GRAPH, read_export, write_about
from embeddings.onnx_weights import put_apart


def quantize(exports: Path, into: Path) -> None:
    """A folder of exports once more, each with its matrix products in integers.

    Both factors are unsigned: sums of signed ones saturate on a processor without VNNI, which would make the vectors
    depend on the machine. Each column of the weights has its scale: with one for a whole matrix the cosine to the
    model's vectors falls from 0.99 to 0.95. Texts are scaled by their whole batch, so that a vector depends on the
    texts it is embedded with.
    """
    for folder in sorted(exports.iterdir()):
        export = read_export(folder)
        if export is None:
            continue
        made = shutil.copytree(folder, into / folder.name)
        quantize_dynamic(
            folder / GRAPH,
            made / GRAPH,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QUInt8,
            extra_options={"MatMulConstBOnly": True},  # attention's own products have no weights and stay as they are
        )
        put_apart(made)
        write_about(
            made,
            dim=export.dim,
            window=export.window,
            pad=export.pad,
            query_prompt=export.query_prompt,
            passage_prompt=export.passage_prompt,
        )
