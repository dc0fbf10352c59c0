"""Average trained networks: `python -m copydesk.training.average OUT.pt MODEL=SHARE …`.

A MODEL is a .pt file or a release's .onnx. The average of a network and the one that it
was tuned from is often better than both (Wortsman et al. 2022, WiSE-FT).
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from copydesk.training import network, start


def averaged(shares: Sequence[float], states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight of the first, over those that have it: not all have an early exit."""
    mixed = {}
    for name in states[0]:
        parts = [(share, s[name]) for share, s in zip(shares, states, strict=True) if name in s]
        mixed[name] = sum((share * w for share, w in parts), torch.zeros(())) / sum(
            s for s, _ in parts
        )
    return mixed


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and average."""
    parser = argparse.ArgumentParser(prog="copydesk.training.average", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT.pt")
    parser.add_argument("parts", nargs="+", metavar="MODEL=SHARE", help="the first gives the size")
    options = parser.parse_args(arguments)
    paths, shares = zip(*(part.rpartition("=")[::2] for part in options.parts), strict=True)
    first = start.from_file(Path(paths[0]))
    states = [start.from_file(Path(path), first.size.piece_layers).state_dict() for path in paths]
    first.load_state_dict(averaged(list(map(float, shares)), states))
    network.save(first, options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
