"""Write the encoder as 8-bit ONNX.

`python -m copydesk.training.export MODEL.pt OUT.onnx --texts FILE`

The graph is written by hand with onnxruntime's fused operators: one window at a time, no padding,
no masks.
"""

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from copydesk.language.tagset import HEADS
from copydesk.language.vectors import Vectors
from copydesk.training import network
from copydesk.training.examples import sample_windows
from copydesk.training.graph import ORT, Graph, Quantiser
from copydesk.training.network import SURE, Network, Size
from copydesk.training.ranges import Range, input_ranges

_ALL = 2**31 - 1  # the end of a slice that goes on to the last


def onnx_model(model: Network, ranges: Mapping[str, Range]) -> onnx.ModelProto:
    """The network as a graph over one window.

    Inputs `vectors` (1 × N × width) and `shapes` (1 × N) of the pieces, `firsts` (W, places of the
    words' first pieces, [CLS] and [SEP] with them); output `scores` (W × SCORES).
    """
    graph = Graph()
    quantiser = Quantiser(graph, model, ranges)
    x = quantiser.norm(_embedded(graph, quantiser), "norm")
    size, early, stays = model.size, "", ""
    for i in range(size.layers):
        if i == size.piece_layers:
            x = graph.add("Gather", x, "firsts", axis=1)
        if i == size.exit:
            early = _scores(quantiser, x, "early")
            stays = _unsure(graph, early)
            x = graph.add("Gather", x, stays, axis=1)
        x = _layer(quantiser, x, f"layers.{i}", size)
    if size.piece_layers >= size.layers:
        x = graph.add("Gather", x, "firsts", axis=1)
    scores = _scores(quantiser, x, "out")
    if early:
        places = graph.add("Unsqueeze", stays, graph.store("one", np.array([1])))
        graph.add("ScatterND", early, places, scores)
    graph.nodes[-1].output[0] = "scores"
    return _finished(graph, model)


def _scores(quantiser: Quantiser, x: str, name: str) -> str:
    """What a head says of each word, W × SCORES."""
    graph = quantiser.graph
    scores = quantiser.linear(quantiser.rounded(x, name), name)
    return graph.add("Squeeze", scores, graph.store("zero", np.array([0])))


def _unsure(graph: Graph, early: str) -> str:
    """The places of the words to be read on: [CLS], and where `sureness` is less than `SURE`."""
    best = []
    for h, head in enumerate(HEADS):
        starts = graph.store(f"head.{h}.start", np.array([1, head.low]))  # behind [CLS]
        ends = graph.store(f"head.{h}.end", np.array([_ALL, head.high]))
        share = graph.add("Softmax", graph.add("Slice", early, starts, ends), axis=1)
        best.append(graph.add("ReduceMax", share, axes=[1], keepdims=0))
    unsure = graph.add(
        "Less", graph.add("Min", *best), graph.store("sure", np.array(SURE, np.float32))
    )
    places = graph.add("Squeeze", graph.add("NonZero", unsure), graph.store("zero", np.array([0])))
    behind = graph.add("Add", places, graph.store("one", np.array([1])))
    return graph.add("Concat", graph.store("zero", np.array([0])), behind, axis=0)


def _embedded(graph: Graph, quantiser: Quantiser) -> str:
    state = quantiser.state
    shapes = graph.add("Gather", graph.store("shape", state["shape.weight"]), "shapes")
    length = graph.add("Shape", "shapes", start=1, end=2)
    places = graph.store("place", state["place.weight"])
    places = graph.add("Slice", places, graph.store("zero", np.array([0])), length)
    return graph.add("Add", graph.add("Add", "vectors", shapes), places)


def _layer(quantiser: Quantiser, x: str, name: str, size: Size) -> str:
    graph, qkv = quantiser.graph, f"{name}.qkv"
    rounded = quantiser.rounded(x, qkv)
    parts = [quantiser.linear(rounded, qkv, part=i, of=3) for i in range(3)]
    seen = graph.add("MultiHeadAttention", *parts, domain=ORT, num_heads=size.heads)
    mixed = quantiser.linear(quantiser.rounded(seen, f"{name}.mix"), f"{name}.mix")
    x = quantiser.norm(graph.add("Add", x, mixed), f"{name}.norm1")
    return quantiser.norm(graph.add("Add", x, _inner(quantiser, x, name, size)), f"{name}.norm2")


def _inner(quantiser: Quantiser, x: str, name: str, size: Size) -> str:
    up, down = f"{name}.up", f"{name}.down"
    x = quantiser.rounded(x, up)
    if size.unit == "relu":
        # Below zero everything is rounded to the least of the 256 values, which is zero.
        wide = quantiser.linear(x, up, over=quantiser.evening(down))
        return quantiser.linear(quantiser.rounded(wide, down, evened=True), down)
    wide = quantiser.graph.add("Gelu", quantiser.linear(x, up), domain=ORT)
    return quantiser.linear(quantiser.rounded(wide, down), down)


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
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(ORT, 1)]
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
    windows = sample_windows(options.texts, random.Random(1))
    exported = onnx_model(model, input_ranges(model, windows))
    options.out.write_bytes(exported.SerializeToString())
    if options.vectors:
        with options.vectors.open("wb") as stream:
            Vectors.of(model.word.weight.detach().numpy()).write(stream)


if __name__ == "__main__":
    main(sys.argv[1:])
