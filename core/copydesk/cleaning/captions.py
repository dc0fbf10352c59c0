"""The words under a page's pictures, with the credits apart."""

import re
from collections.abc import Sequence
from itertools import islice

from copydesk.article import Caption
from copydesk.cleaning.credits import split_credit
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.bylines import is_name
from copydesk.cleaning.metadata.moments import day_in
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.verdicts import DATE_LONGEST, Verdict

SHORTEST, LONGEST = 12, 600
"""Characters of a caption."""

ABOVE = 8
"""Pieces above the headline that may be the caption of a picture there."""

BELOW = 6
"""Pieces below the body within which a caption may stand."""

PLAYER_LONGEST = 80
"""Characters of a line that may be a player's, with the length of the film."""

LINKED = 0.5
"""Share of linked characters from which words beside a picture are a teaser's."""

MOST = 60

CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")

CREDITING = re.compile(r"credit|copyright|agency|source|photographer|author", re.I)
"""In the class of what holds a credit."""

MARKS = ("span", "small", "cite", "em", "i")

MANY = 50
"""Such marks in an element, from which it holds more than a caption."""

PICTURE_WORDS = frozenset(("caption", "credit"))


def captions_of(judged: Sequence[Verdict]) -> tuple[Caption, ...]:
    """Give the captions, each once; a credit on its own goes to the caption before it.

    What stands far above the headline belongs to menus and boxes of the site, what is a link or
    stands below the article, and is no `<figcaption>`, to its teasers.
    """
    found: dict[str, str | None] = {}
    last: str | None = None
    bodies = [at for at, verdict in enumerate(judged) if verdict.is_body]
    end = bodies[-1] + BELOW if bodies else len(judged)
    start = _first(judged)
    for at, (piece, reason) in enumerate(judged[start:], start):
        if reason not in PICTURE_WORDS or len(piece.text) > LONGEST:
            continue
        words, credit = _parted(piece)
        if words and reason == "caption" and (at <= end or piece.element.tag == "figcaption"):
            if len(words) >= SHORTEST and _is_caption(piece):
                last = words
                found[words] = found.get(words) or credit
        elif credit and last and not found[last]:
            found[last] = credit
    return tuple(Caption(text=words, credit=credit) for words, credit in found.items())[:MOST]


def _first(judged: Sequence[Verdict]) -> int:
    """Give the place of the first caption that may be the article's, from its headline's."""
    body = next((at for at, verdict in enumerate(judged) if verdict.is_body), 0)
    headline = max((at for at in range(body) if judged[at].reason == "headline"), default=0)
    return max(0, headline - ABOVE)


def _is_caption(piece: Piece) -> bool:
    """Tell a caption from a linked headline, a date line and the words of a player or viewer.

    A link around a picture and its caption leads to the picture.
    """
    return (
        (piece.linked < LINKED * len(piece.text) or not piece.links)
        and furniture_reason(piece.text) is None
        and (piece.element.tag == "figcaption" or not _tells_time(piece.text))
    )


def _tells_time(text: str) -> bool:
    clock = len(text) <= PLAYER_LONGEST and CLOCK.search(text)
    return bool(clock or (len(text) <= DATE_LONGEST and day_in(text)))


def _parted(piece: Piece) -> tuple[str, str | None]:
    """Part a caption's words from its credit, by the markup or by the words."""
    text = " ".join(piece.text.split())
    inner = list(islice(piece.element.iterdescendants(*MARKS), MANY))
    said = " ".join("".join(inner[-1].itertext()).split()) if 0 < len(inner) < MANY else ""
    marked = said and (CREDITING.search(inner[-1].get("class") or "") or is_name(said))
    if marked and text.endswith(said) and text != said:
        return text.removesuffix(said).rstrip(" ([|–—-"), split_credit(said)[1] or said.strip("() ")
    return split_credit(text)
