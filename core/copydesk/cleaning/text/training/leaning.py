"""Which words lean towards furniture and which towards bodies, counted by site."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from copydesk.cleaning.text.features import WORD

_LEAST_SITES = 4
"""Sites whose furniture has a word before it counts; three times as many for a word of bodies."""
_LEAST_ODDS = 0.3
_RANGE = (-2.0, 3.0)
_PER_SITE = 3
"""Lines of one site that count for a word: a site's own menu is no evidence for others."""


class KnownLine(NamedTuple):
    """A line of a dump whose article is known."""

    site: str
    text: str
    is_body: bool
    trust: float = 1.0
    """Its weight where lines are learned from one by one."""


def leanings_of(lines: Iterable[KnownLine]) -> dict[str, float]:
    """Log-odds of furniture against body for each word that tells."""
    furniture: defaultdict[str, Counter[str]] = defaultdict(Counter)
    body: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for site, text, is_body, _ in lines:
        for word in set(WORD.findall(text.lower())):
            (body if is_body else furniture)[word][site] += 1
    found: dict[str, float] = {}
    for word in sorted({*furniture, *body}):
        odds = math.log((_mass(furniture[word]) + 1) / (_mass(body[word]) + 1))
        known = len(furniture[word]) >= _LEAST_SITES or len(body[word]) >= 3 * _LEAST_SITES
        if known and abs(odds) > _LEAST_ODDS:
            found[word] = min(max(odds, _RANGE[0]), _RANGE[1])
    return found


def _mass(sites: Counter[str]) -> float:
    return sum(math.sqrt(min(_PER_SITE, lines)) for lines in sites.values())
