"""An ONNX graph as it is written, and linear layers in 8 bits for it.

Weights have 8 bits with a scale for each output channel, activations 8 bits with a fixed scale
found on sample text, so that the scores of a window depend on that window alone. Before that,
each input channel is divided by a power of its range and the weights are multiplied with it,
which evens out the outliers (SmoothQuant, Xiao et al. 2023).
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from copydesk.training.network import Network
from copydesk.training.ranges import Range

ORT = "com.microsoft"
"""The domain of onnxruntime's own operators."""
_SMOOTHING = 0.85
_LEAST = 1e-6  # range of a channel, where a unit is never used

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
        self.stored[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name


class Quantiser:
    """Adds a network's linear layers to a graph."""

    def __init__(self, graph: Graph, model: Network, ranges: Mapping[str, Range]) -> None:
        self.graph = graph
        self.state = {k: v.detach().numpy() for k, v in model.state_dict().items()}
        self._ranges = ranges

    def evening(self, name: str) -> Array:
        """What each input channel of a linear layer is divided by, to even out their ranges."""
        low, high = (v.numpy() for v in self._ranges[name])
        widest = np.maximum(np.maximum(-low, high), _LEAST)
        heaviest = np.maximum(np.abs(self.state[f"{name}.weight"]).max(0), _LEAST)
        even = widest**_SMOOTHING / heaviest ** (1 - _SMOOTHING)
        evened: Array = even / np.exp(np.log(even).mean())
        return evened

    def rounded(self, x: str, name: str, *, evened: bool = False) -> str:
        """The input of a linear layer in 8 bits; `evened` if its channels come so."""
        graph, even = self.graph, self.evening(name)
        if not evened:
            x = graph.add("Mul", x, graph.store(f"{name}.even", (1 / even).astype(np.float32)))
        low, high = (v.numpy() for v in self._ranges[name])
        least, most = min(0.0, (low / even).min()), max(0.0, (high / even).max())
        scale = np.float32((most - least) / 255)
        zero = np.array(np.uint8(round(-least / scale)))
        stored = graph.store(f"{name}.scale", np.array(scale)), graph.store(f"{name}.zero", zero)
        return graph.add("QuantizeLinear", x, *stored)

    def linear(
        self, rounded: str, name: str, *, part: int = 0, of: int = 1, over: Array | float = 1.0
    ) -> str:
        """A linear layer, or one of equal parts of its output, divided by `over`."""
        graph = self.graph
        weight = self.state[f"{name}.weight"].T * self.evening(name)[:, None] / over
        weight = np.split(weight, of, axis=1)[part]
        bias = np.split(self.state[f"{name}.bias"] / over, of)[part]
        scales = np.abs(weight).max(0) / 127
        stored = [
            graph.store(f"{name}.{part}.weight", np.rint(weight / scales).astype(np.int8)),
            f"{name}.scale",
            graph.store(f"{name}.{part}.scales", scales.astype(np.float32)),
            f"{name}.zero",
            graph.store(f"{name}.{part}.zeros", np.zeros(len(scales), np.int8)),
            graph.store(f"{name}.{part}.bias", bias.astype(np.float32)),
        ]
        return graph.add("MatMulIntegerToFloat", rounded, *stored, domain=ORT)

    def norm(self, x: str, name: str) -> str:
        """A layer normalisation in 32 bits."""
        weight = self.graph.store(f"{name}.weight", self.state[f"{name}.weight"])
        bias = self.graph.store(f"{name}.bias", self.state[f"{name}.bias"])
        return self.graph.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)
