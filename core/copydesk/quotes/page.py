"""A text laid out for the search for quotations: paragraphs, quoted regions, tags in reach."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from copydesk.language import Analysis, TaggedSpan
from copydesk.language.tokens import Token
from copydesk.quotes.dashes import dash_regions
from copydesk.quotes.interview import interview_turns
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.regions import Region, quoted_regions

_SOFT_BREAK = 4  # characters of white space with which a line break may still be a wrapped line


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

    def before(self, at: int) -> Sequence[Placed]:
        """Those that begin before `at`."""
        return self.items[: bisect_left(self.starts, at)]

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
    paragraphs: tuple[Paragraph, ...]
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


_LINE = re.compile(r"[^\n]+")


def lay_out(analysis: Analysis, lexicon: Lexicon, *, tagged: bool) -> Page:
    """Lay a text out for the rules, with the tagger's attributions or without them."""
    text = analysis.text
    by_label: dict[str, list[Stretch]] = {"content": [], "source": [], "cue": []}
    for start, end, label, score in analysis.attributions if tagged else ():
        by_label[label].append(Stretch(start, end, score))
    named = InOrder.of(analysis.names)
    names = {text[n.start : n.end] for n in named.items}
    paragraphs = tuple(_paragraphs(text, lexicon, names))
    people = [Stretch(n.start, n.end) for n in analysis.names if n.label == "PER"]
    return Page(
        text=text,
        paragraphs=paragraphs,
        regions=InOrder.of([Stretch(r.start, r.end) for p in paragraphs for r in p.regions]),
        words=InOrder.of(analysis.tokens),
        sentences=InOrder.of(analysis.sentences),
        contents=InOrder.of(by_label["content"]),
        sources=InOrder.of([w for s in by_label["source"] for w in _whole(text, named, s)]),
        cues=InOrder.of(by_label["cue"]),
        people=InOrder.of(people),
        newcomers=frozenset(_first_full_names(text, people)),
    )


def _whole(text: str, names: InOrder[TaggedSpan], source: Stretch) -> Iterator[Stretch]:
    """A source without marks at its edges, and with the whole of the names that it touches."""
    start, end, score = source
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ").'’":
        end -= 1
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    if start == end:
        return
    for name in names.over(start, end + 2 if text[end : end + 1] == " " else end):
        start, end = min(start, name.start), max(end, name.end)
    yield Stretch(start, end, score)


def _paragraphs(text: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[Paragraph]:
    bounds = list(_bounds(text))
    turns = interview_turns(text, bounds, names)
    for number, (start, end) in enumerate(bounds):
        if number in turns:
            regions = [turns[number]]
        else:
            regions = dash_regions(text, start, end, lexicon) or quoted_regions(text, start, end)
        yield Paragraph(start, end, tuple(regions))


def _first_full_names(text: str, people: Sequence[Stretch]) -> Iterator[Stretch]:
    seen: set[str] = set()
    for person in people:
        name = text[person.start : person.end]
        if name not in seen and len(name.split()) > 1:
            yield person
        seen.add(name)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end: at line breaks, but for one in the middle of a sentence."""
    start = end = -1
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if not stripped:
            continue
        begin = line.start() + line[0].index(stripped[0])
        if end >= 0 and begin - end < _SOFT_BREAK and _goes_on(text[end - 1], stripped[0]):
            end = begin + len(stripped)
            continue
        if end >= 0:
            yield start, end
        start, end = begin, begin + len(stripped)
    if end >= 0:
        yield start, end


def _goes_on(last: str, first: str) -> bool:
    """Whether a line that ends and one that begins so are one sentence."""
    return last == "," or (first.islower() and last not in '.?!:;”"»')
