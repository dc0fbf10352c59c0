"""Tables whose cells a dump parts by upright strokes: "Lens | 28 mm | f/2"."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from copydesk.cleaning.text.roles import Piece, Role, with_role

_STROKE = " | "
_LEAST_ROWS = 3
_BESIDE = 2
"""Lines above and below a table among which one must be body: next to it a title may stand."""


def with_grids(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the tables in the body that stand between lines of the body."""
    inside = (rows for rows in grids_in(pieces) if _is_inside(pieces, rows))
    return with_role(pieces, chain.from_iterable(inside), Role.BODY)


def grids_in(pieces: Sequence[Piece]) -> Iterator[range]:
    """The places of the rows of each table: three at the least, with as many cells each."""
    for strokes, group in groupby(range(len(pieces)), lambda at: _strokes(pieces[at].text)):
        places = list(group)
        if strokes and len(places) >= _LEAST_ROWS:
            yield range(places[0], places[-1] + 1)


def _strokes(text: str) -> int:
    return text.count("|") if _STROKE in text else 0


def _is_inside(pieces: Sequence[Piece], rows: range) -> bool:
    above = pieces[max(0, rows.start - _BESIDE) : rows.start]
    below = pieces[rows.stop : rows.stop + _BESIDE]
    return any(piece.is_body for piece in above) and any(piece.is_body for piece in below)
