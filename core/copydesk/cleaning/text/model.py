"""Which lines of a dump are the article's body: the learned line model applied."""

import numpy as np
from numpy.typing import NDArray

from copydesk.cleaning.text.features import Facts
from copydesk.cleaning.text.tables import tables


def body_lines(facts: Facts) -> NDArray[np.bool_]:
    """Mark the lines that are the article's body; where none seems to be, the likeliest."""
    scores = tables("body").scores(facts.columns)
    if (scores > 0).any():
        return scores > 0
    if facts.prose.any():
        return facts.prose > 0
    likeliest: NDArray[np.bool_] = scores == scores.max()
    return likeliest
