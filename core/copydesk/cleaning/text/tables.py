"""A linear model over coded features: for each feature a table of weights, one row a code."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Codes = NDArray[np.intp]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Column(NamedTuple):
    """A feature: for each line a code below `size`."""

    codes: Codes
    size: int

    def shifted(self, by: int) -> "Column":
        """Each line's code for a neighbour, `by` 1 the line before, -1 the one after.

        Where there is none it is a code of its own.
        """
        moved = np.full_like(self.codes, self.size)
        if 0 < by < len(moved):
            moved[by:] = self.codes[:-by]
        elif by < 0 and -by < len(moved):
            moved[:by] = self.codes[-by:]
        return Column(moved, self.size + 1)

    def only(self, lines: slice) -> "Column":
        """The column for some of the lines."""
        return Column(self.codes[lines], self.size)


Columns = Mapping[str, Column]
"""The features by name."""


class Tables(NamedTuple):
    """A weight for every code of every feature."""

    weights: Mapping[str, Floats]

    def scores(self, columns: Columns) -> Floats:
        """The sum of each line's weights."""
        rows = (table[columns[name].codes] for name, table in self.weights.items())
        return sum(rows, np.zeros(()))


def _text_of(name: str) -> str:
    return (files("copydesk.cleaning.text") / f"{name}.json").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def tables(name: str) -> Tables:
    """A learned model: `joins`."""
    learned: dict[str, list[float]] = json.loads(_text_of(name))
    return Tables({key: np.asarray(rows, dtype=np.float64) for key, rows in learned.items()})


class Lexicon(NamedTuple):
    """What the words of a line say of it."""

    leanings: Mapping[str, float]
    """For each word that tells the log-odds of its being in furniture rather than in a body."""
    wording: Mapping[str, float]
    """For words and pairs of words the weight with which they speak for a body."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The learned one."""
    return Lexicon(json.loads(_text_of("leanings")), json.loads(_text_of("wording")))


def bucketed(values: ArrayLike, cuts: tuple[float, ...]) -> Column:
    """Numbers coded by the interval they fall in: 0 below the first cut."""
    codes = np.searchsorted(np.asarray(cuts), np.asarray(values, dtype=np.float64), side="right")
    return Column(codes, len(cuts) + 1)


def coded(values: ArrayLike, size: int) -> Column:
    """Codes as they are, those past the last one counted as it."""
    return Column(np.minimum(np.asarray(values, dtype=np.intp), size - 1), size)


def constant(lines: int, code: int, size: int) -> Column:
    """One code for every line."""
    return Column(np.full(lines, code, dtype=np.intp), size)


def crossed(first: Column, *others: Column) -> Column:
    """A feature with a code for every combination of its parts' codes."""
    codes, size = first
    for other in others:
        codes, size = codes * other.size + other.codes, size * other.size
    return Column(codes, size)
