"""Sentences that a page has besides its article: a second copy, consent texts, readers' remarks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from copydesk.cleaning.text.cues import WHOLE_DATE
from copydesk.cleaning.text.roles import Piece, Role, with_role

_COPIED = 25
"""Words of a paragraph that no article has twice."""
_TOP = 0.3
"""Share of the body's words above, in which an article that is about consent would speak of it."""
_ABOUT = re.compile(r"cookie|consent|privacy|datenschutz|personal information", re.IGNORECASE)
_COOKIE = re.compile(r"\bcookies?\b")
_WEB = re.compile(
    r"\b(?:web(?:site|seite)?s?|sites?|browser|navigateur|navegador|visitors?|consent|track\w*"
    r"|advertis\w*|third[- ]part\w*|preferences|zustimmung)\b",
)
_CONSENT = (
    *("dass mir externe inhalte", "an drittplattformen"),
    *("sale of your personal information", "sale of your personal data", "california consumer"),
    *("opt out of the sale", "opt-out of the sale", "opting out of the sale"),
)
"""What asks whether content of others may be shown, and what Californian law wants said."""
# "gull77 says:", "Ada Moss schrieb am …:"
_SAYS = re.compile(
    r"(?:.{2,40}\s)?(?:says|wrote|sagt|schreibt|schrieb|dit|dice|schreef|zegt|pisze|säger|skriver)"
    r"\s?:",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}[:.h]\d\d")
_MOMENT_WORDS = 15
"""Words of the longest line that tells when a remark was made, and who answers it."""
_REMARKS = 2
"""Remarks from which there is a thread."""
_ARTICLE_WORDS = 40
"""Words of the body above it."""
# "Reviews (3)", "12 ratings and reviews", "Bewertungen: 12"
_REVIEWS_WORDS = (
    r"(?:(?:user|reader|recipe|customer|ratings? (?:and|&)) )?reviews?|bewertungen|avis|opiniones"
    r"|recensioni|recensies"
)
_REVIEWS = re.compile(
    rf"(?:{_REVIEWS_WORDS})\s?:?\s?\(?\d+\)?|\d+ (?:{_REVIEWS_WORDS})", re.IGNORECASE
)
_HEADING = 5
"""Words of the longest such heading."""
_REVIEWED_SHARE = 0.3
"""Share of the body's words above such a heading."""


def without_copies(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of the body marked that say a long paragraph again."""
    seen: set[str] = set()
    again = set()
    for at, piece in enumerate(pieces):
        if piece.is_body and piece.words >= _COPIED:
            if piece.text in seen:
                again.add(at)
            seen.add(piece.text)
    return _without(pieces, again, Role.REPEATED)


def without_consent(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without what asks for consent to cookies, or says how to deny it.

    Not where the article is about that.
    """
    found = {at for at, p in enumerate(pieces) if p.is_body and _asks_consent(p.text)}
    if not found or any(_ABOUT.search(piece.text) for piece in _top(pieces)):
        return list(pieces)
    return _without(pieces, found, Role.FURNITURE)


def _asks_consent(text: str) -> bool:
    lower = text.lower()  # a hundred times as fast as expressions without regard to case
    if "cookie" in lower and _COOKIE.search(lower) and _WEB.search(lower):
        return True
    return any(phrase in lower for phrase in _CONSENT)


def _top(pieces: Sequence[Piece]) -> Iterator[Piece]:
    above = list(accumulate(piece.words * piece.is_body for piece in pieces))
    for piece, words in zip(pieces, above, strict=True):
        if piece.is_body and words <= _TOP * above[-1]:
            yield piece


def without_threads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without remarks that "X says:" and a moment open, and all that is below."""
    starts = [at for at in range(len(pieces) - 1) if _is_remark(pieces[at], pieces[at + 1])]
    if len(starts) < _REMARKS:
        return list(pieces)
    if sum(piece.words for piece in pieces[: starts[0]] if piece.is_body) < _ARTICLE_WORDS:
        return list(pieces)
    return _without(pieces, range(starts[0], len(pieces)), Role.FURNITURE)


def without_reviews(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without what readers say of a dish or a thing below a heading that counts it."""
    above = list(accumulate(piece.words * piece.is_body for piece in pieces))
    for at, piece in enumerate(pieces):
        enough = above[at] >= max(_ARTICLE_WORDS, _REVIEWED_SHARE * above[-1])
        if enough and piece.words <= _HEADING and _REVIEWS.fullmatch(piece.text):
            return _without(pieces, range(at, len(pieces)), Role.FURNITURE)
    return list(pieces)


def _is_remark(piece: Piece, following: Piece) -> bool:
    if piece.text[-1] != ":" or not _SAYS.fullmatch(piece.text):
        return False
    moment = following.words <= _MOMENT_WORDS and WHOLE_DATE.search(following.text)
    return bool(moment and _TIME.search(following.text))


def _without(pieces: Sequence[Piece], places: Iterable[int], role: Role) -> list[Piece]:
    return with_role(pieces, (at for at in places if pieces[at].is_body), role)
