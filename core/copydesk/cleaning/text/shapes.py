"""What a line looks like, in any language: its ends, its length, how sentence-like it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese.
BARE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_BARE_LETTER = re.compile(f"[{BARE}]")
_BARE_PER_WORD = 2.0
"""Letters of such a script that make about a word."""

SENTENCE_END = ".!?…。！？．؟।۔։"
CLOSERS = "\"'”’»›)]}」』）】"
OPENERS = "“‘«‹([{¿¡„‚「『（【"
_COMMAS = ",;،؛、，；"
_COLONS = ":："
_DASHES = "-–—‑―−"

ENDS = 12
"""Number of classes that `end_class` gives."""
SENTENCE_ENDS = (3, 4)
"""Those of `end_class` that end a sentence."""
STARTS = 9
"""Number of classes that `start_class` gives."""
STARTS_WITH_DIGIT = 2
"""The one of a line that opens with a figure."""


class Shape(NamedTuple):
    """The features of one line that need its characters."""

    end: int
    start: int
    words: float
    stop: float
    """Share of its words that are function words of the document's language."""
    first_stop: bool
    last_stop: bool
    capitals: float
    """Share of its words that begin with a capital."""
    shouted: bool
    """All its letters are capitals."""


def end_class(text: str) -> int:
    """How a line ends: 3 is the end of a sentence, 4 the same inside quotes or brackets."""
    last = text[-1]
    if last in SENTENCE_END:
        return 3
    if last in CLOSERS:
        bare = text[-4:].rstrip(CLOSERS)
        return 4 if bare and bare[-1] in SENTENCE_END else 5
    for number, marks in ((6, _COMMAS), (7, _COLONS), (8, _DASHES), (9, OPENERS)):
        if last in marks:
            return number
    return _letter_class(last, other=11, caseless=10)


def start_class(text: str) -> int:
    """How a line begins: 0 lower case, 1 capital, 2 digit, 4 a mark that continues a sentence."""
    first = text[0]
    if first in OPENERS or first in "\"'":
        return 3
    if first in ".,;:!?)]}%”’»،؛、，。" or first == "…":
        return 4
    if first in _DASHES:
        return 5
    return _letter_class(first, other=7, caseless=6)


def _letter_class(letter: str, *, other: int, caseless: int) -> int:
    if letter.islower():
        return 0
    if letter.isupper():
        return 1
    if letter.isdigit():
        return 2
    return caseless if letter.isalpha() else other


def word_count(text: str) -> float:
    """Words of a text; where its script has no spaces, what they would about be."""
    bare = len(_BARE_LETTER.findall(text)) if not text.isascii() else 0
    return text.count(" ") + 1 + bare / _BARE_PER_WORD


def shape_of(text: str, stop: frozenset[str]) -> Shape:
    """The shape of one line; `stop` holds the function words of the document's language."""
    cased = text.split()
    words = text.lower().split()
    hits = [word in stop for word in words]
    capitals = sum(word[0].isupper() for word in cased)
    return Shape(
        end=end_class(text),
        start=start_class(text),
        words=word_count(text),
        stop=sum(hits) / len(words),
        first_stop=hits[0],
        last_stop=hits[-1],
        capitals=capitals / len(words),
        shouted=text.isupper(),
    )


def shapes_of(texts: Sequence[str], stop: frozenset[str]) -> list[Shape]:
    """The shape of every line; equal lines are looked at once."""
    known: dict[str, Shape] = {}
    shapes: list[Shape] = []
    for text in texts:
        shape = known.get(text)
        if shape is None:
            shape = known[text] = shape_of(text, stop)
        shapes.append(shape)
    return shapes
