"""What the encoder learns from: cross entropy of each head over the words that were annotated."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from copydesk.language.tagset import HEADS, NAME_LABELS
from copydesk.training.examples import UNKNOWN, Example

_ATTRIBUTION_WEIGHT = 3.0
"""One text in four has attributions; their three heads would fall behind the names."""
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
        total = total + lost * (1.0 if h == 0 else _ATTRIBUTION_WEIGHT)
    return total / count


def _misc_unseen(likely: Tensor, blind: Tensor) -> Tensor:
    """Where MISC was not annotated, a word tagged O may be MISC: O gets the sum of both."""
    outside = likely[:, :, [0, _MISC, _MISC + 1]].logsumexp(2, keepdim=True)
    merged = torch.cat([outside, likely[:, :, 1:]], dim=2)
    return torch.where(blind[:, None, None], merged, likely)
