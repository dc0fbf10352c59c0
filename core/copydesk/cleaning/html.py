"""An HTML page becomes an article."""

from typing import NamedTuple

from lxml.html import HtmlElement
from msgspec import UNSET

from copydesk.article import Article
from copydesk.cleaning.body import joined, source_of
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.cleaning.features import NAMES, Matrix, PageFacts, features
from copydesk.cleaning.metadata.authors import authors
from copydesk.cleaning.metadata.fields import (
    address,
    declared_language,
    keywords,
    publisher,
    section,
    summary,
)
from copydesk.cleaning.metadata.jsonld import words_of
from copydesk.cleaning.metadata.page_data import PageData, page_data
from copydesk.cleaning.metadata.published import dates_of
from copydesk.cleaning.metadata.title import headline, headlines
from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import Piece, pieces_of
from copydesk.cleaning.readings import first_reading
from copydesk.cleaning.trees import body_probability
from copydesk.reading.document import RawDocument

DOUBTFUL = 0.3
"""With less of the page's running text in the first reading, the thorough one is taken."""

IN_BODY = 0.5
"""Probability from which a piece is part of the body."""


class Page(NamedTuple):
    """A page read: its pieces, what it says of itself, and the features of each piece."""

    tree: HtmlElement
    about: PageData
    pieces: list[Piece]
    rows: Matrix
    reading: str


def clean_html(text: str, raw: RawDocument, options: CleanOptions) -> Draft:
    """Give the article on a page."""
    page = read_page(text, raw.url)
    probability = body_probability(page.rows)
    chosen = [piece for piece, p in zip(page.pieces, probability, strict=True) if p >= IN_BODY]
    body, blocks = joined((piece.kind, piece.text) for piece in _once(chosen))
    about = page.about
    dates = dates_of(about, page.tree, raw.url)
    article = Article(
        id=raw.id,
        source=source_of(raw, "html"),
        url=address(about),
        title=headline(about),
        summary=summary(about),
        authors=authors(about, page.tree),
        publisher=publisher(about),
        section=section(about),
        keywords=keywords(about),
        published=dates.published,
        modified=dates.modified,
        language=declared_language(about),
        text=body,
        blocks=blocks,
        removed=() if options.explain else UNSET,
    )
    return Draft(article)


def read_page(markup: str, url: str | None) -> Page:
    """Parse a page, cut it into pieces and work out what is known of each."""
    tree = parse(markup)
    about = page_data(tree)
    pieces = list(pieces_of(tree))
    facts = PageFacts(
        titles=headlines(about),
        summary=summary(about) or "",
        authors=authors(about, tree),
        body=words_of(about.article.get("articleBody")) or "",
    )
    reading = first_reading(tree)
    rows = features(pieces, reading, facts)
    if len(rows) and rows[0, NAMES.index("page_solid_kept")] < DOUBTFUL:
        reading = first_reading(tree, thorough=True)
        rows = features(pieces, reading, facts)
    return Page(tree, about, pieces, rows, reading)


def _once(pieces: list[Piece]) -> list[Piece]:
    """Leave out what has been said before, short words apart."""
    return list(
        {
            piece.text if len(piece.text) > 20 else str(at): piece
            for at, piece in enumerate(pieces)
        }.values()
    )
