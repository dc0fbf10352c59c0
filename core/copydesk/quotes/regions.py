"""Quoted regions: quotation marks paired, outermost only."""

import re
from typing import NamedTuple

from copydesk.quotes.marks import Mark, marks_in


class Region(NamedTuple):
    """A quoted stretch of one paragraph, marks included; half open."""

    start: int
    end: int
    family: str
    """The marks' family; "dash" or "turn" where there are none."""
    opened: bool = True
    """False where the opening mark is missing and the start is a guess."""
    closed: bool = True
    """False where the paragraph ends before a closing mark."""
    label: tuple[int, int] | None = None
    """Where the label stands that gives it to a speaker, in an interview."""


_STOPS = frozenset(".,!?…")
_SENTENCE_END = re.compile(r"[.!?…][)\]]?\s")


def quoted_regions(text: str, start: int, end: int) -> list[Region]:
    """The outermost quoted regions of the paragraph `text[start:end]`, in order, in one pass."""
    marks = marks_in(text, start, end)
    surplus = _surplus(marks)
    regions: list[Region] = []
    i, floor = 0, start
    while i < len(marks):
        region, i = _region_at(text, marks, i, surplus, (floor, end))
        if region:
            regions.append(region)
        floor = region.end if region else marks[i - 1].end
    return regions


def _surplus(marks: list[Mark]) -> list[int]:
    """From each mark to the end, how many more double marks close than open."""
    counts, count = [0] * (len(marks) + 1), 0
    for i in range(len(marks) - 1, -1, -1):
        if marks[i].family != "s":
            count += marks[i].closes - marks[i].opens
        counts[i] = count
    return counts


def _region_at(
    text: str, marks: list[Mark], i: int, surplus: list[int], bounds: tuple[int, int]
) -> tuple[Region | None, int]:
    """The region that the mark `i` opens or closes, if any, and the mark to go on from."""
    mark = marks[i]
    floor, end = bounds
    if mark.family == "s":
        closer = _single_closer(text, marks, i) if mark.opens else None
        if closer is None:
            return None, i + 1
        return Region(mark.start, marks[closer].end, "s"), closer + 1
    if not mark.opens:
        return _unopened(text, mark, floor), i + 1
    closer, torn = _closer(marks, i, surplus)
    if closer is None:
        return Region(mark.start, _trim(text, mark.start, end), mark.family, closed=False), len(
            marks
        )
    if torn:
        stop = _SENTENCE_END.search(text, mark.end, marks[closer].start)
        last = stop.end() if stop else marks[closer].start
        return Region(mark.start, _trim(text, mark.start, last), mark.family, closed=False), closer
    return Region(mark.start, marks[closer].end, mark.family), closer + 1


def _closer(marks: list[Mark], i: int, surplus: list[int]) -> tuple[int | None, bool]:
    """The mark that ends what mark `i` opens; True with it where that is the next opening mark."""
    depth = 1
    inner: list[str] = []
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.family != marks[i].family:
            continue
        if mark.closes and not (mark.opens and inner):
            if inner and inner[-1] == "“" and mark.glyph == '"':
                return j, False
            depth -= 1
            if inner:
                inner.pop()
            if depth == 0:
                return j, False
        elif mark.opens:
            if mark.glyph == marks[i].glyph and surplus[j] < depth:
                return j, True
            depth += 1
            inner.append(mark.glyph)
    return None, False


def _single_closer(text: str, marks: list[Mark], i: int) -> int | None:
    """What closes a single mark before another opens: the first after a stop, else the first."""
    first = None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.opens:
            break
        if mark.family != "s":
            continue
        if text[mark.start - 1] in _STOPS:
            return j
        first = j if first is None else first
    return first


def _unopened(text: str, mark: Mark, floor: int) -> Region | None:
    """The sentence that a closing mark without a partner ends, if it ends one."""
    if mark.glyph not in '”"»' or text[mark.start - 1] not in _STOPS:
        return None
    begin = floor
    for stop in _SENTENCE_END.finditer(text, floor, mark.start - 1):
        begin = stop.end()
    while begin < mark.start and (text[begin].isspace() or text[begin] in ",;:—–"):
        begin += 1
    return Region(begin, mark.end, mark.family, opened=False) if begin < mark.start - 1 else None


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
