"""The windows in which a text goes through the encoder."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.language.tokens import Token

WINDOW_PIECES = 254  # the encoder's 256 positions, less [CLS] and [SEP]
CONTEXT_PIECES = 20  # the sentence before is read again if it is no longer than this
_FULL = 0.6  # from this part of a window on, it ends at the next end of a paragraph


class Window(NamedTuple):
    """Tokens `begin` to `end` are read together; those from `start` on are tagged."""

    begin: int
    start: int
    end: int


class _Unit(NamedTuple):
    """A sentence, or a piece of one that is longer than a window; tokens, half open."""

    start: int
    end: int
    pieces: int
    closes: bool  # a paragraph


def windows(
    text: str, tokens: Sequence[Token], sentences: Sequence[Token], sizes: Sequence[int]
) -> Iterator[Window]:
    """Cut a text into windows that end with a sentence, best with a paragraph.

    `sizes` has the number of word pieces of each token, each at most `WINDOW_PIECES`. A window
    opens with the sentence before it as context, where that is short. A sentence that is longer
    than a window is cut between two tokens. Where a sentence is left out of `sentences`, a window
    ends before it.
    """
    before: _Unit | None = None
    first: _Unit | None = None
    start = end = filled = 0
    for unit in _units(text, tokens, sentences, sizes):
        follows = unit.start == end
        if first and (not follows or filled + unit.pieces > WINDOW_PIECES):
            yield Window(first.start, start, end)
            first = None
        if first is None:
            room = min(CONTEXT_PIECES, WINDOW_PIECES - unit.pieces)
            fits = follows and before and before.pieces <= room
            first = before if before and fits else unit
            start, filled = unit.start, first.pieces if fits else 0
        filled += unit.pieces
        end, before = unit.end, unit
        if unit.closes and filled >= _FULL * WINDOW_PIECES:
            yield Window(first.start, start, end)
            first = None
    if first:
        yield Window(first.start, start, end)


def _units(
    text: str, tokens: Sequence[Token], sentences: Sequence[Token], sizes: Sequence[int]
) -> Iterator[_Unit]:
    end = 0
    for i, sentence in enumerate(sentences):
        start = bisect_left(tokens, (sentence.start,), end)
        end = bisect_left(tokens, (sentence.end,), start)
        last = i + 1 == len(sentences)
        closes = last or "\n" in text[sentence.end : sentences[i + 1].start]
        pieces = sum(sizes[start:end])
        if 0 < pieces <= WINDOW_PIECES:
            yield _Unit(start, end, pieces, closes)
            continue
        pieces = 0
        for at in range(start, end):
            if pieces + sizes[at] > WINDOW_PIECES:
                yield _Unit(start, at, pieces, closes=False)
                start, pieces = at, 0
            pieces += sizes[at]
        if pieces:
            yield _Unit(start, end, pieces, closes)
