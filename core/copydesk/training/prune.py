"""Make a smaller network of a trained one: `python -m copydesk.training.prune IN.pt OUT.pt …`.

Kept are the layers that are named and, in each, the attention heads and the inner units of the
feed-forward part that move its output most on sample text: the mean size of their values times
the weights that read them. Train on afterwards (`copydesk.training.distil`).
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from copydesk.training import network
from copydesk.training.examples import sample_windows
from copydesk.training.network import Batch, Layer, Network, Size
from copydesk.training.ranges import linear_inputs


@torch.no_grad()
def pruned(model: Network, size: Size, layers: Sequence[int], windows: Iterable[Batch]) -> Network:
    """The network of that size with the best parts of those layers of `model`."""
    inputs = linear_inputs(model, windows)
    small = Network(replace(size, layers=len(layers)))
    whole = {n: p for n, p in model.state_dict().items() if not n.startswith("layers.")}
    small.load_state_dict(whole, strict=False)
    for place, i in enumerate(layers):
        old, new = model.layers[i], small.layers[place]
        _copy_attention(old, new, inputs[f"layers.{i}.mix"], size)
        _copy_inner(old, new, inputs[f"layers.{i}.down"])
        for name in ("norm1", "norm2"):
            getattr(new, name).load_state_dict(getattr(old, name).state_dict())
    return small


def _copy_attention(old: Layer, new: Layer, seen: Tensor, size: Size) -> None:
    moved = moves(seen, old.mix.weight).view(old.heads, size.head_width).sum(1)
    heads = moved.topk(new.heads).indices.sort().values
    units = (heads[:, None] * size.head_width + torch.arange(size.head_width)).flatten()
    width = old.heads * size.head_width
    rows = torch.cat([units + part * width for part in range(3)])  # query, key, value
    new.qkv.weight.copy_(old.qkv.weight[rows])
    new.qkv.bias.copy_(old.qkv.bias[rows])
    new.mix.weight.copy_(old.mix.weight[:, units])
    new.mix.bias.copy_(old.mix.bias)


def _copy_inner(old: Layer, new: Layer, seen: Tensor) -> None:
    units = moves(seen, old.down.weight).topk(new.up.out_features).indices.sort().values
    new.up.weight.copy_(old.up.weight[units])
    new.up.bias.copy_(old.up.bias[units])
    new.down.weight.copy_(old.down.weight[:, units])
    new.down.bias.copy_(old.down.bias)


def moves(seen: Tensor, weight: Tensor) -> Tensor:
    """How much each channel moves a layer's output: its mean size times the weights that read it.

    `seen` is N × channels, `weight` outputs × channels.
    """
    return seen.abs().mean(0) * weight.norm(dim=0)


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and prune."""
    parser = argparse.ArgumentParser(prog="copydesk.training.prune", description=__doc__)
    parser.add_argument("model", type=Path, metavar="IN.pt")
    parser.add_argument("out", type=Path, metavar="OUT.pt")
    parser.add_argument("--layers", type=int, nargs="+", required=True, help="to keep, from 0")
    parser.add_argument("--heads", type=int, default=Size().heads)
    parser.add_argument("--inner", type=int, default=Size().inner)
    parser.add_argument("--piece-layers", type=int, default=3)
    parser.add_argument("--texts", type=Path, required=True, help="JSON Lines with texts to sample")
    options = parser.parse_args(arguments)
    model = network.load(options.model).eval()
    size = replace(
        model.size, heads=options.heads, inner=options.inner, piece_layers=options.piece_layers
    )
    windows = sample_windows(options.texts, random.Random(1))
    network.save(pruned(model, size, options.layers, windows), options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
