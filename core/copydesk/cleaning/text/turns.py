"""Turns of a conversation: lines that open with who speaks, and an interviewer's questions."""

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.roles import Piece, Role

# "Q: ", "PRESIDENT: ", "Ada Brandt: ", "Ada Brandt — "
SPEAKER = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}(?:\s?[:：]| [–—]) ")
_LEAST = 2
"""Turns of a speaker in the body from which the others are the body's too."""
_QUESTION = 2
"""Words of the shortest question."""


def with_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the short turns too in the body where it has the longer ones around them."""
    speakers = [_speaker(piece) for piece in pieces]
    taken = Counter(who for who, piece in zip(speakers, pieces, strict=True) if piece.is_body)
    turns = [at for at, who in enumerate(speakers) if who and taken[who] >= _LEAST]
    bodies = [at for at in turns if pieces[at].is_body]
    marked = list(pieces)
    for at in turns:
        if bodies[0] < at < bodies[-1]:
            marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def _speaker(piece: Piece) -> str | None:
    found = SPEAKER.match(piece.text)
    return found[0].strip() if found and not cue_of(piece.text).category else None


def with_questions(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with a question in the body where it stands between lines of the body."""
    marked = list(pieces)
    for at in range(1, len(pieces) - 1):
        if _is_question(pieces[at]) and pieces[at - 1].is_body and pieces[at + 1].is_body:
            marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def _is_question(piece: Piece) -> bool:
    asks = piece.text[-1] in "?？؟" and piece.words >= _QUESTION
    return asks and not cue_of(piece.text).category
