"""Lines that belong to the page and not to the article, known by their words."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from copydesk.cleaning.lists import entries

ELLIPSIS = "…"

START = re.compile(r"[^\w©]+")
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")

LONGEST = 400
"""Characters beyond which a line is not looked at: furniture is short."""

KEY = 2
"""Leading characters by which the patterns are sorted."""


class _Patterns(NamedTuple):
    whole: dict[str, str]
    starts: dict[str, list[tuple[str, str, str]]]
    """Under the first characters: what the line starts with, what follows somewhere, the reason."""
    ends: list[tuple[str, str]]
    inside: list[tuple[str, str]]


@lru_cache(maxsize=4096)
def furniture_reason(line: str) -> str | None:
    """Give the reason why a line is furniture by its words, or None.

    >>> furniture_reason("Read also: Rain in Riga")
    'read-also'
    """
    if len(line) > LONGEST:
        return None
    words = fold(line)
    patterns = _patterns()
    if words in patterns.whole:
        return patterns.whole[words]
    for key in (words[:KEY], words[:1]):
        for start, later, reason in patterns.starts.get(key, ()):
            if words.startswith(start) and (not later or later in words[len(start) :]):
                return reason
    for end, reason in patterns.ends:
        if words.endswith(end):
            return reason
    for part, reason in patterns.inside:
        if part in words:
            return reason
    return None


def fold(line: str) -> str:
    """Lower case, plain apostrophes, single blanks, no punctuation at the edges."""
    opening = START.match(line)
    start, end = opening.end() if opening else 0, len(line)
    while end > start and not (line[end - 1].isalnum() or line[end - 1] in "_©"):
        end -= 1
    return " ".join(line[start:end].translate(APOSTROPHES).casefold().split())


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Read `data/furniture.txt`; its head says how the lines are meant."""
    found = _Patterns({}, defaultdict(list), [], [])
    for reason, pattern in entries("furniture.txt"):
        opened, closed = pattern.startswith(ELLIPSIS), pattern.endswith(ELLIPSIS)
        words, _, later = pattern.strip(ELLIPSIS).partition(ELLIPSIS)
        if opened and closed:
            found.inside.append((fold(words), reason))
            continue
        if opened:
            found.ends.append((words.casefold(), reason))
            continue
        words, later = fold(words), fold(later)
        if closed or later:
            found.starts[words[:KEY]].append((words, later, reason))
        else:
            found.whole[words] = reason
    return found
