"""Where a piece stands on its page: the elements around it and what they hold."""

from collections import defaultdict
from collections.abc import Sequence
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
        self.sums, self.chains = _sums(pieces, kept, solid)
        self.kept = max(1.0, sum(kept))
        self.solid = max(1.0, sum(solid))
        self.main = self._innermost([self.sums[e].kept >= MAIN * self.kept for e in self.sums])
        self.dense = self._innermost([self.sums[e].solid >= MAIN * self.solid for e in self.sums])
        self.contexts: dict[HtmlElement, _Context] = {}
        self.named: dict[HtmlElement, int] = {}
        self.article = self.context(self.main).article if self.main is not None else None

    def _innermost(self, holds: list[bool]) -> HtmlElement | None:
        """Give the deepest of the elements that hold enough."""
        holders = {e for e, enough in zip(self.sums, holds, strict=True) if enough}
        best, deepest = None, -1
        for chain in self.chains.values():
            for up, element in enumerate(chain):
                if element in holders:
                    if len(chain) - up > deepest:
                        best, deepest = element, len(chain) - up
                    break
        return best

    def row(self, element: HtmlElement) -> list[float]:
        chain = self.chains[element]
        parent = chain[1] if len(chain) > 1 else None
        grandparent = chain[2] if len(chain) > 2 else None
        own, up, upper = (self.sums.get(e, NOTHING) for e in (element, parent, grandparent))
        around = self.context(element)
        groups = self.groups(element)
        return [
            own.kept / self.kept,
            up.kept / self.kept,
            upper.kept / self.kept,
            up.pieces,
            upper.pieces,
            upper.kept / max(1.0, upper.size),
            up.solid / self.solid,
            upper.solid / self.solid,
            _steps(chain, self.main),
            _steps(chain, self.dense),
            around.article_body,
            around.hidden,
            around.article is self.article,
            bool(groups & LEAD),
            bool(groups & AD),
        ]

    def groups(self, element: HtmlElement) -> int:
        """Give the groups that the element's own attributes name."""
        known = self.named.get(element)
        if known is None:
            known = self.named[element] = class_groups(_words(element))
        return known

    def context(self, element: HtmlElement | None) -> _Context:
        """Give what an element and those around it say, up to the one that holds the article."""
        if element is None:
            return OUTSIDE
        known = self.contexts.get(element)
        if known is None:
            around = self.context(element.getparent())
            part = self.sums.get(element, NOTHING).kept < HOLDS_ARTICLE * self.kept
            known = self.contexts[element] = _Context(
                around.groups | (self.groups(element) if part else 0),
                around.tags | (BITS.get(element.tag, 0) if part or element.tag == "article" else 0),
                around.article_body or "articlebody" in (element.get("itemprop") or "").lower(),
                around.hidden or _is_hidden(element),
                element if element.tag == "article" else around.article,
            )
        return known


LEAD = 1 << GROUPS.index("lead")
AD = 1 << GROUPS.index("ad")


def _sums(
    pieces: Sequence[Piece], kept: Sequence[float], solid: Sequence[float]
) -> tuple[dict[HtmlElement, Sums], dict[HtmlElement, list[HtmlElement]]]:
    own: dict[HtmlElement, list[float]] = {}
    for piece, inside, running in zip(pieces, kept, solid, strict=True):
        sums = own.setdefault(piece.element, [0.0, 0.0, 0.0, 0.0])
        sums[0] += inside
        sums[1] += running
        sums[2] += len(piece.text)
        sums[3] += 1
    totals: dict[HtmlElement, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    chains = {}
    for element, (inside, running, size, count) in own.items():
        chain = chains[element] = [element, *element.iterancestors()]
        for above in chain:
            sums = totals[above]
            sums[0] += inside
            sums[1] += running
            sums[2] += size
            sums[3] += count
    return {element: Sums(*sums) for element, sums in totals.items()}, chains


def _steps(chain: list[HtmlElement], main: HtmlElement | None) -> int:
    """Count the elements from a piece up to the main one; -1 outside it."""
    return chain.index(main) if main in chain else -1


def _words(element: HtmlElement) -> str:
    return " ".join(words for name in TELLING if (words := element.get(name)))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (style is not None and "display:none" in style.replace(" ", "").lower())
    )
