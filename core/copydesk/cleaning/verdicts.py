"""What each piece of a page is: body, or something else and what."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from copydesk.article import BlockKind
from copydesk.cleaning.credits import ends_like_caption
from copydesk.cleaning.ending import NEVER_BODY, closing
from copydesk.cleaning.features import NAMES, Matrix
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.bylines import BY, is_byline
from copydesk.cleaning.metadata.moments import day_in
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.repetition import repetitions
from copydesk.cleaning.teasers import READ_ALSO, teasers

IN_BODY = 0.45
"""Probability from which a piece is part of the body.

News pages like those learned from are read .0005 better at .55 (F1, cross-validated by site),
pages of other kinds .007 worse: unsure of an unknown page, keep what may be the article's.
"""

BODY = "body"
DASHES = "—–-―"
REPEATED = "repeated"

LINKED = 0.6
"""Share of linked characters from which a piece is nothing but links."""

SHORT = 40
"""Characters up to which a line's own words are enough to judge it."""

DATE_LONGEST = 40
"""Characters of a line that is nothing but a date."""

PARAGRAPH = 80
"""Characters from which a piece is a paragraph."""

COUNTED = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.,]{0,8}[kKmM]?")
"""312, 1.2K: how many liked the article; a year may head a part of it."""

CAPTIONS = frozenset(("caption", "tr-caption", "wp-caption-text", "image-caption", "photo-caption"))
"""Classes of elements that hold a caption and nothing else."""

CAPTION_LONGEST = 300
"""Characters of a caption in the body that only its credit tells."""

ATTRIBUTION = 80
"""Characters of the line that says whose a quotation set apart is."""

BY_CLASS = (
    ("class_comment", "comments"),
    ("class_newsletter", "newsletter"),
    ("class_related", "read-also"),
    ("in_figcaption", "caption"),
    ("class_caption", "caption"),
    ("class_author", "author-note"),
    ("class_share", "share"),
    ("class_ad", "advertisement"),
    ("class_notice", "notice"),
    ("class_tags", "tags"),
    ("class_nav", "navigation"),
    ("in_nav", "navigation"),
    ("in_footer", "navigation"),
    ("class_meta", "time"),
)
"""Features that name a reason, the plainest first."""

COLUMN = {name: at for at, name in enumerate(NAMES)}

ASIDE = [COLUMN["in_aside"], COLUMN["class_aside"]]


class Verdict(NamedTuple):
    """A piece and what it is: `body`, or the reason why it is none."""

    piece: Piece
    reason: str

    @property
    def is_body(self) -> bool:
        """Whether the piece goes into the article's text."""
        return self.reason == BODY


def verdicts(pieces: Sequence[Piece], rows: Matrix, probability: Matrix) -> list[Verdict]:
    """Judge a page's pieces, in order."""
    bodies = [
        at
        for at, (piece, row) in enumerate(zip(pieces, rows, strict=True))
        if probability[at] >= IN_BODY and not _is_plainly_none(piece, row)
    ]
    bodies = bodies[: closing(bodies, pieces, rows)]
    taken = [pieces[at] for at in bodies]
    apart = [_is_set_apart(pieces[at], rows[at]) for at in bodies]
    again = repetitions([piece.text for piece in taken], apart)
    reasons = dict.fromkeys(bodies, BODY)
    reasons |= {bodies[at]: REPEATED for at in again}
    pulled = {at for at in again if apart[at]}
    reasons |= {bodies[at]: REPEATED for at in _attributions(taken, pulled)}
    reasons |= {bodies[at]: READ_ALSO for at in teasers(taken)}
    reasons |= {bodies[at]: "time" for at in _dates(taken)}
    return [
        Verdict(piece, reasons.get(at) or _reason(piece, row))
        for at, (piece, row) in enumerate(zip(pieces, rows, strict=True))
    ]


def _dates(bodies: Sequence[Piece]) -> Iterator[int]:
    """Find the lines above the first paragraph that are nothing but a date."""
    for at, piece in enumerate(bodies):
        if len(piece.text) >= PARAGRAPH:
            return
        if len(piece.text) <= DATE_LONGEST and day_in(piece.text):
            yield at


def _attributions(bodies: Sequence[Piece], pulled: set[int]) -> Iterator[int]:
    """Find the lines that say whose the pulled quotations right before them are."""
    for at in range(1, len(bodies)):
        piece, quote = bodies[at], bodies[at - 1]
        if at - 1 in pulled and len(piece.text) <= ATTRIBUTION:
            around = list(islice(quote.element.iterancestors(), 2))
            if piece.element in around or piece.text[0] in DASHES:
                yield at


def _is_set_apart(piece: Piece, row: Matrix) -> bool:
    """Tell a quotation or a box, which may pull words out of the text beside it."""
    return piece.kind is BlockKind.BLOCKQUOTE or bool(row[ASIDE].any())


def _is_plainly_none(piece: Piece, row: Matrix) -> bool:
    """Tell short lines that are no body wherever they stand: bylines, plain furniture."""
    if piece.kind is BlockKind.PARAGRAPH and is_byline(piece.text):
        return True
    if not CAPTIONS.isdisjoint((piece.element.get("class") or "").split()):
        return True
    if _is_credited(piece):
        return True
    if len(piece.text) > SHORT:
        return False
    if piece.kind is BlockKind.PARAGRAPH and COUNTED.fullmatch(piece.text):
        return True
    byline = row[COLUMN["names_author"]] and BY.match(piece.text)
    return bool(byline) or furniture_reason(piece.text) in NEVER_BODY


def _is_credited(piece: Piece) -> bool:
    """Tell a caption by its credit alone."""
    return len(piece.text) <= CAPTION_LONGEST and ends_like_caption(piece.text)


def _is_under_picture(piece: Piece, row: Matrix) -> bool:
    """Tell the words under a picture from the headline under a teaser's."""
    shown = row[COLUMN["in_figcaption"]] or row[COLUMN["class_caption"]]
    return bool(shown) and not (row[COLUMN["class_related"]] or piece.linked)


def _reason(piece: Piece, row: Matrix) -> str:
    """Say why a piece is no body: by its words, then by what it repeats, then by its markup."""
    if row[COLUMN["is_title"]]:
        return "headline"
    if row[COLUMN["is_summary"]]:
        return "standfirst"
    known = furniture_reason(piece.text)
    if known in (None, "credit") and _is_under_picture(piece, row):
        return known or "caption"
    if _is_credited(piece):
        return "caption"
    if known:
        return known
    if row[COLUMN["names_author"]]:
        return "author-note"
    named = next((reason for name, reason in BY_CLASS if row[COLUMN[name]]), None)
    if named:
        return named
    return "links" if piece.linked > LINKED * len(piece.text) else "aside"
