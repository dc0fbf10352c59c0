"""Lists that a line of the body announces with a colon: "The dates of the tour:"."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, takewhile

from copydesk.cleaning.text.cues import LAST_FURNITURE, cue_of
from copydesk.cleaning.text.items import ITEM
from copydesk.cleaning.text.roles import Piece, Role, with_role

_MONTH = (
    r"(?:jan|feb|mar|mär|apr|avr|may|mai|mag|jun|jul|aug|ago|sep|oct|okt|ott|nov|dec|dez|dic)"
    r"[^\W\d_]{0,7}\.?"
)
# "June 9 -- Coral Sky, Orrin", "9. Juni: Hale", "9/6, Brae"
_DATED = re.compile(
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH}|\d{{1,2}}[./]\d{{1,2}}\.?)"
    r"(?:,? (?:19|20)\d\d)?\s?[:,–—-]",
    re.IGNORECASE,
)
_LEAST = 3
"""Lines with dates, or with numbers from 1 on, that are a list."""
_APART = 3
"""Lines from one number to the next."""


def with_announced_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the list in the body below a line of it that ends with a colon.

    A bulleted one must stand above another line of the body, and most of it be no buttons.
    """
    items: list[int] = []
    below = 0
    for at in range(len(pieces) - 1):
        if at >= below and pieces[at].is_body and pieces[at].text[-1] in ":：":
            dated = _dated(pieces, at + 1)
            below = dated.stop  # its own lines announce no other
            items += (*dated, *_numbered(pieces, at + 1))
    return with_role(pieces, chain(items, *_bulleted(pieces)), Role.BODY)


def _dated(pieces: Sequence[Piece], start: int) -> range:
    """The places of the lines from here on that open with a date; none if they are few."""
    lines = range(start, len(pieces))
    many = sum(1 for _ in takewhile(lambda at: _DATED.match(pieces[at].text), lines))
    return range(start, start + many) if many >= _LEAST else range(0)


def _numbered(pieces: Sequence[Piece], start: int) -> list[int]:
    """The places of the lines from here on that are numbered from 1 on; none if they are few."""
    found: list[int] = []
    at = start
    while at < len(pieces) and at - (found[-1] if found else start - 1) <= _APART:
        item = ITEM.match(pieces[at].text)
        if item and int(item[1]) == len(found) + 1:
            found.append(at)
        at += 1
    return found if len(found) >= _LEAST else []


def _bulleted(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    for bulleted, group in groupby(range(len(pieces)), lambda at: pieces[at].line.bullet):
        items = list(group)
        above, below = items[0] - 1, items[-1] + 1
        if not bulleted or len(items) < 2 or above < 0 or below == len(pieces):
            continue
        inside = pieces[above].is_body and pieces[below].is_body
        buttons = sum(0 < cue_of(pieces[at].text).category <= LAST_FURNITURE for at in items)
        if inside and pieces[above].text[-1] in ":：" and 2 * buttons < len(items):
            yield items
