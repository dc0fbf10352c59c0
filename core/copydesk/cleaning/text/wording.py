"""Whether lines are worded like articles or like furniture: a linear model over their words."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from copydesk.cleaning.text.shapes import BARE
from copydesk.cleaning.text.tables import Floats
from copydesk.cleaning.text.vicinity import shifted, sums

_READ = 60
"""Words of a line that are read, and the characters in which they stand."""
_LETTERS = 600
_LONE = f"{BARE}\uac00-\ud7a3"
_TOKEN = re.compile(rf"[{_LONE}]|[^\W\d_{_LONE}]+|\d+|[^\w\s]")
_FIGURE = "0"
"""What stands for any number."""
_FIRST, _LAST = "^", "$"
"""What stands before a line's first word and behind its last."""
_REACHES = (4, 12)
"""Lines to either side whose wording is averaged."""
_HEAVIEST = 40
"""Words up to which a line counts for the average by its length."""
_FEW = 3.0
"""Words that an average is drawn to nothing by."""


def grams_of(text: str) -> set[str]:
    """The words and marks of a line's start, small, and the pairs of neighbours."""
    found = _TOKEN.findall(text[:_LETTERS].lower())[:_READ]
    tokens = [_FIGURE if token.isdigit() else token for token in found]
    return {*tokens, *map(" ".join, pairwise((_FIRST, *tokens, _LAST)))}


def scale_of(grams: set[str]) -> float:
    """What a line's weights are divided by, so that a long line does not weigh more."""
    return math.sqrt(len(grams))


def worded(texts: Sequence[str], weights: Mapping[str, float], words: Floats) -> dict[str, Floats]:
    """How much the words of each line speak for an article; the same beside it and around it."""
    known: dict[str, float] = {}
    for text in texts:
        if text not in known:
            grams = grams_of(text)
            known[text] = sum(filter(None, map(weights.get, grams))) / scale_of(grams)
    score = np.array([known[text] for text in texts])
    found = {"worded": score, "worded-1": shifted(score, -1), "worded+1": shifted(score, 1)}
    return found | averaged("worded", score, np.minimum(words, _HEAVIEST), _REACHES)


def averaged(
    name: str, values: Floats, weights: Floats, reaches: Sequence[int]
) -> dict[str, Floats]:
    """The weighted means of the values of some lines before each line and after it."""
    found = {}
    for reach in reaches:
        totals, masses = sums(values * weights, reach), sums(weights, reach)
        for side, total, mass in zip(("before", "after"), totals, masses, strict=True):
            found[f"{name}_{side}{reach}"] = total / (mass + _FEW)
    return found
