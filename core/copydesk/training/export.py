"""Write the encoder as 8-bit ONNX.

`python -m copydesk.training.export MODEL.pt OUT.onnx --texts FILE`

Weights are 8 bits with a scale for each output channel, activations 8 bits with a fixed scale
found on sample text, so that the scores of a window depend on that window alone. Before that,
each input channel is divided by a power of its range and the weights are multiplied with it,
which evens out the outliers (SmoothQuant, Xiao et al. 2023). The graph is written by hand with
onnxruntime's fused operators: one window at a time, no padding, no masks.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from copydesk.language.vectors import Vectors
from copydesk.training import network
from copydesk.training.examples import sample_batches
from copydesk.training.network import Network
from copydesk.training.ranges import Range, input_ranges

_SMOOTHING = 0.85
_ORT = "com.microsoft"

Array = NDArray[Any]


class Graph:
    """Nodes and initialisers as they are added; values are known by name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: dict[str, onnx.TensorProto] = {}

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:  # noqa: ANN401
        """Add a node and name its one output."""
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def store(self, name: str, value: Array) -> str:
        """Add an initialiser."""
        self.stored[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name


class Quantiser:
    """Adds linear layers in 8 bits to a graph."""

    def __init__(self, graph: Graph, model: Network, ranges: dict[str, Range]) -> None:
        self.graph = graph
        self.state = {k: v.detach().numpy() for k, v in model.state_dict().items()}
        self.ranges = ranges

    def linears(self, x: str, name: str, parts: int = 1) -> list[str]:
        """A linear layer, its output cut in equal parts; the quantised input is shared."""
        graph = self.graph
        weight = self.state[f"{name}.weight"].T
        low, high = (v.numpy() for v in self.ranges[name])
        widest = np.maximum(np.maximum(-low, high), 1e-6)
        even = widest**_SMOOTHING / np.abs(weight).max(1) ** (1 - _SMOOTHING)
        even /= np.exp(np.log(even).mean())
        least, most = min(0.0, (low / even).min()), max(0.0, (high / even).max())
        scale = np.float32((most - least) / 255)
        zero = np.uint8(round(-least / scale))
        x = graph.add("Mul", x, graph.store(f"{name}.even", (1 / even).astype(np.float32)))
        scale_name = graph.store(f"{name}.scale", np.array(scale))
        zero_name = graph.store(f"{name}.zero", np.array(zero))
        x = graph.add("QuantizeLinear", x, scale_name, zero_name)
        outputs = []
        pieces = zip(
            np.split(weight * even[:, None], parts, axis=1),
            np.split(self.state[f"{name}.bias"], parts),
            strict=True,
        )
        for i, (part, bias) in enumerate(pieces):
            scales = np.abs(part).max(0) / 127
            stored = [
                graph.store(f"{name}.{i}.weight", np.rint(part / scales).astype(np.int8)),
                scale_name,
                graph.store(f"{name}.{i}.scales", scales.astype(np.float32)),
                zero_name,
                graph.store(f"{name}.{i}.zeros", np.zeros(len(scales), np.int8)),
                graph.store(f"{name}.{i}.bias", bias),
            ]
            outputs.append(graph.add("MatMulIntegerToFloat", x, *stored, domain=_ORT))
        return outputs

    def norm(self, x: str, name: str) -> str:
        """A layer normalisation in 32 bits."""
        weight = self.graph.store(f"{name}.weight", self.state[f"{name}.weight"])
        bias = self.graph.store(f"{name}.bias", self.state[f"{name}.bias"])
        return self.graph.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)


def onnx_model(model: Network, ranges: dict[str, Range]) -> onnx.ModelProto:
    """The network as a graph over one window.

    Inputs `vectors` (1 × N × width) and `shapes` (1 × N) of the pieces, `firsts` (W, places of the
    words' first pieces, [CLS] and [SEP] with them); output `scores` (W × SCORES).
    """
    graph = Graph()
    quantiser = Quantiser(graph, model, ranges)
    x = quantiser.norm(_embedded(graph, quantiser.state), "norm")
    for i in range(model.size.layers):
        if i == model.size.piece_layers:
            x = graph.add("Gather", x, "firsts", axis=1)
        x = _layer(quantiser, x, f"layers.{i}", model.size.heads)
    if model.size.piece_layers >= model.size.layers:
        x = graph.add("Gather", x, "firsts", axis=1)
    (scores,) = quantiser.linears(x, "out")
    graph.add("Squeeze", scores, graph.store("first", np.array([0])))
    graph.nodes[-1].output[0] = "scores"
    return _finished(graph, model)


def _embedded(graph: Graph, state: dict[str, Array]) -> str:
    shapes = graph.add("Gather", graph.store("shape", state["shape.weight"]), "shapes")
    length = graph.add("Shape", "shapes", start=1, end=2)
    zero = graph.store("zero", np.array([0]))
    places = graph.add("Slice", graph.store("place", state["place.weight"]), zero, length)
    return graph.add("Add", graph.add("Add", "vectors", shapes), places)


def _layer(quantiser: Quantiser, x: str, name: str, heads: int) -> str:
    graph = quantiser.graph
    qkv = quantiser.linears(x, f"{name}.qkv", parts=3)
    seen = graph.add("MultiHeadAttention", *qkv, domain=_ORT, num_heads=heads)
    (mixed,) = quantiser.linears(seen, f"{name}.mix")
    x = quantiser.norm(graph.add("Add", x, mixed), f"{name}.norm1")
    (wide,) = quantiser.linears(x, f"{name}.up")
    (narrow,) = quantiser.linears(graph.add("Gelu", wide, domain=_ORT), f"{name}.down")
    return quantiser.norm(graph.add("Add", x, narrow), f"{name}.norm2")


def _finished(graph: Graph, model: Network) -> onnx.ModelProto:
    def tensor(name: str, kind: int, *shape: int | str) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    inputs = [
        tensor("vectors", TensorProto.FLOAT, 1, "pieces", model.size.width),
        tensor("shapes", TensorProto.INT64, 1, "pieces"),
        tensor("firsts", TensorProto.INT64, "words"),
    ]
    outputs = [tensor("scores", TensorProto.FLOAT, "words", model.out.out_features)]
    body = helper.make_graph(
        graph.nodes, "copydesk", inputs, outputs, initializer=list(graph.stored.values())
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_ORT, 1)]
    return helper.make_model(body, opset_imports=versions, ir_version=8)


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(prog="copydesk.training.export", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vectors", type=Path, help="write the word pieces' vectors here")
    parser.add_argument("--texts", type=Path, required=True, help="JSON Lines with texts to sample")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    model = network.load(options.model).eval()
    batches = sample_batches(options.texts, random.Random(1))
    exported = onnx_model(model, input_ranges(model, batches))
    options.out.write_bytes(exported.SerializeToString())
    if options.vectors:
        with options.vectors.open("wb") as stream:
            Vectors.of(model.word.weight.detach().numpy()).write(stream)


if __name__ == "__main__":
    main(sys.argv[1:])
