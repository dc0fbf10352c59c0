"""What the encoder learns from: cross entropy of each head over the words that were annotated.

A student also learns from its teacher's scores (Hinton et al. 2015), at every word.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from copydesk.language.tagset import HEADS, NAME_LABELS
from copydesk.training.examples import UNKNOWN, Example

_WEIGHTS = (1.0, 3.0, 3.0, 3.0)
"""Of the heads. One text in four has attributions, whose heads would fall behind the names."""
_GOLD_SHARE = 0.5
"""How much a student learns from the tags, against its teacher's scores."""
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


def student_loss(scores: Tensor, tags: Tensor, examples: Sequence[Example]) -> Tensor:
    """The divergence from the teacher's probabilities at each word, and a share of `tag_loss`."""
    soft, present = _taught(scores, examples)
    total = scores.new_zeros(())
    for h, head in enumerate(HEADS):
        part = slice(head.low, head.high)
        wanted, likely = (F.log_softmax(x[:, :, part], dim=2) for x in (soft, scores))
        apart = F.kl_div(likely, wanted, reduction="none", log_target=True).sum(2)
        total = total + _WEIGHTS[h] * apart[present].sum()
    return total / present.sum() + _GOLD_SHARE * tag_loss(scores, tags, examples)


def _taught(scores: Tensor, examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The teacher's scores beside those of the student, and where there are any."""
    soft = torch.zeros_like(scores)
    present = torch.zeros(scores.shape[:2], dtype=torch.bool)
    for row, example in enumerate(examples):
        if example.soft is not None:
            words = slice(1, len(example.words) + 1)  # behind [CLS]
            soft[row, words] = torch.from_numpy(example.soft.astype(np.float32))
            present[row, words] = True
    return soft, present
