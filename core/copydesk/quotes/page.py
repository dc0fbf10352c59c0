"""A text laid out for the search for quotations: paragraphs, quoted regions, tags in reach."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.language import Analysis
from copydesk.quotes.regions import Region, quoted_regions


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


@dataclass(frozen=True, slots=True)
class Tagged:
    """Stretches of one kind, in text order, to be asked for by place."""

    items: tuple[Stretch, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, items: Sequence[Stretch]) -> "Tagged":
        """The same stretches, ready to be searched."""
        return cls(tuple(items), tuple(item.start for item in items))

    def inside(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Those that begin in `[start, end)`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, at: int) -> tuple[Stretch, ...]:
        """Those that begin before `at`."""
        return self.items[: bisect_left(self.starts, at)]

    def over(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Those that share a character with `[start, end)`; the stretches must not overlap."""
        low = bisect_left(self.starts, start)
        if low and self.items[low - 1].end > start:
            low -= 1
        return self.items[low : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    regions: Tagged
    """Every quoted region of the text."""
    words: Tagged
    sentences: Tagged
    contents: Tagged
    sources: Tagged
    cues: Tagged
    names: Tagged


# A paragraph ends at a line break, unless the next line goes on in the middle of a sentence.
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:(?<=[^\s.!?:”\"»])\n(?=[a-zà-ÿа-я])[^\n]+)*")


def lay_out(analysis: Analysis) -> Page:
    """Lay a text out for the rules."""
    text = analysis.text
    by_label: dict[str, list[Stretch]] = {"content": [], "source": [], "cue": []}
    for start, end, label, score in analysis.attributions:
        by_label[label].append(Stretch(start, end, score))
    paragraphs = tuple(_paragraphs(text))
    return Page(
        text=text,
        paragraphs=paragraphs,
        regions=Tagged.of([Stretch(r.start, r.end) for p in paragraphs for r in p.regions]),
        words=Tagged.of([Stretch(*t) for t in analysis.tokens]),
        sentences=Tagged.of([Stretch(*s) for s in analysis.sentences]),
        contents=Tagged.of(by_label["content"]),
        sources=Tagged.of(by_label["source"]),
        cues=Tagged.of(by_label["cue"]),
        names=Tagged.of([Stretch(n.start, n.end) for n in analysis.names]),
    )


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        yield Paragraph(start, end, tuple(quoted_regions(text, start, end)))
