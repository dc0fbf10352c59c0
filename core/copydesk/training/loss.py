"""What the encoder learns from: cross entropy of each head over the words that were annotated.

A student also learns from its teacher's scores (Hinton et al. 2015) and, at first, from its states
(Jiao et al. 2020, TinyBERT), at every word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from copydesk.language.tagset import HEADS, NAME_LABELS
from copydesk.training.examples import UNKNOWN, Example
from copydesk.training.network import Read

_WEIGHTS = (1.0, 3.0, 3.0, 3.0)
"""Of the heads. One text in four has attributions, whose heads would fall behind the names."""
_EARLY = 0.1
"""What the early scores of a word that is read on count for; of the others they are the scores."""
_MISC = 1 + 2 * NAME_LABELS.index("MISC")


def tag_loss(scores: Tensor, tags: Tensor, examples: Sequence[Example]) -> Tensor:
    """Sum over the heads of B × W × SCORES against B × W × heads, a word's mean."""
    count = sum(len(e.words) for e in examples)
    blind = torch.tensor([not e.misc for e in examples])
    total = scores.new_zeros(())
    for h, head in enumerate(HEADS):
        likely = F.log_softmax(scores[:, :, head.low : head.high], dim=2)
        if h == 0 and blind.any():
            likely = _misc_unseen(likely, blind)
        lost = F.nll_loss(
            likely.flatten(0, 1), tags[:, :, h].flatten(), ignore_index=UNKNOWN, reduction="sum"
        )
        total = total + _WEIGHTS[h] * lost
    return total / count


def _misc_unseen(likely: Tensor, blind: Tensor) -> Tensor:
    """Where MISC was not annotated, a word tagged O may be MISC: O gets the sum of both."""
    outside = likely[:, :, [0, _MISC, _MISC + 1]].logsumexp(2, keepdim=True)
    merged = torch.cat([outside, likely[:, :, 1:]], dim=2)
    return torch.where(blind[:, None, None], merged, likely)


@dataclass(frozen=True, slots=True)
class StudentLoss:
    """The divergence from the teacher's probabilities at each word, and a share of `tag_loss`.

    For the first part of the training also how far the student's states are from its teacher's.
    """

    layers: Sequence[int] = ()
    """Whose states are to be those of the lesson, in its order."""
    until: float = 0.5
    """The part of the training in which they are."""
    gold: float = 0.4
    """How much the tags count, against the teacher's scores."""

    def __call__(
        self, read: Read, tags: Tensor, examples: Sequence[Example], done: float
    ) -> Tensor:
        """The loss of a batch; `done` is the part of the training that is over."""
        lessons = [e.lesson for e in examples if e.lesson]
        if len(lessons) < len(examples):
            raise ValueError("an example without its teacher's scores")
        soft = _padded([lesson.scores for lesson in lessons], read.scores)
        present = torch.zeros(read.scores.shape[:2], dtype=torch.bool)
        for row, example in enumerate(examples):
            present[row, 1 : len(example.words) + 1] = True  # behind [CLS]
        total = _divergence(read.scores[present], soft[present])
        total = total + self.gold * tag_loss(read.scores, tags, examples)
        if read.early is not None and read.stays is not None:
            longer = present & read.stays
            total = total + _EARLY * _divergence(read.early[longer], soft[longer])
        if done < self.until:
            for place, layer in enumerate(self.layers):
                own = read.states[layer]
                wanted = _padded([lesson.states[place] for lesson in lessons], own)
                total = total + _distance(own[present], wanted[present])
        return total


def _divergence(scores: Tensor, soft: Tensor) -> Tensor:
    """A word's mean, for N × SCORES."""
    total = scores.new_zeros(())
    for h, head in enumerate(HEADS):
        wanted, likely = (F.log_softmax(x[:, head.low : head.high], dim=1) for x in (soft, scores))
        apart = F.kl_div(likely, wanted, reduction="batchmean", log_target=True)
        total = total + _WEIGHTS[h] * apart
    return total


def _distance(states: Tensor, wanted: Tensor) -> Tensor:
    """The mean square of the difference, in units of the variance, for N × width."""
    return F.mse_loss(states, wanted) / wanted.var(0).mean()


def _padded(rows: Sequence[NDArray[np.float16]], like: Tensor) -> Tensor:
    """What a teacher said of the words of each example, as B × W × columns."""
    padded = torch.zeros_like(like)
    for place, row in enumerate(rows):
        padded[place, 1 : len(row) + 1] = torch.from_numpy(row.astype(np.float32))  # behind [CLS]
    return padded
