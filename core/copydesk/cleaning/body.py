"""The body put together from its blocks, and the record of where it came from."""

import hashlib
from collections.abc import Iterable
from typing import Literal

from copydesk.article import Block, BlockKind, Source
from copydesk.reading.document import RawDocument

BREAK = "\n\n"


def joined(blocks: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Join blocks with a blank line between two; give the text and where each block lies in it.

    Blank blocks are left out, white space around a block is cut.
    """
    parts: list[str] = []
    placed: list[Block] = []
    start = 0
    for kind, words in blocks:
        words = words.strip()
        if not words:
            continue
        parts.append(words)
        placed.append(Block(kind=kind, start=start, end=start + len(words)))
        start += len(words) + len(BREAK)
    return BREAK.join(parts), tuple(placed)


def source_of(raw: RawDocument, format: Literal["html", "text"]) -> Source:
    """Describe the raw document; its `encoding` must be the one that it was decoded with."""
    return Source(
        path=raw.path,
        format=format,
        bytes=len(raw.data),
        encoding=raw.encoding or "utf-8",
        sha256=hashlib.sha256(raw.data).hexdigest(),
    )
