"""Lines that open with a label or a time which comes again: "Weight: 300 g", "10:42 Pier shut"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.roles import Piece, Role, with_role

_LABEL = re.compile(r"([^\W\d_][^:：.!?]{1,24})[:：]\s+\S")
_LEAST = 3
"""Different lines with a label from which it is that of a list that each part of a text has.

And lines with labels, one below the other, from which they are a list of facts; posts of a live
blog from which it is one.
"""
_FACT = 8
"""Words of the longest line of facts."""
_POST = re.compile(
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?Uhr| ?[ap]\.?m\.?| [A-Z]{3,4})?\s?[:|–—-]?\s[^\W\d_]\S* \S"
)
_POST_WORDS = 30
"""Words of the longest headline of a post."""


def with_labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with such lines in the body where they stand inside it."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    inside = range(bodies[0], bodies[-1] + 1) if bodies else range(0)
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for at in inside:
        if label := _label(pieces[at]):
            lines[label].append(at)
    lists = [ats for ats in lines.values() if len({pieces[at].text for at in ats}) >= _LEAST]
    return with_role(pieces, chain.from_iterable((*lists, *_facts(pieces))), Role.BODY)


def _facts(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places of short labelled lines below each other, between lines of the body.

    Half of them hold figures: others are headlines of other stories.
    """
    for labelled, group in groupby(range(len(pieces)), lambda at: _is_fact(pieces[at])):
        places = list(group)
        above, below = places[0] - 1, places[-1] + 1
        if not labelled or len(places) < _LEAST or above < 0 or below == len(pieces):
            continue
        figures = sum(any(map(str.isdigit, pieces[at].text)) for at in places)
        if pieces[above].is_body and pieces[below].is_body and 2 * figures >= len(places):
            yield places


def _is_fact(piece: Piece) -> bool:
    return piece.words <= _FACT and _label(piece) is not None


def _label(piece: Piece) -> str | None:
    label = _LABEL.match(piece.text)
    return label[1].casefold() if label and not cue_of(piece.text).category else None


def with_posts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the headlines of a live blog's posts in the body, a time before each."""
    return with_role(pieces, posts_in(pieces), Role.BODY)


def posts_in(pieces: Sequence[Piece]) -> list[int]:
    """The places of such headlines: above a line of the body each, three at the least."""
    places = [
        at
        for at in range(len(pieces) - 1)
        if pieces[at].words <= _POST_WORDS
        and pieces[at + 1].is_body
        and _POST.match(pieces[at].text)
    ]
    return places if len(places) >= _LEAST else []
