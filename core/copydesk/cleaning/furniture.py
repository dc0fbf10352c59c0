"""Lines that belong to the page and not to the article, known by their words."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from copydesk.cleaning.lists import entries

ELLIPSIS = "…"

START = re.compile(r"^[^\w©]+")
ALIKE = tuple(zip("’‘ʼ`´：", "''''':", strict=True))

LONGEST = 400
"""Characters beyond which a line is not looked at: furniture is short."""

KEY = 2
"""Leading characters by which the patterns are sorted."""


class _Patterns(NamedTuple):
    whole: dict[str, str]
    starts: dict[str, list[tuple[str, str, str]]]
    """Under the first characters: what the line starts with, what follows somewhere, the reason."""
    ends: list[tuple[str, str]]
    any_end: tuple[str, ...]
    inside: list[tuple[str, str]]


def furniture_reason(line: str) -> str | None:
    """Give the reason why a line is furniture by its words, or None.

    >>> furniture_reason("Read also: Rain in Riga")
    'read-also'
    """
    return _reason(line) if len(line) <= LONGEST else None


@lru_cache(maxsize=4096)
def _reason(line: str) -> str | None:
    opened = _folded(_opened(line))
    words = _closed(opened)
    patterns = _patterns()
    if words in patterns.whole:
        return patterns.whole[words]
    for key in (opened[:KEY], opened[:1]):
        for start, later, reason in patterns.starts.get(key, ()):
            told = opened.startswith(start) and (not later or later in opened[len(start) :])
            if told and not (start.endswith(" ") and _goes_on(line, start)):
                return reason
    if words.endswith(patterns.any_end):
        return next(reason for end, reason in patterns.ends if words.endswith(end))
    for part, reason in patterns.inside:
        if part in words:
            return reason
    return None


def _goes_on(line: str, word: str) -> bool:
    """Tell whether a sentence goes on in small letters behind a word like "by"."""
    return _opened(line)[len(word) :].lstrip()[:1].islower()


def _folded(text: str) -> str:
    """Lower case, plain apostrophes and colons, single blanks and none before a colon."""
    return " ".join(_plain(text).casefold().split()).replace(" :", ":")


def _plain(text: str) -> str:
    """Write apostrophes and colons in one way."""
    for other, plain in ALIKE:  # ten times as fast as `translate`, as most lines have none
        text = text.replace(other, plain)
    return text


def _opened(text: str) -> str:
    """Drop the punctuation at the start."""
    return START.sub("", text)


def _closed(text: str) -> str:
    """Drop the punctuation at the end."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] in "_©"):
        end -= 1
    return text[:end]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Read `data/furniture.txt`; its head says how the lines are meant."""
    found = _Patterns({}, defaultdict(list), [], (), [])
    for reason, pattern in entries("furniture.txt"):
        before, after = pattern.startswith(ELLIPSIS), pattern.endswith(ELLIPSIS)
        words, _, later = _plain(pattern.strip(ELLIPSIS)).partition(ELLIPSIS)
        if before and after:
            found.inside.append((words, reason))
        elif before:
            found.ends.append((_closed(words), reason))
        elif after or later:
            start = _opened(words)
            found.starts[start[:KEY]].append((start, later, reason))
        else:
            found.whole[_closed(_opened(words))] = reason
    return found._replace(any_end=tuple(end for end, _ in found.ends))
