"""What a press release says of its sender at the end."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

# "About Harrow Turbines", "Über die Harrow AG:"
_ABOUT = re.compile(
    r"(?:about|über|à propos d[eu]|acerca de|sobre|informazioni su|over|om|o firmie)\s+"
    r"(?:(?:the|die|den|das|la|le|el|de)\s+)?(?P<sender>\w[^.!?:]{1,60}):?",
    re.IGNORECASE,
)
_LEAST_SHARE = 0.4
"""Share of the body's words above such a heading, and the words themselves."""
_LEAST_WORDS = 60


def without_boilerplate(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of the body that stand below an "About …" marked as furniture.

    The paragraph below the heading must open with the name in it.
    """
    above = [0.0, *accumulate(piece.words * piece.is_body for piece in pieces)]
    for at, (heading, following) in enumerate(pairwise(pieces)):
        late = above[at] >= max(_LEAST_WORDS, _LEAST_SHARE * above[-1])
        if late and _names_sender(heading.text, following.text):
            return [
                *pieces[:at],
                *(p._replace(role=Role.FURNITURE) if p.is_body else p for p in pieces[at:]),
            ]
    return list(pieces)


def _names_sender(heading: str, paragraph: str) -> bool:
    about = _ABOUT.fullmatch(heading)
    if not about or end_class(paragraph) not in SENTENCE_ENDS:
        return False
    name = about["sender"].split()[0].casefold()
    return name in (word.casefold() for word in paragraph.split()[:2])
