"""Lists under a pair of headings: what a dish takes and how it is made, pros and cons."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from copydesk.cleaning.text.cues import LAST_FURNITURE, cue_of
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

_APART = 60
"""Lines within which the second heading stands below the first."""
_SURPLUS = 2
"""Lines that a second list of short items may be longer than the first."""
_EDGE = " :：*#-–—"
# "Ingredients (for 6)"
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)$")


class _Pair(NamedTuple):
    """The places of two headings, and whether sentences stand below the second."""

    first: int
    second: int
    prose: bool


@lru_cache(maxsize=1)
def _headings() -> dict[str, frozenset[str]]:
    source = files("copydesk.cleaning.text") / "headings.json"
    lists: dict[str, list[str]] = json.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def with_paired_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with both lists and their headings in the body."""
    marked = list(pieces)
    for pair in _pairs(pieces):
        for at in (*range(pair.first, pair.second + 1), *_below(pieces, pair)):
            if not 0 < cue_of(pieces[at].text).category <= LAST_FURNITURE:
                marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def _pairs(pieces: Sequence[Piece]) -> Iterator[_Pair]:
    names = _headings()
    heads = [_BRACKETED.sub("", piece.text.strip(_EDGE)).casefold() for piece in pieces]
    for opening, closing in (("ingredients", "method"), ("pros", "cons")):
        below = 0
        for at, head in enumerate(heads):
            if at < below or head not in names[opening]:
                continue
            reach = range(at + 2, min(at + _APART, len(heads)))
            second = next((n for n in reach if heads[n] in names[closing]), None)
            if second is not None:
                yield _Pair(at, second, opening == "ingredients")
                below = second if opening == "pros" else len(heads)  # a page has one recipe


def _below(pieces: Sequence[Piece], pair: _Pair) -> Iterator[int]:
    """The places of the second list: its sentences, or its short items."""
    longest = pair.second - pair.first - 1 + _SURPLUS
    for at in range(pair.second + 1, len(pieces)):
        ends = end_class(pieces[at].text) in SENTENCE_ENDS
        short = at - pair.second <= longest and not ends
        if cue_of(pieces[at].text).category or (not ends if pair.prose else not short):
            return
        yield at
