"""Teach a small network: `python -m copydesk.training.distil OUT --teacher MODEL --start MODEL …`.

The student sees the texts of `--names`, `--no-misc` and `--quotes` with their tags, and those of
`--untagged` (CoNLL files whose tags are not read) and of `--texts` with its teacher's scores alone.
The teacher reads each window once, as it is printed; the student may meet it in capitals or with
words not known (`examples.varied`).
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from copydesk.training import start
from copydesk.training.examples import Example, Lesson, batched, collated, examples_of, varied
from copydesk.training.loss import StudentLoss
from copydesk.training.network import Network, freeze_before_exit, with_exit
from copydesk.training.swap import swapped
from copydesk.training.texts import Source
from copydesk.training.train import parser_of, prepared, train


@torch.no_grad()
def taught(
    teacher: Network, examples: Sequence[Example], most_pieces: int, layers: Sequence[int] = ()
) -> list[Example]:
    """The examples with their teacher's scores, and with its states after some layers.

    A million words take 770 MB a layer of 384.
    """
    found = []
    for batch in batched(examples, most_pieces, random.Random(1)):
        with torch.autocast("cpu", torch.bfloat16):
            states, scores, *_ = teacher(collated(batch)[0])
        for row, example in enumerate(batch):
            words = slice(1, len(example.words) + 1)  # behind [CLS]
            soft, *deep = (
                v[row, words].half().numpy() for v in (scores, *map(states.__getitem__, layers))
            )
            found.append(example._replace(lesson=Lesson(soft, np.array(deep))))
    return found


def epochs(
    examples: Sequence[Example], options: argparse.Namespace, dice: random.Random
) -> Iterator[list[Example]]:
    """Batches without end, each window once an epoch, varied anew."""
    shares = {"recased": options.recased, "masked": options.masked}
    while True:
        seen = [varied(e, dice, **shares) for e in examples]
        yield from batched(seen, options.batch_pieces, dice)


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and train."""
    parser = parser_of("distil", __doc__)
    parser.add_argument("--untagged", nargs="*", default=[], help="CoNLL files, tags not read")
    parser.add_argument("--texts", nargs="*", default=[], help="JSON Lines with texts")
    parser.add_argument("--teacher", type=Path, required=True, metavar="MODEL")
    parser.add_argument("--start", type=Path, required=True, metavar="MODEL")
    parser.add_argument(
        "--match", nargs="*", default=[], metavar="OWN=ITS", help="layers, from 0, of like states"
    )
    parser.add_argument("--match-until", type=float, default=0.5, help="part of the training")
    parser.add_argument("--exit", type=int, help="the layers before an early exit, if it is new")
    parser.add_argument(
        "--behind-exit", action="store_true", help="train only what comes behind it, and its head"
    )
    parser.add_argument("--swapped", action="store_true", help="also with other names in them")
    parser.add_argument("--gold", type=float, default=0.4, help="what the tags count for")
    parser.add_argument("--recased", type=float, default=0.06, help="part of the windows")
    parser.add_argument("--masked", type=float, default=0.04, help="part of the words")
    options = parser.parse_args(arguments)
    dice, sources = prepared(options)
    sources += [Source(f, "untagged") for f in options.untagged]
    sources += [Source(f, "texts") for f in options.texts]
    examples = [e for s in sources for t in s.texts(dice) for e in examples_of(t)]
    print(f"{len(examples)} windows, {sum(e.pieces for e in examples)} pieces", flush=True)
    pairs = [tuple(map(int, pair.split("="))) for pair in options.match]
    own, its = zip(*pairs, strict=True) if pairs else ((), ())
    teacher = start.from_file(options.teacher).eval()
    examples = taught(teacher, examples, options.batch_pieces, its)
    if options.swapped:
        examples += taught(teacher, swapped(examples, dice), options.batch_pieces, its)
    print("taught", flush=True)
    loss = StudentLoss(own, options.match_until, options.gold)
    batches = epochs(examples, options, dice)
    student = start.from_file(options.start)
    if options.exit is not None:
        student = with_exit(student, options.exit)
    if options.behind_exit:
        freeze_before_exit(student)
    train(student, batches, loss, options)


if __name__ == "__main__":
    main(sys.argv[1:])
