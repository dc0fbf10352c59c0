"""Quotation marks: where they stand in a paragraph, and whether each may open or close.

A mark is read by its shape and by what stands around it, since real pages have them straight,
curled the wrong way, doubled, or with a space on the wrong side. An apostrophe is no mark.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Mark(NamedTuple):
    """One quotation mark, `text[start:end]`."""

    start: int
    end: int
    family: str
    """Marks of one family close each other: d(ouble), s(ingle), g(uillemets), …"""
    glyph: str
    opens: bool
    """Whether it may open a quotation. It may also do both, as `"` does between two spaces."""
    closes: bool


# One mark: typewriter pairs ('' or ``), a run of double marks, or a single character.
_MARK = re.compile(r"'{2,}|`{2,}|,,(?=\w)|\"+|[“„‟]+|”+|[«»]+|[‹›‘’‚'「」『』]")
_INCHES = re.compile(r"\d['’]\d{1,2}$")  # 6'2
_ELISION = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause)\b")  # the '90s, rock 'n' roll
_FAMILIES = {"d": '"“”„‟`,', "g": "«»", "a": "‹›", "s": "‘’‚'", "k": "「」", "w": "『』"}
_FAMILY = {glyph: family for family, glyphs in _FAMILIES.items() for glyph in glyphs}
_OPENING = frozenset("“„‟‘‚«‹「『`,")
_CLOSING = frozenset("”’»›」』")
_BEFORE_OPENING = frozenset("([{—–-/:\"“‘'«„‚’”")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/\"”’'»“‘")


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """Every quotation mark of one paragraph, in order."""
    return [m for found in _MARK.finditer(text, start, end) for m in _read(text, found, start, end)]


def _read(text: str, found: re.Match[str], start: int, end: int) -> Iterator[Mark]:
    low, high = found.span()
    family = "d" if text[low] == "'" and high - low > 1 else _FAMILY[text[low]]
    left = text[low - 1] if low > start else " "
    right = text[high] if high < end else " "
    free_left = left.isspace() or left in _BEFORE_OPENING
    free_right = right.isspace() or right in _AFTER_CLOSING
    if (
        high - low > 1
        and family in "dg"
        and not (free_left ^ free_right)
        and text[low] not in "'`,"
    ):
        yield from _torn_run(text, low, high, family)
    elif family == "s":
        yield from _single(text, low, left, right, end)
    elif not _is_inches(text, low, left, start):
        yield _mark(text, low, high, family, free_left, free_right)


def _mark(text: str, low: int, high: int, family: str, free_left: bool, free_right: bool) -> Mark:
    glyph = text[low]
    opens, closes = free_left and not free_right, free_right and not free_left
    if not (opens or closes):
        opens, closes = glyph not in _CLOSING, glyph not in _OPENING
    if glyph in "„‚「『":
        opens, closes = True, False
    return Mark(low, high, family, glyph, opens, closes)


def _torn_run(text: str, low: int, high: int, family: str) -> Iterator[Mark]:
    """`"One.""Two."` without the space: the first mark closes, the last opens."""
    yield Mark(low, low + 1, family, text[low], False, True)
    yield Mark(high - 1, high, family, text[high - 1], True, False)


def _single(text: str, low: int, left: str, right: str, end: int) -> Iterator[Mark]:
    """A single mark that is no apostrophe: at the edge of a word."""
    if _ELISION.match(text, low + 1, end):
        return
    opens = (left.isspace() or left in _BEFORE_OPENING) and right.isalnum() and text[low] != "’"
    closes = not left.isspace() and not right.isalnum() and text[low] not in "‘‚"
    if opens or closes:
        yield Mark(low, low + 1, "s", text[low], opens and not closes, closes)


def _is_inches(text: str, low: int, left: str, start: int) -> bool:
    return left.isdigit() and bool(_INCHES.search(text[max(start, low - 5) : low]))
