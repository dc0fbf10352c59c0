"""From scores to spans: the best allowed sequence of BIO tags for each line of a text."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.language.analysis import TaggedSpan
from copydesk.language.tagset import HEADS, Head
from copydesk.language.tokens import Token

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


class Costs(NamedTuple):
    """What a change of tag costs, in nats; found on development data."""

    open: float
    close: float
    adjoin: float
    """A span that opens right behind another."""


_NAME_COSTS = Costs(0.6, 0.6, 0.6)
_ATTRIBUTION_COSTS = Costs(0.0, 2.0, 2.0)
_GAINS = {"content": 0.0, "source": 3.0, "cue": 4.0}
"""What a span of each label gains, in nats: a content is of no use without its source and cue."""
_CERTAIN = -1e-4
"""With a log probability above this, O is taken without a search."""
_FORBIDDEN = np.float32(-1e4)
_BREAK = re.compile("\n")


def log_probabilities(scores: Scores) -> list[Scores]:
    """The log probabilities of each head's tags, tokens × tags; `scores` has all heads' columns."""
    return [head_log_probabilities(scores, head) for head in HEADS]


def best_paths(likely: Sequence[Scores], after_break: Flags) -> Places:
    """The best allowed tags, tokens × heads, from the log probabilities of each head.

    I follows only B or I of its label. `after_break` marks the first token of each line, where no
    span goes on.
    """
    names, *others = likely
    gains = np.array([[0.0, _GAINS[head.labels[0]], 0.0] for head in HEADS[1:]], dtype=np.float32)
    joined = np.concatenate(others) + np.repeat(gains, len(names), axis=0)
    name_path = _best_path(names, after_break, _NAME_COSTS)
    path = _best_path(joined, np.tile(after_break, len(others)), _ATTRIBUTION_COSTS)
    return np.column_stack([name_path, *path.reshape(len(others), -1)])


def head_log_probabilities(scores: Scores, head: Head) -> Scores:
    """The log probabilities of one head's tags, tokens × tags."""
    own = scores[:, head.low : head.high]
    own = own - _greatest(own)[:, None]
    likely: Scores = own - np.log(np.exp(own).sum(1, keepdims=True))
    return likely


def _greatest(rows: Scores) -> Scores:
    """The greatest of each row; many times faster than `max(1)` where the rows are short."""
    return reduce(np.maximum, rows.T)


def _best_path(likely: Scores, after_break: Flags, costs: Costs) -> Places:
    """The tags with the greatest sum of log probabilities less costs (Viterbi).

    Runs of tokens that hang together are searched side by side, the longest first: the rows of
    each step stand together, and those whose run goes on stand first.
    """
    tags = np.zeros(len(likely), dtype=np.int64)
    certain = likely[:, 0] >= _CERTAIN
    parted = _parted(likely, costs)
    first = after_break | np.append(True, (parted | certain)[:-1])
    unsure = np.flatnonzero(~(certain | (parted & first)))
    if not len(unsure):
        return tags
    starts = np.flatnonzero(first[unsure])
    lengths = np.diff(np.append(starts, len(unsure)))
    steps = np.arange(len(unsure)) - np.repeat(starts, lengths)
    order = np.lexsort((np.repeat(-lengths, lengths), steps))
    ends = np.cumsum(np.bincount(steps)).tolist()
    rows = [slice(start, end) for start, end in pairwise([0, *ends])]
    tags[unsure[order]] = _searched(likely[unsure[order]], rows, costs)
    return tags


def _parted(likely: Scores, costs: Costs) -> Flags:
    """Which tokens are O on the best path, so that what follows may be searched apart.

    O leads there by what it is likelier than the others, less what closing a span costs, whatever
    came before. With as great a lead as opening a span there costs, a span that goes on behind it
    is never better than one that opens behind it.
    """
    outside, begin, inside = likely[:, 0], likely[:, 1::2], likely[:, 2::2]
    lead = outside - _greatest(np.maximum(begin, inside)) - costs.close
    opening = np.maximum(
        _greatest(inside - begin) + costs.open, max(0.0, costs.open - costs.adjoin)
    )
    return np.append(lead[:-1] >= opening[1:], False)


