"""The first reading of a page, by trafilatura, and how much of a piece is in it."""

import logging
import re
from copy import deepcopy
from functools import lru_cache

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from copydesk.cleaning.expressions import quicken

MOST_ROWS = 300
"""Rows of one table that are handed on: trafilatura's time grows with their square."""

SHORT = 20
"""Characters below which a piece must be a line of its own in the reading."""

LONG = 60
"""Characters from which a piece may be in the reading in part."""

END = 30
"""Characters at either end that are looked for then."""

MUCH = 2_000_000_000
"""Characters times pieces above which only whole lines are looked for."""

WORD = re.compile(r"\w+")

quicken()

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def first_reading(tree: HtmlElement, *, thorough: bool = False) -> str:
    """Give the text that trafilatura takes for the article's, a line a block; "" for none.

    `thorough` asks its other extractors too, at twice the time.
    """
    try:
        found = bare_extraction(_shortened(tree), options=_options(thorough))
    except (RecursionError, AssertionError):
        return ""
    return str(getattr(found, "text", None) or "")


@lru_cache(maxsize=2)
def _options(thorough: bool) -> Extractor:
    """Trafilatura reads its settings for each page otherwise: 2 % of its time."""
    return Extractor(output_format="python", comments=False, fast=not thorough)


def _shortened(tree: HtmlElement) -> HtmlElement:
    """Give the tree, or a copy with its long tables cut."""
    if not any(sum(1 for _ in table.iter("tr")) > MOST_ROWS for table in tree.iter("table")):
        return tree
    copy = deepcopy(tree)
    for table in copy.iter("table"):
        for row in list(table.iter("tr"))[MOST_ROWS:]:
            row.drop_tree()
    return copy


def squeezed(words: str) -> str:
    """Give the letters and digits alone, in one case: the same for any spacing or punctuation."""
    return "".join(WORD.findall(words)).casefold()


class Reading:
    """A text to look pieces up in."""

    def __init__(self, text: str, lookups: int = 0) -> None:
        """Take the text; `lookups` is how many pieces will be asked for."""
        lines = [squeezed(line) for line in text.splitlines()]
        self.lines = set(lines)
        self.whole = "".join(lines) if len(text) * lookups < MUCH else ""

    def share(self, words: str) -> float:
        """Give how much of a squeezed piece is in the text: 0 to 1."""
        if not words:
            return 0.0
        if words in self.lines:
            return 1.0
        if len(words) < SHORT:
            return 0.0
        if words in self.whole:
            return 1.0
        if len(words) < LONG:
            return 0.0
        return 0.45 * (words[:END] in self.whole) + 0.45 * (words[-END:] in self.whole)
