"""How likely each piece of a page is part of its body: boosted trees and a logistic regression.

The trees know which features go together; the regression, being smooth, keeps them from odd
turns on pages unlike those that they learned from.
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from copydesk.cleaning.features import NAMES, Matrix
from copydesk.cleaning.trees import forest_in, log_odds

TREES = 0.7
"""The trees' share of the score; the rest is the regression's. Chosen by cross-validation."""

FARTHEST = 4.0
"""Standard deviations from the mean beyond which a feature says no more."""

BIAS = "bias"


class Logistic(NamedTuple):
    """A logistic regression over standardised features."""

    mean: Matrix
    deviation: Matrix
    weights: Matrix
    bias: float

    def standardised(self, rows: Matrix) -> Matrix:
        """Give the features in standard deviations from their means."""
        return np.asarray(np.clip((rows - self.mean) / self.deviation, -FARTHEST, FARTHEST))

    def score(self, rows: Matrix) -> Matrix:
        """Give the log-odds of each row."""
        return np.asarray(self.standardised(rows) @ self.weights + self.bias)


def body_probability(rows: Matrix) -> Matrix:
    """Give each piece's probability of being part of the body."""
    if not len(rows):
        return np.zeros(0)
    forest = forest_in("data/html_trees.json", NAMES)
    return mixed(log_odds(forest, rows), _logistic().score(rows))


def mixed(trees: Matrix, regression: Matrix) -> Matrix:
    """Give the probabilities that the log-odds of both parts make."""
    score = TREES * trees + (1 - TREES) * regression
    return np.asarray(1.0 / (1.0 + np.exp(-score)))


@lru_cache(maxsize=1)
def _logistic() -> Logistic:
    """Read `data/html_weights.json`; `copydesk.cleaning.training` wrote it."""
    text = files("copydesk.cleaning").joinpath("data/html_weights.json").read_text("utf-8")
    table = json.loads(text)
    mean, deviation, weights = np.array([table[name] for name in NAMES]).T
    return Logistic(mean, deviation, weights, table[BIAS][-1])
