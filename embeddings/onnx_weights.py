"""Puts a graph's weights into a file beside it: a session maps that file, where it would copy what the graph holds."""

from pathlib import Path

import onnx

from embeddings.onnx_files import GRAPH, WEIGHTS

LEAST = 1024  # bytes of a weight from which on it is put there


def put_apart(folder: Path) -> None:
    write_apart(onnx.load(folder / GRAPH), folder)


def write_apart(model: onnx.ModelProto, folder: Path) -> None:
    graph, weights = folder / GRAPH, folder / WEIGHTS
    weights.unlink(missing_ok=True)  # of an earlier form of the graph: new ones would be added to it
    onnx.save(model, graph, save_as_external_data=True, location=WEIGHTS, size_threshold=LEAST)
    weights.chmod(graph.stat().st_mode)  # the library lets nobody else read what it writes
