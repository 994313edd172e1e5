"""The exported model with weights of eight bits: half the size and the time, and near what the model computes, not it.

Nothing runs on it but what measures that: `python -m eval.runtimes` what it gains, `python -m service.precision` what
it costs.
"""

import shutil
from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from embeddings.onnx_files import GRAPH, read_export, write_about


def quantize(exports: Path, into: Path) -> None:
    """A folder of exports once more, each with its matrix products in integers.

    Both factors are unsigned: a processor without VNNI adds up signed ones in sixteen bits, which overflow, so that the
    vectors would be worse on older machines. A scale for each column of the weights: with one for each matrix the
    vectors lie four times as far from the model's. A text's scales are taken over its whole batch, hence its vector
    depends on the texts it is embedded with.
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
        write_about(
            made,
            dim=export.dim,
            window=export.window,
            pad=export.pad,
            query_prompt=export.query_prompt,
            passage_prompt=export.passage_prompt,
        )
