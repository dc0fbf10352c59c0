"""Turns of a conversation: lines that open with who speaks, and an interviewer's questions."""

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.names import is_person
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

# "Q: ", "PRESIDENT: ", "Ada Brandt: ", "Ada Brandt — "
SPEAKER = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}(?:\s?[:：]| [–—]) ")
_LEAST = 2
"""Turns of a speaker in the body from which the others are the body's too."""
_QUESTION = 2
"""Words of the shortest question."""
_SENTENCE = 4
"""Words of the shortest other sentence."""
_HEAD = 2
"""Words of a heading that is one by its place alone; most longer lines there are captions."""
_PROSE = 7
"""Words of a sentence above or below it."""


def with_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the short turns too in the body where it has the longer ones around them."""
    speakers = [_speaker(piece) for piece in pieces]
    taken = Counter(who for who, piece in zip(speakers, pieces, strict=True) if piece.is_body)
    turns = [at for at, who in enumerate(speakers) if who and taken[who] >= _LEAST]
    bodies = [at for at in turns if pieces[at].is_body]
    marked = list(pieces)
    for at in turns:
        if bodies[0] < at < bodies[-1] or (at == bodies[-1] + 1 and _asks(pieces[at - 1])):
            marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def _speaker(piece: Piece) -> str | None:
    found = SPEAKER.match(piece.text)
    return found[0].strip() if found and not cue_of(piece.text).category else None


def with_inner_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with a sentence in the body where it stands between lines of the body."""
    marked = list(pieces)
    for at in range(1, len(pieces) - 1):
        if pieces[at - 1].is_body and pieces[at + 1].is_body and _is_sentence(pieces[at]):
            marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def with_subheads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with a word or two in the body that head a part of it: "Conclusion"."""
    times = Counter(piece.text for piece in pieces)
    marked = list(pieces)
    for at in range(1, len(pieces) - 1):
        around = (pieces[at - 1], pieces[at + 1])
        if times[pieces[at].text] == 1 and all(map(_is_prose, around)) and _is_head(pieces[at]):
            marked[at] = marked[at]._replace(role=Role.BODY)
    return marked


def _is_prose(piece: Piece) -> bool:
    return piece.is_body and end_class(piece.text) in SENTENCE_ENDS and piece.words > _PROSE


def _is_head(piece: Piece) -> bool:
    words = piece.text.split()
    plain = len(words) <= _HEAD and words[0][0].isupper() and all(map(str.isalpha, words))
    return plain and not is_person(piece.text) and not cue_of(piece.text).category


def _is_sentence(piece: Piece) -> bool:
    least = _QUESTION if _asks(piece) else _SENTENCE
    ends = end_class(piece.text) in SENTENCE_ENDS
    return ends and piece.words >= least and not cue_of(piece.text).category


def _asks(piece: Piece) -> bool:
    return piece.text[-1] in "?？؟"
