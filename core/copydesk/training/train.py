"""Train the encoder: `python -m copydesk.training.train OUT --names FILE … --quotes FILE …`.

Every FILE is a path, with `=WEIGHT` behind it to read it more or less often than once an epoch.
The model card beside the weights has the full command of the release.
"""

import argparse
import copy
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from copydesk.training import network, start
from copydesk.training.examples import Example, batched, collated, examples_of, varied
from copydesk.training.loss import tag_loss
from copydesk.training.network import Batch, Network, Read, Size
from copydesk.training.texts import Source

_WARM_UP = 0.03  # of all steps
_LAST_RATE = 0.02  # of the learning rate, at the last step
_HEAD_RATE = 5.0  # times the body's learning rate
_AVERAGE = 0.997  # decay of the moving average of the weights, a step
_REPORT = 25  # steps


def epochs(
    sources: Sequence[Source], most_pieces: int, dice: random.Random
) -> Iterator[list[Example]]:
    """Batches without end, one epoch after the other."""
    while True:
        texts = (t for s in sources for t in s.texts(dice))
        examples = [varied(e, dice) for t in texts for e in examples_of(t)]
        print(
            f"epoch: {len(examples)} windows, {sum(e.pieces for e in examples)} pieces", flush=True
        )
        yield from batched(examples, most_pieces, dice)


def rate(done: float) -> float:
    """The part of the learning rate when so much is done: up in a line, then down a cosine."""
    if done < _WARM_UP:
        return max(done, 0.001) / _WARM_UP
    fall = (1 + math.cos(math.pi * (done - _WARM_UP) / (1 - _WARM_UP))) / 2
    return _LAST_RATE + (1 - _LAST_RATE) * fall


Loss = Callable[[Read, Tensor, Sequence[Example], float], Tensor]
"""Of what was read, the tags, their examples, and how much of the training is done, 0 to 1."""


def train(
    model: Network, batches: Iterator[list[Example]], loss_of: Loss, options: argparse.Namespace
) -> None:
    """Train in place, leaving the averaged weights in `OUT/average.pt` every few minutes."""
    network.set_dropout(model, options.dropout)
    optimiser = optimiser_of(model)
    average = copy.deepcopy(model)
    begun = saved = time.monotonic()
    smooth = pieces = 0.0
    step, done = 0, 0.0
    while done < 1:
        step += 1
        for group in optimiser.param_groups:
            group["lr"] = options.rate * group["times"] * rate(done)
        examples = next(batches)
        batch, tags = collated(examples)
        lost = _learn(model, optimiser, loss_of(_read(model, batch), tags, examples, done))
        update_average(average, model, step)
        smooth, pieces = 0.98 * smooth + 0.02 * lost, pieces + sum(e.pieces for e in examples)
        spent = time.monotonic() - begun
        done = max(step / options.steps, spent / (60 * options.minutes))
        if step % _REPORT == 0 or done >= 1:
            print(
                f"{step} {done:.3f} loss {smooth / (1 - 0.98**step):.4f} "
                f"{spent:.0f} s {pieces / spent:.0f} pieces/s",
                flush=True,
            )
        if time.monotonic() - saved > options.save_every or done >= 1:
            network.save(average, options.out / "average.pt")
            saved = time.monotonic()


def optimiser_of(model: Network) -> torch.optim.Optimizer:
    """AdamW over all but the word vectors; a group's `times` is its share of the learning rate."""
    model.word.weight.requires_grad_(False)
    head = [*model.out.parameters(), *model.shape.parameters()]
    if model.size.exit is not None:
        head += model.early.parameters()
    others = {id(p) for p in head}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in others]
    head = [p for p in head if p.requires_grad]
    groups = [{"params": body, "times": 1.0}, {"params": head, "times": _HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _read(model: Network, batch: Batch) -> Read:
    with torch.autocast("cpu", torch.bfloat16):
        read: Read = model(batch)
    return read._replace(states=[s.float() for s in read.states], scores=read.scores.float())


def _learn(model: Network, optimiser: torch.optim.Optimizer, loss: Tensor) -> float:
    """One step; gives back the loss as a number."""
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    lost: float = loss.item()
    return lost


@torch.no_grad()
def update_average(average: Network, model: Network, step: int) -> None:
    """Move the averaged weights towards the present ones."""
    share = 1 - min(_AVERAGE, step / (step + 10))
    for old, new in zip(average.parameters(), model.parameters(), strict=True):
        if new.requires_grad:
            old.lerp_(new, share)


def parser_of(name: str, description: str) -> argparse.ArgumentParser:
    """The arguments of a training: where to, from which files, how long."""
    parser = argparse.ArgumentParser(prog=f"copydesk.training.{name}", description=description)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for average.pt")
    parser.add_argument("--names", nargs="*", default=[], help="CoNLL files")
    parser.add_argument("--no-misc", nargs="*", default=[], help="CoNLL files without MISC")
    parser.add_argument("--quotes", nargs="*", default=[], help="JSON Lines of quotations")
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end here at the latest")
    parser.add_argument("--batch-pieces", type=int, default=4096)
    parser.add_argument("--rate", type=float, default=1.6e-4)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=float, default=240, help="seconds")
    return parser


def prepared(options: argparse.Namespace) -> tuple[random.Random, list[Source]]:
    """Seeds, threads, the folder OUT; and the files as sources."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    kinds = {"names": options.names, "no-misc": options.no_misc, "quotes": options.quotes}
    sources = [Source(f, kind) for kind, paths in kinds.items() for f in paths]
    return random.Random(options.seed), sources


def _loss(read: Read, tags: Tensor, examples: Sequence[Example], _: float) -> Tensor:
    return tag_loss(read.scores, tags, examples)


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and train."""
    parser = parser_of("train", __doc__)
    parser.add_argument(
        "--start",
        type=Path,
        help="a .pt file or a release's .onnx; otherwise the base encoder",
    )
    parser.add_argument("--piece-layers", type=int, default=3)
    options = parser.parse_args(arguments)
    dice, sources = prepared(options)
    if options.start:
        model = start.from_file(options.start, options.piece_layers)
    else:
        model = start.from_base(Size(piece_layers=options.piece_layers))
    train(model, epochs(sources, options.batch_pieces, dice), _loss, options)


if __name__ == "__main__":
    main(sys.argv[1:])