def _searched(likely: Scores, steps: Sequence[slice], costs: Costs) -> Places:
    """Viterbi over the rows of each step, the n-th of which follows the n-th of the step before."""
    total = likely.copy()
    total[steps[0], 1::2] -= costs.open
    total[steps[0], 2::2] = _FORBIDDEN
    outside, begin, inside = total[:, 0], total[:, 1::2], total[:, 2::2]
    for earlier, rows in pairwise(steps):
        before = slice(earlier.start, earlier.start + rows.stop - rows.start)
        within = np.maximum(begin[before], inside[before])
        best, empty = _greatest(within), outside[before]
        outside[rows] += np.maximum(empty, best - costs.close)
        begin[rows] += np.maximum(empty - costs.open, best - costs.adjoin)[:, None]
        inside[rows] += within
    return _traced(total.argmax(1), _sources(total, costs), steps)


def _sources(total: Scores, costs: Costs) -> Places:
    """For each row and each tag of the row that follows it, the tag by which that is reached."""
    outside, begin, inside = total[:, 0], total[:, 1::2], total[:, 2::2]
    within = np.maximum(begin, inside)
    label = within.argmax(1)
    place = np.arange(len(label))
    best = within[place, label]
    sources = np.zeros(total.shape, dtype=np.int64)
    sources[:, 2::2] = 1 + 2 * np.arange(begin.shape[1]) + (inside > begin)
    best_tag = sources[place, 2 + 2 * label]
    sources[:, 0] = (best - costs.close > outside) * best_tag
    adjoins = best - costs.adjoin > outside - costs.open
    sources[:, 1::2] = (adjoins * best_tag)[:, None]
    return sources


def _traced(tags: Places, sources: Places, steps: Sequence[slice]) -> Places:
    """Follow the paths from the best tag of each run's last token to its first token."""
    places = np.arange(len(tags))
    for earlier, rows in reversed(list(pairwise(steps))):
        before = places[earlier.start : earlier.start + rows.stop - rows.start]
        tags[before] = sources[before, tags[rows]]
    return tags


def spans(
    tokens: Sequence[Token], scores: Scores, after_break: Flags
) -> Iterator[list[TaggedSpan]]:
    """The spans of each head, in text order; none crosses a line break."""
    if not tokens:
        yield from ([] for _ in HEADS)
        return
    likely = log_probabilities(scores)
    paths = best_paths(likely, after_break)
    for h, head in enumerate(HEADS):
        yield _spans(tokens, likely[h], paths[:, h], head)


def _spans(tokens: Sequence[Token], likely: Scores, path: Places, head: Head) -> list[TaggedSpan]:
    goes_on = (path > 0) & (path % 2 == 0)
    starts = np.flatnonzero(path % 2)
    ends = np.flatnonzero((path > 0) & ~np.append(goes_on[1:], False)) + 1
    if not len(starts):
        return []
    certain = np.exp(likely[np.arange(len(path)), path])
    sums = np.add.reduceat(np.append(certain, 0), np.column_stack([starts, ends]).ravel())[::2]
    return [
        TaggedSpan(
            tokens[start].start,
            tokens[end - 1].end,
            head.labels[(path[start] - 1) // 2],
            round(total / (end - start), 4),
        )
        for start, end, total in zip(starts.tolist(), ends.tolist(), sums.tolist(), strict=True)
    ]


def line_starts(text: str, tokens: Sequence[Token]) -> Flags:
    """Which tokens are the first of their line."""
    begins = np.fromiter((t.start for t in tokens), dtype=np.int64, count=len(tokens))
    breaks = [match.start() for match in _BREAK.finditer(text)]
    first = np.zeros(len(tokens), dtype=bool)
    lines = np.searchsorted(begins, [0, *breaks])
    first[lines[lines < len(tokens)]] = True
    return first
