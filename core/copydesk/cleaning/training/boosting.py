"""Boosted trees, learned with LightGBM."""

import lightgbm

from copydesk.cleaning.training.pages import Examples

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 31,
    "max_depth": 6,
    "min_data_in_leaf": 60,
    "lambda_l2": 20,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "verbose": -1,
}
ROUNDS = 120
"""Chosen, as the rest, by cross-validation over sites."""


def boosted(known: Examples) -> lightgbm.Booster:
    """Learn the trees."""
    data = lightgbm.Dataset(known.rows, known.is_body, weight=known.weights)
    return lightgbm.train(PARAMETERS, data, ROUNDS)
