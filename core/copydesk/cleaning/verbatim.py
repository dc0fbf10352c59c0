"""Text that is clean already: kept to the character."""

import re

from copydesk.article import Article, Block, BlockKind
from copydesk.cleaning.body import source_of
from copydesk.cleaning.draft import Draft
from copydesk.reading.document import RawDocument

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
"""Lines up to a blank one."""

LINE = re.compile(r"\S[^\n]*")


def keep_verbatim(text: str, raw: RawDocument) -> Draft:
    """Give the text as it is, its paragraphs (or lines, where it has no blank line) as blocks."""
    pieces = list(PARAGRAPH.finditer(text))
    if len(pieces) < 2:
        pieces = list(LINE.finditer(text))
    blocks = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            start=piece.start(),
            end=piece.start() + len(piece.group().rstrip()),
        )
        for piece in pieces
    )
    return Draft(Article(id=raw.id, source=source_of(raw, "text"), text=text, blocks=blocks))
