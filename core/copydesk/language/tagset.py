"""The tags of the encoder's heads, in the order of its scores."""

from typing import NamedTuple

NAME_LABELS = ("PER", "ORG", "LOC", "MISC")
ATTRIBUTION_LABELS = ("content", "source", "cue")


class Head(NamedTuple):
    """One BIO tagging: columns `low` to `high` of the scores; O, then B and I of each label."""

    labels: tuple[str, ...]
    low: int
    high: int


HEADS = (
    Head(NAME_LABELS, 0, 9),
    *(Head((label,), 9 + 3 * i, 12 + 3 * i) for i, label in enumerate(ATTRIBUTION_LABELS)),
)
SCORES = HEADS[-1].high
