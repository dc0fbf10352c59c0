"""Average trained networks: `python -m copydesk.training.average OUT.pt MODEL=SHARE …`.

A MODEL is a .pt file or a release's .onnx. The average of a network and the one that it
was tuned from is often better than both (Wortsman et al. 2022, WiSE-FT).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from copydesk.training import network, start


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and average."""
    parser = argparse.ArgumentParser(prog="copydesk.training.average", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT.pt")
    parser.add_argument("parts", nargs="+", metavar="MODEL=SHARE", help="the first gives the size")
    options = parser.parse_args(arguments)
    paths, shares = zip(*(part.rpartition("=")[::2] for part in options.parts), strict=True)
    first = start.from_file(Path(paths[0]))
    states = [start.from_file(Path(path), first.size.piece_layers).state_dict() for path in paths]
    parts = list(zip(map(float, shares), states, strict=True))
    mixed = {name: sum(share * state[name] for share, state in parts) for name in states[0]}
    first.load_state_dict(mixed)
    network.save(first, options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
