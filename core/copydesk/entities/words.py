"""The analysed text as a row of words, and the names in it as runs of these."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article import EntityType
from copydesk.language import Analysis
from copydesk.language.tokens import Token

_BREAK = re.compile("\n")
_PREFIXES = frozenset({"Anti", "Ex", "Non", "Post", "Pre", "Pro"})  # at the head of a sentence


class Name(NamedTuple):
    """A name in the text: words `first` to `stop`, half open."""

    first: int
    stop: int
    type: EntityType
    score: float
    """How sure the tagger was, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text beside their forms; every other offset here is an index into them."""

    text: str
    spans: tuple[Token, ...]
    forms: tuple[str, ...]
    lines: tuple[int, ...]
    """The number of the line that a word stands in."""
    openers: frozenset[int]
    """Words that begin a sentence, quotation marks aside."""

    def slice(self, first: int, stop: int) -> str:
        """The text of some words."""
        return self.text[self.spans[first].start : self.spans[stop - 1].end]

    def key(self, first: int, stop: int) -> str:
        """The same for two writings of a name: case folded, any white space one space."""
        return " ".join(self.slice(first, stop).casefold().split())

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it; a line break at either end."""
        if not 0 < index < len(self.spans):
            return "\n"
        return self.text[self.spans[index - 1].end : self.spans[index].start]

    def unit_after(self, index: int, stop: int) -> int:
        """Where the unit that begins at a word ends: "Ki-moon" is three words but one unit."""
        index += 1
        while index < stop and not self.gap(index):
            index += 1
        return index

    def unit_before(self, index: int, first: int) -> int:
        """Where the unit that ends before an index begins."""
        index -= 1
        while index > first and not self.gap(index):
            index -= 1
        return index

    def is_in_compound(self, first: int, stop: int) -> bool:
        """Whether a name is said of another thing only: "U.S." in "U.S.-led", "pro-U.S."."""
        prefix = self.word(first - 2)
        is_prefixed = prefix.islower() or prefix in _PREFIXES
        return (self._hyphen_at(first - 1) and is_prefixed) or (
            self._hyphen_at(stop) and self.word(stop + 1)[:1].islower()
        )

    def _hyphen_at(self, index: int) -> bool:
        return self.word(index) == "-" and not self.gap(index) and not self.gap(index + 1)

    def word(self, index: int) -> str:
        """The form at an index, empty beyond either end."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""


def words_of(analysis: Analysis) -> Words:
    """The words of an analysed text."""
    text, spans = analysis.text, analysis.tokens
    starts = [start for start, _ in spans]
    breaks = [match.start() for match in _BREAK.finditer(text)]
    lines = tuple(bisect_left(breaks, start) for start in starts)
    openers = set()
    for sentence in analysis.sentences:
        at = bisect_left(starts, sentence.start)
        if at and _is_abbreviation(text[slice(*spans[at - 1])]):
            continue
        while at < len(spans) and spans[at].start < sentence.end:
            openers.add(at)
            if text[spans[at].start].isalnum():
                break
            at += 1
    return Words(text, spans, tuple(text[a:b] for a, b in spans), lines, frozenset(openers))


def _is_abbreviation(form: str) -> bool:
    """Whether a full stop is part of the word: what follows "U.S." need not begin a sentence."""
    return len(form) > 1 and form.endswith(".")


def tagged_names(analysis: Analysis) -> list[Name]:
    """The tagger's names as runs of words; a span that cuts a word takes the whole of it."""
    starts = [s.start for s in analysis.tokens]
    ends = [s.end for s in analysis.tokens]
    names: list[Name] = []
    reached = 0
    for start, end, label, score in sorted(analysis.names):
        first = max(bisect_right(ends, start), reached)
        stop = bisect_left(starts, end)
        if first < stop and label in EntityType.__members__:
            names.append(Name(first, stop, EntityType(label), score))
            reached = stop
    return names
