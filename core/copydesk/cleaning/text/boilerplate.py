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
# "Media contact:", "Pressekontakt", "For more information, please contact"
_CONTACT = re.compile(
    r"(?:(?:media|press|investor|pr)\s+)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations)"
    r"|(?:for )?(?:more|further) information(?:,? (?:please )?contact)?|notes to editors?"
    r"|(?:presse|medien)?kontakte?|ansprechpartner(?:in)?|contacts? (?:de )?presse"
    r"|contacto(?: de prensa)?|contatti(?: stampa)?|ufficio stampa|kontakt prasowy",
    re.IGNORECASE,
)
# "press@vantor.example", "+44 1632 960 777"
_REACHABLE = re.compile(r"\S@\S+\.\w|\+?\d[\d ()/.-]{6,}\d")
_CARD = 6
"""Lines below a heading of contacts among which one says how to reach somebody."""
_EDGE = " :：.*-–—"
_LEAST_SHARE = 0.4
"""Share of the body's words above such a heading, and the words themselves."""
_LEAST_WORDS = 60


def without_boilerplate(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of the body from an "About …" or "Media contact" on marked as furniture.

    The paragraph below the first must open with the name in it; a mail address or a telephone
    must stand near the second.
    """
    above = [0.0, *accumulate(piece.words * piece.is_body for piece in pieces)]
    for at, (heading, following) in enumerate(pairwise(pieces)):
        late = above[at] >= max(_LEAST_WORDS, _LEAST_SHARE * above[-1])
        if late and (_names_sender(heading.text, following.text) or _is_card(pieces, at)):
            return [
                *pieces[:at],
                *(p._replace(role=Role.FURNITURE) if p.is_body else p for p in pieces[at:]),
            ]
    return list(pieces)


def _is_card(pieces: Sequence[Piece], at: int) -> bool:
    if not _CONTACT.fullmatch(pieces[at].text.strip(_EDGE)):
        return False
    return any(_REACHABLE.search(piece.text) for piece in pieces[at + 1 : at + 1 + _CARD])


def _names_sender(heading: str, paragraph: str) -> bool:
    about = _ABOUT.fullmatch(heading)
    if not about or end_class(paragraph) not in SENTENCE_ENDS:
        return False
    name = about["sender"].split()[0].casefold()
    return name in (word.casefold() for word in paragraph.split()[:2])
