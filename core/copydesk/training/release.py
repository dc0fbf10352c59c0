"""A released encoder, back in 32 bits, so that training can go on from what is shipped."""

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from copydesk.language.vectors import load_vectors
from copydesk.training.network import Network, Size

_LINEARS = ("qkv", "mix", "up", "down")

Stored = dict[str, NDArray[np.float32]]


def is_release(graph: onnx.GraphProto) -> bool:
    """Whether `export` wrote the graph, and not torch, as for the first release."""
    return any(tensor.name == "layers.0.qkv.0.weight" for tensor in graph.initializer)


def from_release(graph: onnx.GraphProto) -> Network:
    """The network of a graph that `export` wrote, with the vectors that are shipped."""
    stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    size = _size(graph, stored)
    network = Network(size)
    vectors = load_vectors()(np.arange(size.vocabulary))
    state = {"word.weight": vectors, "place.weight": stored["place"]}
    state["shape.weight"] = stored["shape"]
    for i in range(size.layers):
        for name in _LINEARS:
            state |= _linear(stored, f"layers.{i}.{name}")
    state |= _linear(stored, "out")
    if size.exit is not None:
        state |= _linear(stored, "early")
    norms = [name for name in network.state_dict() if "norm" in name]
    state |= {name: stored[name] for name in norms}
    network.load_state_dict({k: torch.tensor(v) for k, v in state.items()})
    return network


def _size(graph: onnx.GraphProto, stored: Stored) -> Size:
    kinds = [node.op_type for node in graph.node]
    words = next(i for i, node in enumerate(graph.node) if list(node.input[1:]) == ["firsts"])
    head_width = Size().head_width
    leave = kinds.index("NonZero") if "NonZero" in kinds else None
    return Size(
        positions=len(stored["place"]),
        inner=stored["layers.0.up.0.weight"].shape[1],
        heads=stored["layers.0.mix.0.weight"].shape[0] // head_width,
        head_width=head_width,
        layers=kinds.count("MultiHeadAttention"),
        piece_layers=kinds[:words].count("MultiHeadAttention"),
        exit=leave and kinds[:leave].count("MultiHeadAttention"),
        unit="gelu" if "Gelu" in kinds else "relu",
    )


def _linear(stored: Stored, name: str) -> Stored:
    """A layer's weight and bias; its parts stand under one another."""
    parts = [p for p in range(3) if f"{name}.{p}.weight" in stored]
    weight = np.concatenate(
        [stored[f"{name}.{p}.weight"] * stored[f"{name}.{p}.scales"] for p in parts], axis=1
    )
    if f"{name}.even" in stored:  # where it is missing, the layer before gives what it divides by
        weight = weight * stored[f"{name}.even"][:, None]
    bias = np.concatenate([stored[f"{name}.{p}.bias"] for p in parts])
    return {f"{name}.weight": np.ascontiguousarray(weight.T), f"{name}.bias": bias}
