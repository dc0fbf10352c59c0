"""Headlines of other stories that a page links to."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import BlockKind
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.verdicts import LINKED, Verdict

REASONS = frozenset(("read-also", "links", "aside"))

SHORTEST, LONGEST = 4, 28
"""Words of a headline; a script without spaces is measured in characters."""

NARROW = 12
"""Characters of such a script that a headline has at least."""

BRACKETED = re.compile(r"\[\s*([^\[\]]*?)\s*\]")

MANY = 2
"""Links in a line, from which it is a list of topics."""

MOST = 30


def related_of(judged: Sequence[Verdict], title: str | None) -> tuple[str, ...]:
    """Give the linked headlines around the article, each once, the article's own left out."""
    bodies = [at for at, verdict in enumerate(judged) if verdict.is_body]
    if not bodies:
        return ()
    linked = [
        piece
        for piece, reason in judged[bodies[0] :]
        if reason in REASONS
        and piece.linked > LINKED * len(piece.text)
        and any(map(_is_headline, _lines(piece)))
    ]
    lines = (_unlabelled(line) for piece in _teasers(linked) for line in _lines(piece))
    found = dict.fromkeys(line for line in lines if line and _is_headline(line))
    found.pop(title or "", None)
    return tuple(found)[:MOST]


def _teasers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give the first piece inside each link, its heading if it has one; no links into the page."""
    links = [next(piece.element.iterancestors("a"), None) for piece in pieces]
    headed = {
        link: piece
        for link, piece in reversed(list(zip(links, pieces, strict=True)))
        if link is not None and piece.kind is BlockKind.HEADING
    }
    seen = set(headed)
    for link, piece in zip(links, pieces, strict=True):
        if link is None:
            if not _stays_here(piece):
                yield piece
        elif headed.get(link) is piece or link not in seen:
            seen.add(link)
            yield piece


def _stays_here(piece: Piece) -> bool:
    """Tell links that lead to another place on the same page."""
    links = list(piece.element.iter("a"))
    return bool(links) and all((link.get("href") or "").startswith("#") for link in links)


def _lines(piece: Piece) -> list[str]:
    """Give the lines of a piece; none where one line holds many links, as lists of topics do."""
    lines = piece.text.split("\n")
    return lines if piece.links < MANY + len(lines) else []


def _unlabelled(text: str) -> str | None:
    """Cut a "Read also:" and brackets off; None for what is nothing but furniture."""
    label, colon, rest = text.partition(": ")
    if colon and furniture_reason(label + colon):
        return rest
    if furniture_reason(text):
        return None
    bracketed = BRACKETED.fullmatch(text)
    return bracketed[1] if bracketed else text


def _is_headline(text: str) -> bool:
    words = text.count(" ") + 1
    if not text.isascii() and words < SHORTEST:
        return len(text) >= NARROW and text.count(" ") * 10 < len(text)
    return SHORTEST <= words <= LONGEST and len(text) < 250
