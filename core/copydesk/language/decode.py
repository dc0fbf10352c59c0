"""From scores to spans: the BIO tags of one head over all words of a text."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.language.analysis import TaggedSpan
from copydesk.language.tagset import Head
from copydesk.language.tokens import Token

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]


def spans(
    tokens: Sequence[Token], scores: Scores, head: Head, after_break: Flags
) -> Iterator[TaggedSpan]:
    """The spans of a head, in text order; none crosses a line break.

    `scores` is tokens × columns of all heads; `after_break` marks the first token of each line.
    An I tag that does not go on from a span of its label opens one.
    """
    own = scores[:, head.low : head.high]
    best = own.argmax(1)
    label = (best - 1) // 2  # -1 for O
    same = np.zeros(len(best), dtype=bool)
    same[1:] = label[1:] == label[:-1]
    goes_on = same & (best > 0) & (best % 2 == 0) & ~after_break
    starts = np.flatnonzero((best > 0) & ~goes_on)
    ends = np.flatnonzero((best > 0) & ~np.append(goes_on[1:], False)) + 1
    certain = _certainty(own)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield TaggedSpan(
            tokens[start].start,
            tokens[end - 1].end,
            head.labels[label[start]],
            round(float(certain[start:end].mean()), 4),
        )


def _certainty(own: Scores) -> Scores:
    """The probability of each word's best tag."""
    weights: Scores = np.exp(own - own.max(1, keepdims=True))
    certain: Scores = 1 / weights.sum(1)
    return certain


def line_starts(text: str, tokens: Sequence[Token]) -> Flags:
    """Which tokens are the first of their line."""
    begins = np.fromiter((t.start for t in tokens), dtype=np.int64, count=len(tokens))
    first = np.zeros(len(tokens), dtype=bool)
    at = text.find("\n")
    places = []
    while at >= 0:
        places.append(at)
        at = text.find("\n", at + 1)
    lines = np.searchsorted(begins, places)
    first[lines[lines < len(tokens)]] = True
    return first
