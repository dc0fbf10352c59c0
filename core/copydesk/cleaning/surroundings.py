"""Where a piece stands on its page: the elements around it and what they hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from copydesk.cleaning.classwords import class_groups, group_names
from copydesk.cleaning.pieces import Piece

ANCESTORS = (
    *("nav", "aside", "footer", "header", "figure", "figcaption", "form", "ul", "table"),
    *("blockquote", "article", "section", "li", "a"),
)
BITS = {tag: 1 << place for place, tag in enumerate(ANCESTORS)}

GROUPS = group_names()

TELLING = ("class", "id", "data-component", "data-testid", "role")
"""Attributes whose words say what an element is for."""

HOLDS_ARTICLE = 0.5
"""With this share of the article an element is around all of it; its class tells of no part."""

MAIN = 0.7
"""Share of the article that the innermost main element holds."""

NAMES = (
    *("element_share", "parent_share", "grandparent_share", "parent_pieces", "grandparent_pieces"),
    *("grandparent_kept", "parent_solid", "grandparent_solid", "below_main", "below_solid"),
    *("article_body", "hidden", "same_article", "own_lead", "own_ad"),
    *(f"in_{tag}" for tag in ANCESTORS),
    *(f"class_{group}" for group in GROUPS),
)


class Sums(NamedTuple):
    """Totals over the pieces below an element."""

    kept: float
    """Characters in the first reading."""
    solid: float
    """Characters of unlinked running text."""
    size: float
    pieces: float


NOTHING = Sums(0.0, 0.0, 0.0, 0.0)


class _Context(NamedTuple):
    groups: int
    tags: int
    article_body: bool
    hidden: bool
    article: HtmlElement | None


OUTSIDE = _Context(0, 0, False, False, None)


def surroundings(
    pieces: Sequence[Piece], kept: Sequence[float], solid: Sequence[float]
) -> NDArray[np.float64]:
    """Give the features named by `NAMES` for each piece.

    `kept` and `solid` are characters: of the first reading, of running text.
    """
    page = _Page(pieces, kept, solid)
    elements = list(dict.fromkeys(piece.element for piece in pieces))
    places = {element: at for at, element in enumerate(elements)}
    contexts = [page.context(element) for element in elements]
    rows = np.column_stack(
        [
            np.array([page.row(element) for element in elements], dtype=float),
            _bits([context.tags for context in contexts], len(ANCESTORS)),
            _bits([context.groups for context in contexts], len(GROUPS)),
        ]
    )
    return np.asarray(rows[[places[piece.element] for piece in pieces]])


def _bits(flags: Sequence[int], count: int) -> NDArray[np.float64]:
    """Spread flags over columns, the lowest bit first."""
    return (np.array(flags)[:, None] >> np.arange(count) & 1).astype(float)


class _Page:
    """Sums over a page's elements, and what was found out about them."""

    def __init__(
        self, pieces: Sequence[Piece], kept: Sequence[float], solid: Sequence[float]
    ) -> None:
        self.parents, self.depths = _ancestry(piece.element for piece in pieces)
        self.outer_first = sorted(self.depths, key=self.depths.__getitem__)
        self.sums = self._sums(pieces, kept, solid)
        self.kept = max(1.0, sum(kept))
        self.solid = max(1.0, sum(solid))
        self.main = self._innermost(lambda sums: sums.kept >= MAIN * self.kept)
        self.to_main = self._steps_to(self.main)
        self.to_dense = self._steps_to(
            self._innermost(lambda sums: sums.solid >= MAIN * self.solid)
        )
        self.contexts: dict[HtmlElement | None, _Context] = {}
        self.named: dict[HtmlElement, int] = {}
        """The groups that an element's own attributes name; known with its context."""
        self.article = self.context(self.main).article

    def _sums(
        self, pieces: Sequence[Piece], kept: Sequence[float], solid: Sequence[float]
    ) -> dict[HtmlElement, Sums]:
        totals = {element: [0.0, 0.0, 0.0, 0.0] for element in self.outer_first}
        for piece, inside, running in zip(pieces, kept, solid, strict=True):
            _add(totals[piece.element], inside, running, len(piece.text), 1)
        for element in reversed(self.outer_first):
            parent = self.parents[element]
            if parent is not None:
                _add(totals[parent], *totals[element])
        return {element: Sums(*sums) for element, sums in totals.items()}

    def _innermost(self, holds_enough: Callable[[Sums], bool]) -> HtmlElement | None:
        """Give the deepest of the elements that hold enough."""
        inner_first = reversed(self.outer_first)
        return next((e for e in inner_first if holds_enough(self.sums[e])), None)

    def _steps_to(self, main: HtmlElement | None) -> dict[HtmlElement, int]:
        """Count for each element inside the main one the elements up to it."""
        steps = {} if main is None else {main: 0}
        for element in self.outer_first:
            parent = self.parents[element]
            if parent in steps:
                steps[element] = steps[parent] + 1
        return steps

    def row(self, element: HtmlElement) -> list[float]:
        parent = self.parents[element]
        grandparent = None if parent is None else self.parents[parent]
        own = self.sums[element]
        up = NOTHING if parent is None else self.sums[parent]
        upper = NOTHING if grandparent is None else self.sums[grandparent]
        around = self.context(element)
        groups = self.named[element]
        return [
            own.kept / self.kept,
            up.kept / self.kept,
            upper.kept / self.kept,
            up.pieces,
            upper.pieces,
            upper.kept / max(1.0, upper.size),
            up.solid / self.solid,
            upper.solid / self.solid,
            self.to_main.get(element, -1),
            self.to_dense.get(element, -1),
            around.article_body,
            around.hidden,
            around.article is self.article,
            bool(groups & LEAD),
            bool(groups & AD),
        ]

    def context(self, element: HtmlElement | None) -> _Context:
        """Give what an element and those around it say, up to the one that holds the article."""
        known = self.contexts.get(element)
        if element is not None and known is None:
            around = self.context(self.parents[element])
            part = self.sums[element].kept < HOLDS_ARTICLE * self.kept
            tag, attributes = element.tag, dict(element.items())
            own = self.named[element] = class_groups(_words(attributes)) if attributes else 0
            known = self.contexts[element] = _Context(
                around.groups | (own if part else 0),
                around.tags | (BITS.get(tag, 0) if part or tag == "article" else 0),
                around.article_body or "articlebody" in attributes.get("itemprop", "").lower(),
                around.hidden or (bool(attributes) and _is_hidden(attributes)),
                element if tag == "article" else around.article,
            )
        return known or OUTSIDE


LEAD = 1 << GROUPS.index("lead")
AD = 1 << GROUPS.index("ad")


def _ancestry(
    elements: Iterable[HtmlElement],
) -> tuple[dict[HtmlElement, HtmlElement | None], dict[HtmlElement, int]]:
    """Give the parents, and the depths below the root, of elements and all above them."""
    parents: dict[HtmlElement, HtmlElement | None] = {}
    depths: dict[HtmlElement | None, int] = {None: -1}
    for element in elements:
        path = []
        above = element
        while above not in depths:
            path.append(above)
            parents[above] = above.getparent()
            above = parents[above]
        for step, below in enumerate(reversed(path), depths[above] + 1):
            depths[below] = step
    return parents, {element: depth for element, depth in depths.items() if element is not None}


def _add(sums: list[float], kept: float, solid: float, size: float, pieces: float) -> None:
    sums[0] += kept
    sums[1] += solid
    sums[2] += size
    sums[3] += pieces


def _words(attributes: Mapping[str, str]) -> str:
    return " ".join(filter(None, map(attributes.get, TELLING)))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style is not None and "display:none" in style.replace(" ", "").lower())
    )
