"""Lists: what one has in the body brings its other items, or goes with them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

# "3. Mewstone", "3) Mewstone"
ITEM = re.compile(r"(\d{1,3})[.)] (?=\D)")
_LEAST_ITEMS = 3
_BULLET_SHARE = 0.5
"""Share of the words behind bullets from which all of the list is body, and below it nothing."""
_LEAST_SHARE = 0.5
"""Share of the items of which something is body, from which all are."""
_TAIL = 3
"""Lines of the last item that are looked at: where it ends no number says."""


def with_items(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with all items of a numbered list in the body where it has most of them."""
    marked = list(pieces)
    for starts in _lists(pieces):
        stops = [*starts[1:], min(starts[-1] + _TAIL, len(pieces))]
        items = [range(start, stop) for start, stop in zip(starts, stops, strict=True)]
        taken = sum(any(pieces[at].is_body for at in item) for item in items)
        if taken < _LEAST_SHARE * len(items):
            continue
        for item in items:
            for at in item:
                if at == item.start or _is_prose(pieces[at]):
                    marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def with_whole_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with all of a bulleted list in the body or nothing, as most of its words are."""
    marked = list(pieces)
    for bulleted, group in groupby(range(len(pieces)), lambda at: pieces[at].line.bullet):
        items = list(group)
        if not bulleted or len(items) < _LEAST_ITEMS:
            continue
        taken = sum(pieces[at].words * pieces[at].is_body for at in items)
        is_body = taken >= _BULLET_SHARE * sum(pieces[at].words for at in items)
        for at in items:
            if pieces[at].is_body != is_body and not (is_body and cue_of(pieces[at].text).category):
                role = Role.BODY if is_body else Role.FURNITURE
                marked[at] = marked[at]._replace(role=role)
    return marked


def _lists(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places of the lines that number the items of a list from 1 on."""
    starts: list[int] = []
    for at, piece in enumerate(pieces):
        found = ITEM.match(piece.text)
        if found and int(found[1]) == len(starts) + 1:
            starts.append(at)
        elif found and int(found[1]) == 1:
            if len(starts) >= _LEAST_ITEMS:
                yield starts
            starts = [at]
    if len(starts) >= _LEAST_ITEMS:
        yield starts


def _is_prose(piece: Piece) -> bool:
    return end_class(piece.text) in SENTENCE_ENDS and not cue_of(piece.text).category
