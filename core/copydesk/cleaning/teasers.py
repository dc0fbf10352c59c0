"""Lines between an article's paragraphs that send the reader to other stories."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.article import BlockKind
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.pieces import Piece

READ_ALSO = "read-also"

WHOLLY = 0.9
"""Share of linked characters from which a line is a link."""

MOSTLY = 0.5

LONGEST = 200
"""Characters of a teaser."""

HEADLINE = 4
"""Words of a headline at least."""

CASED, LOUD = 12, 0.85
"""Letters at least, and the share of capitals among them, of a line in capitals."""

LABELLED = re.compile(r"([^:|]{3,40}?)\s*[:|]\s*(\S.*)", re.S)
"""A label and what follows: "More on this | Rain in Riga"."""


def teasers(pieces: Sequence[Piece]) -> set[int]:
    """Give the places of the pieces, of those taken for the body, that only point elsewhere.

    That is a linked line in capitals, a link behind words like "Read also:" or behind a label
    that other links have too, and the links below a line of such words.
    """
    found = {at for at, piece in enumerate(pieces) if _is_loud(piece) or _is_pointer(piece)}
    return found.union(_labelled_alike(pieces), _below_labels(pieces))


def _is_loud(piece: Piece) -> bool:
    if not _is_link(piece):
        return False
    cased = [letter for letter in piece.text if letter.isupper() or letter.islower()]
    loud = sum(letter.isupper() for letter in cased)
    return len(cased) >= CASED and loud >= LOUD * len(cased)


def _is_link(piece: Piece) -> bool:
    size = len(piece.text)
    return (
        size <= LONGEST and piece.linked >= WHOLLY * size and piece.text.count(" ") >= HEADLINE - 1
    )


def _is_pointer(piece: Piece) -> bool:
    size = len(piece.text)
    linked = size <= LONGEST and piece.linked >= MOSTLY * size
    return linked and furniture_reason(piece.text) == READ_ALSO


def _labelled_alike(pieces: Sequence[Piece]) -> Iterator[int]:
    """Find the links behind a label that stands before several of them."""
    labels = [_label(piece) for piece in pieces]
    times = Counter(labels)
    return (at for at, label in enumerate(labels) if label and times[label] > 1)


def _label(piece: Piece) -> str | None:
    """Give the words before a link, as long as a headline, that fills the rest of a line."""
    if piece.kind is not BlockKind.PARAGRAPH or not piece.linked or len(piece.text) > LONGEST:
        return None
    parts = LABELLED.fullmatch(piece.text)
    if parts is None or parts[2].count(" ") < HEADLINE - 1:
        return None
    return parts[1].casefold() if piece.linked >= WHOLLY * len(parts[2]) else None


def _below_labels(pieces: Sequence[Piece]) -> Iterator[int]:
    """Find lines like "You may also like" with links below, and these."""
    for at, piece in enumerate(pieces):
        if not piece.linked and furniture_reason(piece.text) == READ_ALSO:
            links = list(_links_after(pieces, at))
            if links:
                yield at
                yield from links


def _links_after(pieces: Sequence[Piece], label: int) -> Iterator[int]:
    for at in range(label + 1, len(pieces)):
        if not _is_link(pieces[at]):
            return
        yield at
