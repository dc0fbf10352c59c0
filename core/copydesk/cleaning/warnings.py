"""What is wrong with a page: no article on it, or only the start of one."""

import re
from collections.abc import Sequence
from itertools import islice

from copydesk.cleaning.features import Matrix
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.verdicts import COLUMN, LINKED, Verdict

SHORT_PAGE = 600
"""Characters of body below which a consent or script notice is taken for the page's matter."""

STUB = 1_500
"""Characters of body below which an article that is not free is a stub."""

FEW = 140
"""Characters of running text that an article has at least."""

SPACELESS = 20
"""Characters a blank from which a script is one without spaces."""

WIDE = 2
"""Characters of other scripts that say as much as one of such a script."""

PARAGRAPH = 80
"""Characters from which a piece without a full stop is still a paragraph."""

MANY_HEADLINES = 12
"""Linked headlines from which a page without an article is an index."""

MANY_ANNOUNCED, MOSTLY = 6, 0.8
"""Paragraphs below linked headings, and their share of all, from which a page is an index."""

ALL_LINK = 0.8
"""Share of linked characters from which a heading is a link."""

HEADLINE = 3.2
"""Logarithm of the characters of a headline at least."""

LINK, HEADING = COLUMN["linked"], COLUMN["heading"]

NOT_FREE = re.compile(r"false|no|0", re.I)

NO_ARTICLE = "no article found"
INDEX = "index page: headlines of many articles, none of its own"
CONSENT = "consent wall: the page asks for consent before it shows its article"
JAVASCRIPT = "the page shows its article with JavaScript only"
TOLD = "the page shows no article: the body is what the data in its scripts tells"
PAYWALL = "paywall: the text may be the start of the article only"

WITHOUT_BODY = frozenset((INDEX, CONSENT, JAVASCRIPT))


def warnings_of(judged: Sequence[Verdict], rows: Matrix, about: PageData) -> tuple[str, ...]:
    """Give what a reader of the article should know."""
    size = sum(len(verdict.piece.text) for verdict in judged if verdict.is_body)
    running = [
        at
        for at, (verdict, row) in enumerate(zip(judged, rows, strict=True))
        if verdict.is_body and _is_running(verdict.piece.text, row)
    ]
    little = sum(_weight(judged[at].piece.text) for at in running) < FEW
    if size < SHORT_PAGE and little:
        reasons = [furniture_reason(v.piece.text) for v in judged]
        if "javascript" in reasons:
            return (JAVASCRIPT,)
        asking = [v.piece for v, why in zip(judged, reasons, strict=True) if why == "consent"]
        shown = (judged[at].piece for at in running)
        if asking and len(judged) < 40 and not any(_stands_apart(p, asking) for p in shown):
            return (CONSENT,)
    if not about.says_article:
        if _announces(running, rows):
            return (INDEX,)
        if little:
            return (INDEX if _headlines(rows) >= MANY_HEADLINES else NO_ARTICLE,)
    if not size:
        return (NO_ARTICLE,)
    return (PAYWALL,) if size < STUB and _is_paid(about) else ()


def _stands_apart(body: Piece, asking: Sequence[Piece]) -> bool:
    """Tell whether a paragraph's box, and the one around that, hold no piece that asks."""
    box = next(islice(body.element.iterancestors(), 1, 2), None)
    return box is not None and all(box not in piece.element.iterancestors() for piece in asking)


def _headlines(rows: Matrix) -> int:
    """Count the long pieces that are nothing but a link."""
    return int(((rows[:, LINK] > ALL_LINK) & (rows[:, COLUMN["length"]] > HEADLINE)).sum())


def _announces(running: Sequence[int], rows: Matrix) -> bool:
    """Tell whether nearly every paragraph stands below a linked heading, as on an index."""
    headed = sum(
        1 for at in running if at and rows[at - 1, HEADING] and rows[at - 1, LINK] > ALL_LINK
    )
    return headed >= max(MANY_ANNOUNCED, MOSTLY * len(running))


def _weight(text: str) -> int:
    """Give the characters of a text, those of a script without spaces as the words they are."""
    spaceless = not text.isascii() and text.count(" ") * SPACELESS < len(text)
    return len(text) * (WIDE if spaceless else 1)


def _is_running(text: str, row: Matrix) -> bool:
    """Tell sentences from headlines and notices; some scripts mark no end of sentence."""
    sentence = row[COLUMN["stop"]] or len(text) >= PARAGRAPH
    return bool(sentence and row[LINK] < LINKED and furniture_reason(text) != "consent")


def _is_paid(about: PageData) -> bool:
    said = [thing.get("isAccessibleForFree") for thing in (about.article, *about.things)]
    tier = about.first("article:content_tier") or ""
    return any(s is False or (isinstance(s, str) and NOT_FREE.fullmatch(s)) for s in said) or (
        tier.lower() in ("locked", "metered", "premium")
    )
