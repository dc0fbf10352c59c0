"""Teach a small network: `python -m copydesk.training.distil OUT --teacher T.pt --start S.pt …`.

The student sees the texts of `--names`, `--no-misc` and `--quotes` with their tags, and those of
`--untagged` (CoNLL files whose tags are not read) with its teacher's scores alone. The teacher
reads each window once, as it is printed; the student may meet it in capitals or with words not
known (`examples.varied`).
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from copydesk.training import network
from copydesk.training.examples import Example, batched, collated, examples_of, varied
from copydesk.training.loss import student_loss
from copydesk.training.network import Network
from copydesk.training.texts import Source
from copydesk.training.train import parser_of, prepared, train


@torch.no_grad()
def taught(teacher: Network, examples: Sequence[Example], most_pieces: int) -> list[Example]:
    """The examples with their teacher's scores."""
    found = []
    for batch in batched(examples, most_pieces, random.Random(1)):
        with torch.autocast("cpu", torch.bfloat16):
            scores = teacher(collated(batch)[0]).float().numpy()
        for row, example in enumerate(batch):
            soft = scores[row, 1 : len(example.words) + 1].astype(np.float16)
            found.append(example._replace(soft=soft))
    return found


def epochs(
    examples: Sequence[Example], most_pieces: int, dice: random.Random
) -> Iterator[list[Example]]:
    """Batches without end, each window once an epoch, varied anew."""
    while True:
        yield from batched([varied(e, dice) for e in examples], most_pieces, dice)


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and train."""
    parser = parser_of("distil", __doc__)
    parser.add_argument("--untagged", nargs="*", default=[], help="CoNLL files, tags not read")
    parser.add_argument("--teacher", type=Path, required=True, metavar="T.pt")
    parser.add_argument("--start", type=Path, required=True, metavar="S.pt")
    options = parser.parse_args(arguments)
    dice, sources = prepared(options)
    sources += [Source(f, "untagged") for f in options.untagged]
    examples = [e for s in sources for t in s.texts(dice) for e in examples_of(t)]
    print(f"{len(examples)} windows, {sum(e.pieces for e in examples)} pieces", flush=True)
    examples = taught(network.load(options.teacher).eval(), examples, options.batch_pieces)
    print("taught", flush=True)
    train(
        network.load(options.start),
        epochs(examples, options.batch_pieces, dice),
        student_loss,
        options,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
