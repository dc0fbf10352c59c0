"""Headlines of other stories among a dump's lines."""

from collections.abc import Sequence

from copydesk.cleaning.text.cues import CATEGORIES, cue_of
from copydesk.cleaning.text.roles import Piece, Role

_RELATED = CATEGORIES.index("related") + 1
_SHORTEST, _LONGEST = 5, 28
"""Words of a headline."""
_UNDER_CUE = 12
"""Lines below a "Read also" that it speaks for."""


def marked_related(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines with other stories' headlines marked: inside the body, and below a "Read also"."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    first, last = (bodies[0], bodies[-1]) if bodies else (0, -1)
    marked = list(pieces)
    left = 0
    for at, piece in enumerate(pieces):
        cue = cue_of(piece.text)
        left = _UNDER_CUE if cue.category == _RELATED and not piece.is_body else left - 1
        if piece.role is not Role.FURNITURE or cue.category or not _is_headline(piece):
            continue
        if first < at < last or (left > 0 and at > first):
            marked[at] = piece._replace(role=Role.RELATED)
    return marked


def _is_headline(piece: Piece) -> bool:
    return _SHORTEST <= piece.words <= _LONGEST and piece.text[-1] not in ".:;,"
