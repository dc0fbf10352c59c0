"""Where an article ends: what follows its last paragraph speaks of its author, sender or site."""

import re
from collections.abc import Sequence

from copydesk.cleaning.features import NAMES, Matrix
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.bylines import OFFICE
from copydesk.cleaning.pieces import Piece

NEVER_BODY = frozenset(("newsletter", "share", "advertisement", "copyright", "comments"))

CLOSING = NEVER_BODY - {"copyright"} | {"author-note", "credit", "notice"}
"""Reasons for which the lines that close an article are none of it."""

LONGEST = 200
"""Characters of such a line."""

NOTE_LONGEST = 300
"""Characters of a note about the author."""

WRITES = re.compile(
    r"\b(?:covers|writes|contributed|reach (?:him|her|them)|follow (?:him|her))\b|@"
)

SENDER = re.compile(
    r"forward.looking statements?$|cautionary (?:note|statement)\b[^.!?]*$|(?-i:SOURCE [A-Z])[^.]*$"
    r"|(?:media|press|investor)s? (?:contacts?|relations|inquiries|enquiries)\b"
    r"(?:\s?:|[^.!?:]{0,40}$)|pressekontakt\b",
    re.I,
)
"""Lines that stand below a press release alone."""

ABOUT = re.compile(r"(?:about|über|à propos d[eu]) (?-i:[A-ZÀ-Þ])[^.]{1,60}$", re.I)
"""Above what a sender says of itself: "About Velden Foods"."""

BELOW = 0.4
"""Share of the bodies above the first line that may end a press release."""

NAMES_AUTHOR = NAMES.index("names_author")


def closing(bodies: Sequence[int], pieces: Sequence[Piece], rows: Matrix) -> int:
    """Count the bodies, given by their places, up to the last that is the article's own."""
    end = _release_end(bodies, pieces)
    while end and _closes(pieces[bodies[end - 1]], rows[bodies[end - 1]]):
        end -= 1
    return end


def _closes(piece: Piece, row: Matrix) -> bool:
    """Tell a call to follow or pay, or a note about the author."""
    text = piece.text
    if len(text) <= LONGEST and furniture_reason(text) in CLOSING:
        return True
    speaks = piece.emphasised == len(text) or WRITES.search(text) or OFFICE.search(text)
    return bool(row[NAMES_AUTHOR] and speaks) and len(text) <= NOTE_LONGEST


def _release_end(bodies: Sequence[int], pieces: Sequence[Piece]) -> int:
    """Count the bodies above what a press release's sender says of itself, all on other pages."""
    below = range(bodies[int(BELOW * len(bodies))], bodies[-1] + 1) if bodies else range(0)
    heads = {at: pieces[at].text.partition("\n")[0] for at in below}
    sent = [at for at in below if SENDER.match(heads[at])]
    if not sent:
        return len(bodies)
    first = min([*sent, *(at for at in below if ABOUT.match(heads[at]))])
    return sum(at < first for at in bodies)
