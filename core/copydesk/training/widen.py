"""Give a small network more inner units: `python -m copydesk.training.widen IN OUT.pt --inner N …`.

The new units are those of a larger network that move its output most, behind as many as the small
one has. Nothing reads them at first, so that the network does what it did; training lets them
speak. With ReLU for GELU it does so only nearly. Train on afterwards (`copydesk.training.distil`).
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from copydesk.training import network, start
from copydesk.training.examples import sample_windows
from copydesk.training.network import Batch, Network, Size
from copydesk.training.prune import moves
from copydesk.training.ranges import linear_inputs


@torch.no_grad()
def widened(
    small: Network, size: Size, large: Network, layers: Sequence[int], windows: Iterable[Batch]
) -> Network:
    """The small network in that size, with units of those layers of the large one."""
    inputs = linear_inputs(large, windows)
    wide = Network(size)
    state = small.state_dict()
    has = small.size.inner
    for place, i in enumerate(layers):
        old, own = large.layers[i], f"layers.{place}."
        ranked = moves(inputs[f"layers.{i}.down"], old.down.weight).topk(size.inner).indices
        new = ranked[has:]
        for name, more in (("weight", old.up.weight[new]), ("bias", old.up.bias[new])):
            state[f"{own}up.{name}"] = torch.cat([state[f"{own}up.{name}"], more])
        silent = torch.zeros(size.width, size.inner - has)
        state[f"{own}down.weight"] = torch.cat([state[f"{own}down.weight"], silent], dim=1)
    wide.load_state_dict(state)
    return wide


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and widen."""
    parser = argparse.ArgumentParser(prog="copydesk.training.widen", description=__doc__)
    parser.add_argument("model", type=Path, metavar="IN")
    parser.add_argument("out", type=Path, metavar="OUT.pt")
    parser.add_argument("--inner", type=int, required=True, help="units a layer")
    parser.add_argument("--unit", choices=["gelu", "relu"], default="gelu")
    parser.add_argument("--of", type=Path, required=True, help="the larger network")
    parser.add_argument("--layers", type=int, nargs="+", required=True, help="of it, from 0")
    parser.add_argument("--texts", type=Path, required=True, help="JSON Lines with texts to sample")
    options = parser.parse_args(arguments)
    small, large = start.from_file(options.model), start.from_file(options.of).eval()
    size = replace(small.size, inner=options.inner, unit=options.unit)
    windows = sample_windows(options.texts, random.Random(1))
    network.save(widened(small, size, large, options.layers, windows), options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
