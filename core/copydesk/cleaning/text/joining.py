"""What the dump cut apart is joined again: hard wraps, sentences cut at inline tags."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.cleaning.text.hyphens import Hyphens, hyphens_of
from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.shapes import BARE, ENDS, STARTS, shapes_of
from copydesk.cleaning.text.tables import (
    Codes,
    Column,
    bucketed,
    coded,
    constant,
    crossed,
    tables,
)

_WORD_CUTS = (2, 3, 5, 8, 16)
_STOP_CUTS = (0.01, 0.2, 0.4)
_RAGGED_CUTS = (0.005, 0.02, 0.06, 0.15)
_BLANK_SHARE = 0.1
"""Share of lines with an empty one before them from which the dump parts paragraphs so."""
_WRAP_WIDTHS = range(50, 121)
_WRAP_LEAST = 0.6
"""Share of the line breaks in a hard-wrapped dump that were forced: the next word did not fit."""
_LONG_ENOUGH = 40
"""Columns that a line must have to tell anything about wrapping."""
_JOIN = -0.5
"""Log-odds from which two lines are joined; a sentence left in two costs more than two in one."""
_TIGHT_BEFORE = frozenset(".,;:!?)]}%”’»،؛、，。…")
_TIGHT_AFTER = frozenset("([{“‘«„¿¡")
# "Kerry" + "'s"; two letters of a script that has no spaces.
_GLUED = re.compile(rf".'(?:s|t|re|ve|ll|d|m)\b|[{BARE}][{BARE}]")

_COARSE_END = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 0, 2])
"""`end_class` to 0 a letter or digit, 1 the end of a sentence, 2 another mark."""
_COARSE_START = np.array([0, 1, 1, 2, 0, 2, 2, 2, 2])
"""`start_class` to 0 what continues a sentence, 1 a capital or digit, 2 another."""


def joined_lines(lines: Sequence[Line], stop: frozenset[str]) -> list[Line]:
    """The lines again, those that belong together made one."""
    if len(lines) < 2:
        return list(lines)
    glue = tables("joins").scores(boundary_columns(lines, stop)) > _JOIN
    units = [[lines[0]]]
    for line, sticks in zip(lines[1:], glue, strict=True):
        if sticks:
            units[-1].append(line)
        else:
            units.append([line])
    hyphens = hyphens_of(lines, stop)
    return [unit[0]._replace(text=_run_on([line.text for line in unit], hyphens)) for unit in units]


def boundary_columns(lines: Sequence[Line], stop: frozenset[str]) -> dict[str, Column]:
    """The features of every boundary between a line and the next: one fewer than lines."""
    shapes = shapes_of([line.text for line in lines], stop)
    end = coded([shape.end for shape in shapes], ENDS)
    start = coded([shape.start for shape in shapes], STARTS)
    words = bucketed([shape.words for shape in shapes], _WORD_CUTS)
    stops = bucketed([shape.stop for shape in shapes], _STOP_CUTS)
    shout = coded([shape.shouted for shape in shapes], 2)
    first = coded([shape.first_stop for shape in shapes], 2)
    last = coded([shape.last_stop for shape in shapes], 2)
    before, after = slice(None, -1), slice(1, None)
    return {
        "bias": constant(len(lines) - 1, 0, 1),
        "end,start": crossed(end.only(before), start.only(after)),
        "words,words": crossed(words.only(before), words.only(after)),
        "start,words": crossed(start.only(after), words.only(before)),
        "last_stop,start": crossed(last.only(before), start.only(after)),
        "first_stop,end": crossed(first.only(after), end.only(before)),
        "stop,stop": crossed(stops.only(before), stops.only(after)),
        "shout,shout": crossed(shout.only(before), shout.only(after)),
        **_layout_columns(lines, end.only(before), start.only(after), words.only(after)),
        **_neighbour_columns(end, start, words, stops),
    }


def _layout_columns(
    lines: Sequence[Line], end: Column, start: Column, words: Column
) -> dict[str, Column]:
    """Features of empty lines, bullets, indentation, wrapping, and of the dump as a whole."""
    times = Counter(line.text for line in lines)
    again = coded([times[line.text] > 1 for line in lines], 2)
    bullet = coded([line.bullet for line in lines], 2)
    gap = coded([line.gap for line in lines[1:]], 3)
    blank = constant(len(gap.codes), int(np.mean(gap.codes > 0) > _BLANK_SHARE), 2)
    continued = np.mean(_COARSE_START[start.codes] == 0)
    ragged_code = bucketed([continued], _RAGGED_CUTS)
    ragged = constant(len(gap.codes), int(ragged_code.codes[0]), ragged_code.size)
    wrap = _wraps(lines)
    before, after = slice(None, -1), slice(1, None)
    coarse_end, coarse_start = _coarse(end, _COARSE_END), _coarse(start, _COARSE_START)
    return {
        "again,again": crossed(again.only(before), again.only(after)),
        "bullet,bullet": crossed(bullet.only(before), bullet.only(after)),
        "gap,blank": crossed(gap, blank),
        "gap,start": crossed(gap, start),
        "wrap,end": crossed(wrap, end),
        "wrap,start": crossed(wrap, start),
        "indent": coded(np.sign(np.diff([line.indent for line in lines])) + 1, 3),
        "ragged,end,start": crossed(ragged, coarse_end, coarse_start),
        "ragged,words": crossed(ragged, words),
    }


def _neighbour_columns(
    end: Column, start: Column, words: Column, stops: Column
) -> dict[str, Column]:
    """Features of the two lines together with those on either side."""
    before, after = slice(None, -1), slice(1, None)
    ends, starts = _coarse(end, _COARSE_END), _coarse(start, _COARSE_START)
    later, earlier = starts.shifted(-1).only(after), ends.shifted(1).only(before)
    return {
        "next": crossed(end.only(after), start.shifted(-1).only(after)),
        "last": crossed(start.only(before), end.shifted(1).only(before)),
        "end,words,stop": crossed(ends.only(before), words.only(before), stops.only(before)),
        "start,words,stop": crossed(starts.only(after), words.only(after), stops.only(after)),
        "end,start,end,start": crossed(
            ends.only(before), starts.only(after), ends.only(after), later
        ),
        "end,start,end;start": crossed(
            earlier, starts.only(before), ends.only(before), starts.only(after)
        ),
    }


def _coarse(column: Column, classes: Codes) -> Column:
    return Column(classes[column.codes], 3)


def _wraps(lines: Sequence[Line]) -> Column:
    """0 where the dump is not hard-wrapped; else 1 at a break that was forced, 2 at another."""
    long = np.array([line.indent + len(line.text) for line in lines[:-1]])
    need = long + np.array([1 + len(line.text.split(" ", 1)[0]) for line in lines[1:]])
    inside = (long >= _LONG_ENOUGH) & np.array([line.gap == 0 for line in lines[1:]])
    if not inside.any():
        return constant(len(long), 0, 3)
    best, width = max((_forced_share(long[inside], need[inside], w), -w) for w in _WRAP_WIDTHS)
    if best < _WRAP_LEAST:
        return constant(len(long), 0, 3)
    return Column(np.where(inside & (long <= -width) & (need > -width), 1, 2), 3)


def _forced_share(long: Codes, need: Codes, width: int) -> float:
    """Share of breaks that a wrap at this width explains, lines beyond it counted as misses."""
    return float(np.mean((long <= width) & (need > width)))


def _run_on(texts: Sequence[str], hyphens: Hyphens) -> str:
    """Pieces of a sentence put together, with a space where one is due."""
    parts = [texts[0]]
    inside = texts[0].count('"') % 2 == 1
    for text in texts[1:]:
        if cut := hyphens.before(parts[-1], text):
            parts[-1:] = [cut, text]
        elif _tight(parts[-1][-1], text, inside):
            parts.append(text)
        else:
            parts.append(f" {text}")
        inside ^= text.count('"') % 2 == 1
    return "".join(parts)


def _tight(left: str, text: str, inside: bool) -> bool:
    """Whether no space belongs before a piece; `inside`: a straight quotation mark is open."""
    right = text[0]
    if right in _TIGHT_BEFORE or left in _TIGHT_AFTER:
        return True
    if right == '"' or left == '"':
        return inside
    return bool(_GLUED.match(left + text[:3]))
