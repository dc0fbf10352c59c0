"""Which lines of a dump are the article's body: the learned line model applied."""

import numpy as np

from copydesk.cleaning.text.features import Facts
from copydesk.cleaning.text.tables import Flags, Floats, tables

_BESIDE = 3
"""Lines from a body line within which a doubtful paragraph is believed to go on with it."""
_DOUBTFUL = -1.3
"""Log-odds down to which a paragraph is doubtful."""
_PARAGRAPH_WORDS = 15
"""Words from which a line that ends a sentence is a paragraph."""


def body_lines(facts: Facts) -> Flags:
    """Mark the lines that are the article's body; where none seems to be, the likeliest."""
    scores = tables("body").scores(facts.columns)
    sure = scores > 0
    if sure.any():
        return sure | _continued(scores, sure, facts.prose)
    if facts.prose.any():
        return facts.prose > 0
    likeliest: Flags = scores == scores.max()
    return likeliest


def _continued(scores: Floats, sure: Flags, prose: Floats) -> Flags:
    """The doubtful paragraphs close to a body line."""
    total = np.concatenate(([0], np.cumsum(sure)))
    at = np.arange(len(sure))
    near = total[np.minimum(at + _BESIDE + 1, len(sure))] - total[np.maximum(at - _BESIDE, 0)]
    doubtful: Flags = (scores > _DOUBTFUL) & (prose >= _PARAGRAPH_WORDS) & (near > 0)
    return doubtful
