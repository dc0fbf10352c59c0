"""What stands around each line of a dump, as numbers for the line model."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from copydesk.cleaning.text.cues import CATEGORIES, LAST_FURNITURE
from copydesk.cleaning.text.tables import Flags, Floats

_NEAR = (
    *("words", "prose", "end", "start", "stop", "capitals", "category", "whole", "leaning"),
    *("date", "shared", "bullet", "again", "sign", "shout", "gap"),
)
"""The features of which a line's neighbours tell something."""
_STEPS = (-2, -1, 1, 2)
_REACHES = (2, 5, 10, 25)
"""Lines to either side within which the prose is weighed."""
_COUNT_REACHES = (4, 12)
"""Lines to either side within which furniture, dates and words are counted."""
_LEANING_WORDS = 20
"""Words up to which a line's leaning counts by its length."""
_RUN_COST = 9.0
"""Words of prose that a line without any costs the run that the article is looked for in."""
_RUN_WORDS = 60.0
"""Words up to which a line counts for the run."""
_USUAL = 3.0
"""The logarithm of a paragraph's words that stands for that of a dump without prose."""
_TALLIED = ("share", "subscribe", "comment", "related", "navigation", "legal", "byline", "date")
"""The kinds of furniture phrase that are counted over the whole dump."""
_TALLY = 6.0
_CUES = 20.0
"""Numbers of phrases from which it does not matter how many there are."""
NOWHERE = 99.0
"""What stands for a neighbour's value, or for a distance, where there is none."""


def shifted(values: Floats, step: int) -> Floats:
    """Each line's value for the line `step` below it, or above it where `step` is negative."""
    moved = np.full_like(values, NOWHERE)
    if step > 0:
        moved[:-step] = values[step:]
    else:
        moved[-step:] = values[:step]
    return moved


def around(own: Mapping[str, Floats]) -> dict[str, Floats]:
    """The features of the lines just before and after."""
    return {f"{name}{step:+d}": shifted(own[name], step) for name in _NEAR for step in _STEPS}


def sums(values: Floats, reach: int) -> tuple[Floats, Floats]:
    """The sums of the values of the `reach` lines before each line and of those after it."""
    total = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    before = total[at] - total[np.maximum(at - reach, 0)]
    return before, total[np.minimum(at + 1 + reach, len(values))] - total[at + 1]


def distances(here: Flags) -> tuple[Floats, Floats]:
    """Lines back to the last marked line and ahead to the next, the line itself apart."""
    at = np.arange(len(here), dtype=np.float64)
    last = np.maximum.accumulate(np.where(here, at, -np.inf))
    following = np.minimum.accumulate(np.where(here, at, np.inf)[::-1])[::-1]
    back = at - np.concatenate(([-np.inf], last[:-1]))
    ahead = np.concatenate((following[1:], [np.inf])) - at
    return np.minimum(back, NOWHERE), np.minimum(ahead, NOWHERE)


def masses(own: Mapping[str, Floats], words: Floats, prose: Floats) -> dict[str, Floats]:
    """How much prose and furniture stand near, before and after; how far the nearest is."""
    out: dict[str, Floats] = {}
    for reach in _REACHES:
        before, after = sums(prose, reach)
        out[f"before{reach}"], out[f"after{reach}"] = np.log1p(before), np.log1p(after)
    counted: dict[str, Floats] = {
        "cues": (own["category"] > 0).astype(np.float64),
        "dates": (own["date"] > 0).astype(np.float64),
        "leanings": own["leaning"] * np.minimum(words, _LEANING_WORDS),
        "words": words,
    }
    for name, values in counted.items():
        for reach in _COUNT_REACHES:
            out[f"{name}_before{reach}"], out[f"{name}_after{reach}"] = sums(values, reach)
    total = np.concatenate(([0.0], np.cumsum(prose)))
    whole = max(float(total[-1]), 1.0)
    out["place"], out["left"] = total[:-1] / whole, 1 - total[1:] / whole
    out["back"], out["ahead"] = distances(prose > 0)
    lines = len(words)
    return out | {
        "line_place": np.arange(lines) / lines,
        "lines": np.full(lines, float(lines)),
        "all_prose": np.full(lines, np.log1p(total[-1])),
        "prose_share": np.full(lines, total[-1] / words.sum()),
    }


def run_of(prose: Floats) -> tuple[int, int]:
    """The longest run of prose: its lines, half open."""
    return best_run(np.where(prose > 0, np.minimum(prose, _RUN_WORDS), -_RUN_COST))


def outlined(
    bags: Sequence[frozenset[str]],
    prose: Floats,
    words: Floats,
    category: Floats,
    run: tuple[int, int],
) -> dict[str, Floats]:
    """Where a line stands against the longest run of prose, and the words that it shares."""
    start, stop = run
    inside_run = prose[start:stop]
    usual = np.median(np.log1p(inside_run[inside_run > 0])) if inside_run.any() else _USUAL
    at = np.arange(len(bags), dtype=np.float64)
    inside = (at >= start) & (at < stop)
    return {
        "into": np.clip(at - start, -NOWHERE, NOWHERE),
        "until": np.clip(stop - 1 - at, -NOWHERE, NOWHERE),
        "run_share": np.full(len(bags), prose[start:stop].sum() / max(prose.sum(), 1.0)),
        "run_words": np.full(len(bags), np.log1p(prose[start:stop].sum())),
        "shared": shared(bags, prose > 0),
        "topic": shared(bags, (prose > 0) & inside),
        "heading": common(bags, bags[0]),
        "relative": np.log1p(words) - usual,
    } | tallies(category, start)


def tallies(category: Floats, start: int) -> dict[str, Floats]:
    """How many furniture phrases stand above and below each line, by kind.

    And how many of all between it and the line where the run of prose starts.
    """
    found: dict[str, Floats] = {}
    for name in _TALLIED:
        here = (category == CATEGORIES.index(name) + 1).astype(np.float64)
        above = np.cumsum(here)
        found[f"{name}_above"] = np.minimum(above - here, _TALLY)
        found[f"{name}_below"] = np.minimum(above[-1] - above, _TALLY)
    furniture = (category > 0) & (category <= LAST_FURNITURE)
    total = np.concatenate(([0.0], np.cumsum(furniture)))
    at = np.arange(len(category))
    since = np.where(at < start, total[at + 1], total[at]) - total[start]
    return found | {"cues_from_run": np.clip(since, -_CUES, _CUES)}


def best_run(gains: Floats) -> tuple[int, int]:
    """The run of lines, half open, whose gains add up to the most (Kadane's method)."""
    total = np.concatenate(([0.0], np.cumsum(gains)))
    stop = int(np.argmax(total - np.minimum.accumulate(total)))
    return int(np.argmin(total[: stop + 1])), stop


def shared(bags: Sequence[frozenset[str]], among: Flags) -> Floats:
    """Share of a line's long words that other lines have too, of those marked."""
    counts = Counter(
        word for bag, marked in zip(bags, among, strict=True) if marked for word in bag
    )
    found = np.zeros(len(bags))
    for at, bag in enumerate(bags):
        if bag:
            own = int(among[at])
            found[at] = sum(counts[word] > own for word in bag) / len(bag)
    return found


def common(bags: Sequence[frozenset[str]], words: frozenset[str]) -> Floats:
    """Share of the given words that each line has."""
    return np.array([len(words & bag) for bag in bags]) / max(len(words), 1)
