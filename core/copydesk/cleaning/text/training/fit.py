"""Fitting weight tables: L-BFGS (Nocedal 1980) over any smooth loss, numpy alone."""

from collections.abc import Callable

import numpy as np

from copydesk.cleaning.text.tables import Columns, Floats, Tables

Loss = Callable[[Floats], tuple[float, Floats]]
"""Parameters to the loss and its gradient."""

_MEMORY = 10
_ARMIJO = 1e-4


def minimised(loss: Loss, start: Floats, *, steps: int) -> Floats:
    """The parameters after at most `steps` steps downhill."""
    at, (value, slope) = start, loss(start)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = -_scaled(slope, moves)
        reach = 1.0 if moves else 1.0 / max(1.0, float(np.linalg.norm(slope)))
        for _ in range(20):
            there = at + reach * way
            new, new_slope = loss(there)
            if new <= value + _ARMIJO * reach * float(slope @ way):
                break
            reach /= 2
        else:
            return at
        moves = [*moves, (there - at, new_slope - slope)][-_MEMORY:]
        done = value - new < 1e-6 * abs(value)
        at, value, slope = there, new, new_slope
        if done:
            return at
    return at


def _scaled(slope: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    """The two-loop recursion: the inverse Hessian's guess times the gradient."""
    way = slope.copy()
    used: list[float] = []
    for move, change in reversed(moves):
        used.append(float(move @ way) / max(float(move @ change), 1e-12))
        way -= used[-1] * change
    if moves:
        move, change = moves[-1]
        way *= float(move @ change) / max(float(change @ change), 1e-12)
    for move, change in moves:
        back = float(change @ way) / max(float(move @ change), 1e-12)
        way += (used.pop() - back) * move
    return way


def logistic(columns: Columns, truth: Floats, trust: Floats, *, ridge: float) -> Tables:
    """A logistic regression; `truth` is 0 or 1, `trust` a line's weight, `ridge` the L2 penalty."""
    sizes = [column.size for column in columns.values()]
    parts = np.split(np.arange(sum(sizes)), np.cumsum(sizes)[:-1])

    def loss(params: Floats) -> tuple[float, Floats]:
        weights = [params[part] for part in parts]
        score = Tables(dict(zip(columns, weights, strict=True))).scores(columns)
        error = trust * (1 / (1 + np.exp(-np.clip(score, -40, 40))) - truth)
        value = float(trust @ (np.logaddexp(0, score) - truth * score))
        slope = [np.bincount(c.codes, error, c.size) for c in columns.values()]
        return value + ridge * float(params @ params) / 2, np.concatenate(slope) + ridge * params

    found = minimised(loss, np.zeros(sum(sizes)), steps=90)
    return Tables({name: found[part] for name, part in zip(columns, parts, strict=True)})
