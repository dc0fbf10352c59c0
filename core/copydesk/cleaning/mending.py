"""What the trees miss on pages unlike those they learned from: small pages, and broken lists."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import numpy as np
from lxml.html import HtmlElement

from copydesk.article import BlockKind
from copydesk.cleaning.features import MUCH_LINKED, NAMES, RUNNING, Flags, Matrix
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.pieces import Piece

COLUMN = {name: at for at, name in enumerate(NAMES)}

SMALL = 60
"""Pieces up to which a page is small: nearly all its running text is its article."""

COLONS = ":："

MOSTLY = 0.5
"""Share of the pieces marked up alike from which the others are body as they are."""

MISSED = 0.6
"""With less of a small page's running text in the body, all of it is taken."""

BEGUN = 0.3
"""Share of a list's items in the body from which the others follow."""

ITEM_LINKED = 0.7
"""Share of linked characters from which an item is a link, whatever the items beside it are."""

KEPT = 0.5
"""Share of a piece in the first reading from which it was read."""

DOUBT = 0.5
"""Share of the probability of body that suffices for what was read on a small page."""

CODE = frozenset((BlockKind.CODE,))
LAID_OUT = CODE | {BlockKind.TABLE}
SET_APART = LAID_OUT | {BlockKind.BLOCKQUOTE}

LONG = 200
"""Characters from which a paragraph amid others of the same box is one of them."""

PARAGRAPH = 80
"""Characters from which running text need not end like a sentence."""

OUTSIDE = [
    COLUMN[f"class_{group}"]
    for group in ("comment", "related", "newsletter", "caption", "author", "nav", "ad", "notice")
] + [COLUMN[f"in_{tag}"] for tag in ("nav", "footer", "aside", "figcaption", "form")]

PLAINLY_NONE = [*OUTSIDE, COLUMN["is_title"], COLUMN["furniture"]]
NO_HEADING = [column for column in PLAINLY_NONE if column != COLUMN["class_nav"]]
"""A heading may stand in what calls itself a header."""


def mended(pieces: Sequence[Piece], rows: Matrix, probability: Matrix, least: float) -> Matrix:
    """Give the probabilities, raised to certainty for what plainly belongs to the body.

    On any page that is a long paragraph, code or a likely heading between, and the items of a
    list of which some are body already. On a small page it is also the running text and the tables
    of the first reading and what that has between, all running text where most of it is missed,
    and any heading, quotation or table between. `least` is the probability of body.
    """
    body = probability >= least
    small = len(pieces) <= SMALL
    if small:
        judged = zip(pieces, rows, strict=True)
        running = np.array([_is_running(piece, row) for piece, row in judged], dtype=bool)
        read = rows[:, COLUMN["kept"]] >= KEPT
        body |= running & read & (probability >= least * DOUBT)
        body |= read & [piece.kind in LAID_OUT for piece in pieces] & ~rows[:, OUTSIDE].any(axis=1)
        size = np.array([len(piece.text) for piece in pieces])
        if size[running & body].sum() < MISSED * size[running].sum():
            body |= running
    _take_items(pieces, rows, body)
    _take_between(pieces, rows, body, SET_APART if small else CODE)
    if small:
        _take_read(rows, body)
        _take_alike(pieces, rows, body)
    _take_paragraphs(pieces, rows, body)
    _take_headings(pieces, rows, body, probability >= (0.0 if small else least * DOUBT))
    return np.where(body, np.maximum(probability, least), probability)


def _is_running(piece: Piece, row: Matrix) -> bool:
    return (
        len(piece.text) >= RUNNING
        and (bool(row[COLUMN["stop"]]) or len(piece.text) >= PARAGRAPH)
        and piece.linked < MUCH_LINKED * len(piece.text)
        and not row[OUTSIDE].any()
        and not (row[COLUMN["is_summary"]] or row[COLUMN["is_title"]])
        and furniture_reason(piece.text) is None
    )


def _take_between(
    pieces: Sequence[Piece], rows: Matrix, body: Flags, kinds: frozenset[BlockKind]
) -> None:
    """Take the pieces of some kinds that stand after one piece of body and before another."""
    inside = np.flatnonzero(body)
    for at in range(int(inside[0]) + 1, int(inside[-1])) if len(inside) else ():
        if pieces[at].kind in kinds and not rows[at][OUTSIDE].any():
            body[at] = True


