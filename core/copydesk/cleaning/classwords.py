"""What an element's class and id say it is: caption, newsletter, comments, body, …."""

import re
from functools import lru_cache
from itertools import zip_longest

from copydesk.cleaning.lists import entries

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
LETTERS = re.compile(r"[a-z]+")

GHOST, BLOCK = "kg", "card"
"""In "kg-card" and the like, as the Ghost system calls every block inside an article."""

LONGEST = 300
"""Characters of an attribute that are read; some pages keep their whole style sheet there."""


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[str, ...], dict[str, int], tuple[tuple[str, int], ...]]:
    """Read `data/class_words.txt`: group names, whole tokens and token starts to group bits."""
    groups: list[str] = []
    whole: dict[str, int] = {}
    starts: dict[str, int] = {}
    for group, words in entries("class_words.txt"):
        bit = 1 << len(groups)
        groups.append(group)
        for word in words.split():
            book = starts if word.endswith("*") else whole
            word = word.rstrip("*")
            book[word] = book.get(word, 0) | bit
    return tuple(groups), whole, tuple(starts.items())


def group_names() -> tuple[str, ...]:
    """Give the groups in the order of their bits."""
    return _lists()[0]


def class_groups(attribute: str) -> int:
    """Give the groups that an attribute's words belong to, a bit each."""
    return _groups_of(attribute[:LONGEST])


@lru_cache(maxsize=20_000)
def _groups_of(attribute: str) -> int:
    tokens = LETTERS.findall(HUMP.sub("-", attribute).lower())
    if GHOST in tokens:
        tokens = [token for token in tokens if token != BLOCK]
    groups = 0
    for first, second in zip_longest(tokens, tokens[1:], fillvalue=""):
        groups |= _token_groups(first)
        if second:
            groups |= _lists()[1].get(f"{first}-{second}", 0)
    return groups


@lru_cache(maxsize=20_000)
def _token_groups(token: str) -> int:
    _, whole, starts = _lists()
    groups = whole.get(token, 0)
    for start, bits in starts:
        if token.startswith(start):
            groups |= bits
    return groups
