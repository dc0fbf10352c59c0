"""What is known about a dump's lines from the gold text of its article."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.shapes import BARE
from copydesk.cleaning.text.tables import Floats

_CONTEXT = 12
"""Characters, white space apart, on each side of a break that must be together in the gold."""
_UNKNOWN = 0.08
"""Weight of a break between lines that the gold text does not have."""
_PERHAPS = 0.3
"""Weight of a break after a sentence that the gold runs across: it may have joined paragraphs."""
_WORD = re.compile(rf"[{BARE}]|[^\W{BARE}]+")
_SPACE = re.compile(r"\s+")
SHINGLE = 4


def breaks(lines: Sequence[Line], gold: str) -> tuple[Floats, Floats]:
    """For each boundary 1 where the gold runs on across it, and how much to trust that."""
    paragraphs = [_SPACE.sub("", paragraph) for paragraph in gold.split("\n")]
    whole = "\n".join(["", *paragraphs])
    bare = [line.text.replace(" ", "") for line in lines]
    truth, trust = np.zeros(len(lines) - 1), np.full(len(lines) - 1, _UNKNOWN)
    left = ""
    for at, (line, following) in enumerate(pairwise(bare)):
        left = (left + line)[-_CONTEXT:]
        right = following[:_CONTEXT]
        runs_on = (
            left + right in whole
            or (len(line) > 3 and line[-_CONTEXT:] + right in whole)
            or f"\n{line}{right}" in whole
        )
        truth[at] = runs_on
        if runs_on or (line[-_CONTEXT:] in whole and len(line) > 3) or right in whole:
            trust[at] = 1.0
        if runs_on and line[-1] in ".!?" and following[0].isupper():
            trust[at] = _PERHAPS
    return truth, trust


def words_of(text: str) -> list[str]:
    """The words as the scorer of the data cuts them: letters of a bare script one by one."""
    return _WORD.findall(text)


def in_gold(texts: Sequence[str], gold: str) -> Floats:
    """For each line the share of its words that the gold text has there, in the gold's order.

    Long lines are looked up by their shingles and the best increasing chain of them kept; a line
    too short for a shingle counts where the gold has its words between its matched neighbours.
    """
    words = words_of(gold)
    where: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - SHINGLE + 1):
        where.setdefault(tuple(words[at : at + SHINGLE]), []).append(at)
    own = [words_of(text) for text in texts]
    found = {at: match for at, line in enumerate(own) if (match := _match(line, where))}
    share = np.zeros(len(texts))
    limits = [(0, 0)]
    for at in _chain(found):
        share[at] = found[at][0]
        limits.append((at, found[at][1]))
    limits.append((len(texts), len(words)))
    for (line, begin), (stop, end) in pairwise(limits):
        _short_ones(own, share, range(line, stop), words[begin : end + SHINGLE])
    return share


def _match(
    line: list[str], where: dict[tuple[str, ...], list[int]]
) -> tuple[float, int, int] | None:
    """The share of a line's shingles found, the gold position of the first, the weight."""
    runs = [tuple(line[at : at + SHINGLE]) for at in range(len(line) - SHINGLE + 1)]
    places = [where[run][0] - at for at, run in enumerate(runs) if run in where]
    if len(places) * 2 < len(runs) or not places:
        return None
    return len(places) / len(runs), max(0, sorted(places)[len(places) // 2]), len(places)


def _chain(found: dict[int, tuple[float, int, int]]) -> list[int]:
    """The lines of the heaviest chain whose gold positions increase."""
    best: list[
        tuple[int, int, int | None, int]
    ] = []  # weight, position, index of the one before, line
    for at, (_, place, weight) in found.items():
        total, before = 0, None
        for index, (heavy, earlier, _, _) in enumerate(best):
            if earlier < place and heavy >= total:
                total, before = heavy, index
        best.append((total + weight, place, before, at))
    chain: list[int] = []
    link = max(range(len(best)), key=lambda index: best[index][0]) if best else None
    while link is not None:
        chain.append(best[link][3])
        link = best[link][2]
    return chain[::-1]


def _short_ones(own: list[list[str]], share: Floats, lines: range, words: list[str]) -> None:
    room = " ".join(["", *words, ""])
    for at in lines:
        if 0 < len(own[at]) < SHINGLE and not share[at]:
            share[at] = " ".join(["", *own[at], ""]) in room
