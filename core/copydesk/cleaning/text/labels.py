"""Lines that open with a label which comes again and again: "Weight: 300 g", "Pros: light"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.roles import Piece, Role

_LABEL = re.compile(r"([^\W\d_][^:：.!?]{1,24})[:：]\s+\S")
_LEAST = 3
"""Different lines with a label from which it is that of a list that each part of a text has."""


def with_labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the lines of such lists in the body where they stand inside it."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    inside = range(bodies[0], bodies[-1] + 1) if bodies else range(0)
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for at in inside:
        text = pieces[at].text
        if (label := _LABEL.match(text)) and not cue_of(text).category:
            lines[label[1].casefold()].append(at)
    marked = list(pieces)
    for places in lines.values():
        if len({pieces[at].text for at in places}) >= _LEAST:
            for at in places:
                marked[at] = pieces[at]._replace(role=Role.BODY)
    return marked