def _take_read(rows: Matrix, body: Flags) -> None:
    """Take what the first reading has between two pieces of body, unless it is plainly none."""
    inside = np.flatnonzero(body)
    if len(inside):
        plain = (rows[:, COLUMN["linked"]] < MUCH_LINKED) & ~rows[:, PLAINLY_NONE].any(axis=1)
        between = slice(int(inside[0]), int(inside[-1]))
        body[between] |= (plain & (rows[:, COLUMN["kept"]] >= KEPT))[between]


def _take_alike(pieces: Sequence[Piece], rows: Matrix, body: Flags) -> None:
    """Take what is marked up like most of the body around it: the last items of a long list."""
    inside = np.flatnonzero(body)
    if not len(inside):
        return
    marks = [_marks(piece) for piece in pieces]
    between = range(int(inside[0]), int(inside[-1]))
    alike = Counter(marks[at] for at in between)
    taken = Counter(marks[at] for at in between if body[at])
    for at in between:
        mostly = taken[marks[at]] > MOSTLY * alike[marks[at]]
        if mostly and not pieces[at].linked and not rows[at][PLAINLY_NONE].any():
            body[at] = True


def _marks(piece: Piece) -> tuple[str | None, ...]:
    """Give the tags and classes of a piece's element and of the two around it."""
    around = (piece.element, *islice(piece.element.iterancestors(), 2))
    return tuple(mark for element in around for mark in (element.tag, element.get("class")))


def _take_paragraphs(pieces: Sequence[Piece], rows: Matrix, body: Flags) -> None:
    """Take a long paragraph between two paragraphs of body in the same box."""
    inside = np.flatnonzero(body[:-2] & ~body[1:-1] & body[2:]) + 1
    for at in inside.tolist():
        before, piece, after = (_box(pieces[near]) for near in (at - 1, at, at + 1))
        if len(pieces[at].text) >= LONG and before == piece == after:
            body[at] = furniture_reason(pieces[at].text) is None


def _box(piece: Piece) -> tuple[HtmlElement | None, str]:
    """Give the element around a piece's own, and the tag of its own."""
    return piece.element.getparent(), piece.element.tag


def _take_headings(pieces: Sequence[Piece], rows: Matrix, body: Flags, likely: Flags) -> None:
    """Take the likely headings that stand between two pieces of body."""
    inside = np.flatnonzero(body)
    first = int(inside[0]) if len(inside) else len(pieces)
    for at in range(first + 1, len(pieces) - 1):
        heading = pieces[at].kind is BlockKind.HEADING and not pieces[at].linked and likely[at]
        if heading and body[at + 1] and not rows[at][NO_HEADING].any():
            body[at] = True


def _take_items(pieces: Sequence[Piece], rows: Matrix, body: Flags) -> None:
    """Take a list's items, unlinked ones, where some are body or a colon or heading leads in.

    Not readers' comments and the like, which are often list items.
    """
    parents = [
        _list_around(piece.element) if piece.kind is BlockKind.LIST_ITEM else None
        for piece in pieces
    ]
    items = Counter(parent for parent in parents if parent is not None)
    taken = Counter(parent for parent, inside in zip(parents, body, strict=True) if inside)
    begun = {parent for parent in items if taken[parent] >= BEGUN * items[parent]}
    led = {
        parents[at + 1]
        for at in np.flatnonzero(body[:-1]).tolist()
        if pieces[at].text[-1] in COLONS or pieces[at].kind is BlockKind.HEADING
    }
    for at, (piece, parent) in enumerate(zip(pieces, parents, strict=True)):
        if parent is None or not (parent in begun or parent in led) or rows[at][OUTSIDE].any():
            continue
        plain = piece.linked < (ITEM_LINKED if parent in begun else MUCH_LINKED) * len(piece.text)
        body[at] |= plain and furniture_reason(piece.text) is None


def _list_around(element: HtmlElement) -> HtmlElement | None:
    """Give the list that an item is in, whether its words stand in boxes of their own or not."""
    return next(element.iterancestors("ul", "ol", "dl"), element.getparent())
