"""Headlines of other stories among a dump's lines."""

import re
from collections.abc import Sequence

from copydesk.cleaning.text.cues import CATEGORIES, WHOLE_DATE, Cue, cue_of
from copydesk.cleaning.text.roles import Piece, Role, with_role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, STARTS_WITH_DIGIT, end_class, start_class

_RELATED = CATEGORIES.index("related") + 1
_SHORTEST, _LONGEST = 5, 28
"""Words of a headline."""
_ARTICLE_WORDS = 60
"""Words in sentences of a body below whose last a "Read also" leads away from it."""
# "… was closed. (jf/dpa)"
_INNER_END = re.compile(r"\w{3}[.!?] \(?[^\s()]{1,20}\)$")
# "Read more: Pier shut for the winter"
_POINTER = re.compile(r"(?P<cue>[^:：]{4,30})[:：]\s*\w")
_UNDER_CUE = 12
"""Lines below a "Read also" that it speaks for."""
_SHOUTED = 8
"""Words from which a line in capitals leads to another story, where the body has few of them."""
_SHOUTED_SHARE = 0.2


def marked_related(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines with other stories' headlines marked: inside the body, and below a "Read also"."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    first, last = (bodies[0], bodies[-1]) if bodies else (0, -1)
    marked = list(pieces)
    left = 0
    for at, piece in enumerate(pieces):
        cue = cue_of(piece.text)
        left = _UNDER_CUE if _leads_away(piece) else left - 1
        if piece.role is not Role.FURNITURE or cue.category or not _is_headline(piece):
            continue
        inside = first < at < last and start_class(piece.text) != STARTS_WITH_DIGIT
        if inside or (left > 0 and at > first):
            marked[at] = piece._replace(role=Role.RELATED)
    return marked


def without_teasers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without what stands in the body below the article under a "Read also"."""
    ends = [at for at, piece in enumerate(pieces) if piece.is_body and _tells(piece.text)]
    if sum(pieces[at].words for at in ends) < _ARTICLE_WORDS:
        return list(pieces)
    tail = range(ends[-1] + 1, len(pieces))
    heading = next((at for at in tail if _leads_away(pieces[at])), len(pieces))
    return [
        piece._replace(role=Role.FURNITURE) if at > heading and piece.is_body else piece
        for at, piece in enumerate(pieces)
    ]


def _tells(text: str) -> bool:
    """Whether a line ends as a sentence that is no question: headlines may ask."""
    return end_class(text) in SENTENCE_ENDS and text[-1] not in "?？؟"


def without_pointers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of the body marked that point to another story: "Read more: Pier shut"."""
    return [
        piece._replace(role=Role.RELATED) if piece.is_body and _points_away(piece) else piece
        for piece in pieces
    ]


def without_shouted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of the body marked that are long headlines in capitals between others."""
    shouted = {at for at, piece in enumerate(pieces) if piece.is_body and _shouts(piece)}
    said = sum(piece.words for piece in pieces if piece.is_body)
    if sum(pieces[at].words for at in shouted) > _SHOUTED_SHARE * said:
        return list(pieces)
    return with_role(pieces, shouted, Role.RELATED)


def _shouts(piece: Piece) -> bool:
    if piece.words < _SHOUTED or not piece.text.isupper() or piece.text[-1] in ".!?":
        return False
    letters = [letter for letter in piece.text if letter.isalpha()]
    return 2 * sum(map(str.isupper, letters)) > len(letters)  # scripts without case shout never


def _points_away(piece: Piece) -> bool:
    pointer = _POINTER.match(piece.text)
    if not pointer or piece.words > _LONGEST or end_class(piece.text) in SENTENCE_ENDS:
        return False
    return cue_of(pointer["cue"]) == Cue(_RELATED, whole=True)


def _leads_away(piece: Piece) -> bool:
    return cue_of(piece.text).category == _RELATED and not piece.is_body


def _is_headline(piece: Piece) -> bool:
    return (
        _SHORTEST <= piece.words <= _LONGEST
        and piece.text[-1] not in ".:;,"
        and not _INNER_END.search(piece.text)
        and not WHOLE_DATE.search(piece.text)
    )
