from itertools import pairwise

import numpy as np
import pytest

from copydesk.language import decode
from copydesk.language.decode import (
    _ATTRIBUTION_COSTS,
    _GAINS,
    _NAME_COSTS,
    best_paths,
    line_starts,
    log_probabilities,
)
from copydesk.language.tagset import HEADS, SCORES
from copydesk.language.tokens import tokenise


def exhaustive(likely, costs):
    """The same search without any shortcut: Viterbi over one line, one step after the other."""
    count = likely.shape[1]
    steps = np.zeros((count, count))
    for before in range(count):
        for after in range(count):
            if after and after % 2 == 0:
                allowed = before in (after - 1, after)
                steps[before, after] = 0 if allowed else -1e6
            elif after:
                steps[before, after] = -(costs.adjoin if before else costs.open)
            else:
                steps[before, after] = -costs.close if before else 0
    total = likely[0] + steps[0]
    back = []
    for row in likely[1:]:
        back.append((total[:, None] + steps).argmax(0))
        total = (total[:, None] + steps).max(0) + row
    path = [int(total.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize("lead", [0, 3, 6], ids=["dense", "mixed", "sparse"])
@pytest.mark.parametrize("seed", range(5))
def test_the_best_paths_of_all_lines_are_found(seed, lead, monkeypatch):
    monkeypatch.setattr(decode, "_CERTAIN", 1.0)
    dice = np.random.default_rng(seed)
    scores = dice.normal(0, 2, (120, SCORES)).astype(np.float32)
    scores[:, [head.low for head in HEADS]] += lead
    first = dice.random(120) < 0.1
    first[0] = True
    paths = best_paths(log_probabilities(scores), first)
    bounds = [*np.flatnonzero(first), 120]
    for h, head in enumerate(HEADS):
        costs = _ATTRIBUTION_COSTS if h else _NAME_COSTS
        likely = log_probabilities(scores)[h].astype(np.float64)
        likely[:, 1] += _GAINS.get(head.labels[0], 0.0)
        expected = [t for a, b in pairwise(bounds) for t in exhaustive(likely[a:b], costs)]
        assert paths[:, h].tolist() == expected


def test_one_doubtful_word_does_not_cut_a_content():
    content = HEADS[1]
    scores = np.zeros((7, SCORES), dtype=np.float32)
    for at, tag in enumerate([0, 1, 2, 2, 2, 2, 0]):
        scores[at, content.low + tag] = 4
    scores[3, content.low] = 4.5
    first = np.array([True] + [False] * 6)
    assert best_paths(log_probabilities(scores), first)[:, 1].tolist() == [0, 1, 2, 2, 2, 2, 0]


def test_tokens_that_open_a_line_are_marked():
    text = "\n\nOne two\n\nthree\n"
    assert line_starts(text, tokenise(text)).tolist() == [True, False, True]
