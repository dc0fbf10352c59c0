"""Words and signs that mark a line as furniture, from lists for many languages."""

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from copydesk.cleaning.text.shapes import BARE

CATEGORIES = (
    "share",
    "subscribe",
    "login",
    "comment",
    "related",
    "navigation",
    "advertisement",
    "legal",
    "byline",
    "date",
    "caption",
)
"""The kinds of furniture phrase, in the order of `Cue.category` from 1."""
LAST_FURNITURE = CATEGORIES.index("legal") + 1
"""The kinds up to this one are no part of an article."""

WHOLE_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|º)?[ ./-]{1,2}(?:de )?(?:\d{1,2}|[^\W\d_]{3,12})\.?[ ./,-]{1,2}"
    r"(?:de )?(?:19|20)\d\d"
    r"|\b[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\b(?:19|20)\d\d ?[./年년-] ?\d{1,2} ?[./月월-]"
)
"""A day with its year, in figures or with the month's name."""

_LONGEST = 5
"""Words in the longest phrase."""
_LONGEST_BARE = 10
"""Letters in the longest phrase of a script without spaces."""
_SPACELESS = re.compile(rf"[{BARE}\uac00-\ud7a3]")
_LOOKED_AT = 80
"""Characters of a line."""
_EDGE = " \t:：.…!?»›>|-–—+#*\"'“”„«()[]►▶→"
_TRAILING_NUMBER = re.compile(r"\s*\(?\d[\d.,]{0,8}[kKmM]?\)?$")
_LEADING_NUMBER = re.compile(r"^\(?\d[\d.,]{0,8}[kKmM]?\)?\s+")


class Cue(NamedTuple):
    """The furniture phrase that a line opens with; category 0 where there is none."""

    category: int = 0
    whole: bool = False
    """The phrase is all of the line, but for a number and marks."""


@lru_cache(maxsize=1)
def _phrases() -> dict[str, int]:
    source = files("copydesk.cleaning.text") / "furniture.json"
    lists: dict[str, dict[str, list[str]]] = json.loads(source.read_text(encoding="utf-8"))
    return {
        phrase.strip(_EDGE) or phrase: CATEGORIES.index(category) + 1
        for category, languages in lists.items()
        for phrases in languages.values()
        for phrase in phrases
    }


@lru_cache(maxsize=1)
def caption_words() -> frozenset[str]:
    """The single words, small, that stand in credits: "photo", "reuters"."""
    caption = CATEGORIES.index("caption") + 1
    return frozenset(p for p, kind in _phrases().items() if kind == caption and " " not in p)


def cue_of(text: str) -> Cue:
    """The longest furniture phrase that a line opens with."""
    return _cue_of(text[:_LOOKED_AT])


@lru_cache(maxsize=4096)
def _cue_of(text: str) -> Cue:
    phrases = _phrases()
    head = text.lower().strip(_EDGE)
    head = _LEADING_NUMBER.sub("", head)
    if len(text) < _LOOKED_AT:
        bare = _TRAILING_NUMBER.sub("", head).strip(_EDGE)
        if found := phrases.get(bare):
            return Cue(found, whole=True)
    if head and _SPACELESS.match(head):
        openers = (head[:size] for size in range(min(_LONGEST_BARE, len(head)), 1, -1))
    else:
        words = head.split(" ", _LONGEST)
        openers = (" ".join(words[:size]) for size in range(min(_LONGEST, len(words)), 0, -1))
    for opener in openers:
        if found := phrases.get(opener.strip(_EDGE)):
            return Cue(found)
    return Cue()
