"""A text laid out for the search for quotations: paragraphs, quoted regions, tags in reach."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from copydesk.language.tokens import Token
from copydesk.quotes.regions import Region

_OPENS_APPOSITION = re.compile(r"(?:,| \(| [—–])\s*")
_APPOSITION = 90  # characters after a name that may hold an apposition


class Stretch(NamedTuple):
    """A half-open stretch of the text."""

    start: int
    end: int
    score: float = 1.0
    """The tagger's probability, where the tagger found it."""


class Paragraph(NamedTuple):
    """One paragraph, `text[start:end]`, with its quoted regions."""

    start: int
    end: int
    regions: tuple[Region, ...]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


@dataclass(frozen=True, slots=True)
class InOrder(Generic[Placed]):
    """Stretches of one kind, in text order, to be asked for by place."""

    items: Sequence[Placed]
    starts: Sequence[int]

    @classmethod
    def of(cls, items: Sequence[Placed]) -> "InOrder[Placed]":
        """The same stretches, ready to be searched."""
        return cls(items, [item.start for item in items])

    def inside(self, start: int, end: int) -> Sequence[Placed]:
        """Those that begin in `[start, end)`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first_inside(self, start: int, end: int, count: int) -> Sequence[Placed]:
        """The first `count` of those."""
        low = bisect_left(self.starts, start)
        return self.items[low : min(low + count, bisect_left(self.starts, end))]

    def last_inside(self, start: int, end: int, count: int) -> Sequence[Placed]:
        """The last `count` of those."""
        high = bisect_left(self.starts, end)
        return self.items[max(high - count, bisect_left(self.starts, start)) : high]

    def over(self, start: int, end: int) -> Sequence[Placed]:
        """Those that share a character with `[start, end)`; the stretches must not overlap."""
        low = bisect_left(self.starts, start)
        if low and self.items[low - 1].end > start:
            low -= 1
        return self.items[low : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at."""

    text: str
    paragraphs: InOrder[Paragraph]
    regions: InOrder[Stretch]
    """Every quoted region of the text."""
    words: InOrder[Token]
    sentences: InOrder[Token]
    contents: InOrder[Stretch]
    sources: InOrder[Stretch]
    cues: InOrder[Stretch]
    people: InOrder[Stretch]
    """Names of persons."""
    newcomers: frozenset[Stretch]
    """Of these, each full name where it first stands."""
    voices: frozenset[str]
    """The last word of each name that the tagger has for a source."""
    names: frozenset[tuple[int, int]]
    """Where every name begins and ends."""

    def is_name(self, stretch: Stretch) -> bool:
        """Whether a stretch is one name from its beginning to its end."""
        return (stretch.start, stretch.end) in self.names

    def apposition(self, end: int) -> str:
        """What a comma, a bracket or a dash sets off right behind a name that ends at `end`."""
        opening = _OPENS_APPOSITION.match(self.text, end)
        return self.text[opening.end() : opening.end() + _APPOSITION] if opening else ""
