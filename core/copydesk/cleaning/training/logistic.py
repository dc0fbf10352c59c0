"""Logistic regression with a ridge penalty, by Newton's method."""

import numpy as np

from copydesk.cleaning.features import NAMES, Matrix
from copydesk.cleaning.probability import BIAS, Logistic
from copydesk.cleaning.training.pages import Examples

RIDGE = 50.0
"""L2 penalty on the weights of the standardised features, chosen by cross-validation over sites."""

STEPS = 12
"""More than enough to converge."""

LEAST_CURVATURE = 1e-4
"""Keeps the steps finite where all pieces are sure."""


def logistic(known: Examples) -> Logistic:
    """Learn the weights."""
    mean, deviation = known.rows.mean(axis=0), known.rows.std(axis=0) + 1e-9
    model = Logistic(mean, deviation, np.zeros(len(mean)), 0.0)
    columns = np.column_stack([model.standardised(known.rows), np.ones(len(known.rows))])
    penalty = np.append(np.full(len(mean), RIDGE), 0.0)
    weights = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        weights -= _newton_step(columns, known, weights, penalty)
    return model._replace(weights=weights[:-1], bias=float(weights[-1]))


def _newton_step(columns: Matrix, known: Examples, weights: Matrix, penalty: Matrix) -> Matrix:
    chance = 1 / (1 + np.exp(-columns @ weights))
    slope = columns.T @ (known.weights * (chance - known.is_body)) + penalty * weights
    curve = known.weights * np.maximum(chance * (1 - chance), LEAST_CURVATURE)
    return np.asarray(
        np.linalg.solve((columns.T * curve) @ columns + np.diag(penalty), slope), dtype=float
    )


def as_table(model: Logistic) -> dict[str, list[float]]:
    """Give mean, deviation and weight by the feature's name, and the bias."""
    table = {
        name: [float(f"{value:.5g}") for value in row]
        for name, row in zip(NAMES, np.column_stack(model[:3]).tolist(), strict=True)
    }
    return {**table, BIAS: [0.0, 1.0, round(model.bias, 5)]}
