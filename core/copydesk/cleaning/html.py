"""An HTML page becomes an article."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from lxml.html import HtmlElement
from msgspec import UNSET
from msgspec.structs import replace

from copydesk.article import (
    Article,
    Block,
    BlockKind,
    Caption,
    DateClue,
    Dateline,
    DateOrigin,
    Removed,
)
from copydesk.cleaning.body import joined, source_of
from copydesk.cleaning.captions import captions_of
from copydesk.cleaning.dateline import dateline_of
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.cleaning.features import MUCH_LINKED, NAMES, Matrix, PageFacts, features, running_text
from copydesk.cleaning.languages import language_of
from copydesk.cleaning.mending import mended
from copydesk.cleaning.metadata.authors import authors, people_of, without_accounts
from copydesk.cleaning.metadata.bylines import names_in_bylines
from copydesk.cleaning.metadata.fields import (
    address,
    declared_language,
    declared_region,
    keywords,
    live_posts,
    publisher,
    recipe_lines,
    section,
    summary,
    told_paragraphs,
)
from copydesk.cleaning.metadata.jsonld import words_of
from copydesk.cleaning.metadata.page_data import PageData, page_data
from copydesk.cleaning.metadata.published import Evidence, dates_of
from copydesk.cleaning.metadata.scripts import paragraphs_in_scripts
from copydesk.cleaning.metadata.title import headline, headlines
from copydesk.cleaning.page import LONGEST, parse
from copydesk.cleaning.pieces import Piece, pieces_of
from copydesk.cleaning.probability import body_probability
from copydesk.cleaning.readings import Reading, first_reading, squeezed
from copydesk.cleaning.related import related_of
from copydesk.cleaning.standfirst import standfirst_of
from copydesk.cleaning.thread import posts_of
from copydesk.cleaning.verdicts import IN_BODY, Verdict, verdicts
from copydesk.cleaning.vicinity import lines_elsewhere, lines_near_headline
from copydesk.cleaning.warnings import FEW, INDEX, TOLD, WITHOUT_BODY, warnings_of
from copydesk.reading.document import RawDocument

DOUBTFUL = 0.3
"""With less of the page's running text in the first reading, the thorough one is taken."""

TOLD_SHARE = 0.9
"""Share of a piece in a live blog's posts, as the linked data tells them, from which it is body."""

LINKED = NAMES.index("linked")
NOT_POSTED = [NAMES.index(name) for name in ("is_title", "furniture")]

CUT = f"the page is very long: only its first {LONGEST:,} characters were read"

SURE_OF_LANGUAGE = 400
"""Characters of body from which its words outweigh a page that declares itself English."""


class Page(NamedTuple):
    """A page read: its pieces, what it says of itself, and the features of each piece."""

    tree: HtmlElement
    about: PageData
    facts: PageFacts
    pieces: list[Piece]
    rows: Matrix


def clean_html(text: str, raw: RawDocument, options: CleanOptions) -> Draft:
    """Give the article on a page."""
    page = read_page(text)
    judged = bodies(page, body_probability(page.rows))
    warnings = warnings_of(judged, page.rows, page.about)
    near = lines_near_headline(judged, page.facts.titles)
    if WITHOUT_BODY.intersection(warnings):
        judged = [Verdict(v.piece, "no article") if v.is_body else v for v in judged]
    told = _told(page, judged, warnings)
    body, blocks = joined(
        [(BlockKind.PARAGRAPH, words) for words in told]
        or [(v.piece.kind, v.piece.text) for v in judged if v.is_body]
    )
    dates = dates_of(Evidence(page.about, page.tree, raw.url, near))
    captions = captions_of(judged)
    dateline = _dateline(body, blocks)
    fields = _fields(page, raw)
    known = people_of(fields.authors, page.about)
    bylines = () if known else without_accounts(names_in_bylines(_lines(judged)))
    article = replace(
        fields,
        summary=fields.summary or standfirst_of(judged, page.rows),
        authors=bylines or fields.authors,
        dateline=dateline,
        published=dates.published,
        modified=dates.modified,
        language=_language(declared_language(page.about), body),
        text=body,
        blocks=blocks,
        captions=captions,
        related=related_of(judged, fields.title),
        removed=_removed(judged) if options.explain else UNSET,
        warnings=((TOLD,) if told else warnings) + ((CUT,) if len(text) > LONGEST else ()),
    )
    region = declared_region(page.about)
    if dates.published is None:
        return Draft(article, _clues(near, judged, dateline, captions), region)
    shown = dates.published.origin is DateOrigin.BYLINE
    return Draft(article, _line_clues(near) if shown else (), region)


def _told(page: Page, judged: Sequence[Verdict], warnings: Sequence[str]) -> tuple[str, ...]:
    """Give the article that only the data in the page's scripts holds, by paragraphs."""
    if sum(len(v.piece.text) for v in judged if v.is_body) >= FEW:
        return ()
    told = told_paragraphs(page.about)
    return told if told or INDEX in warnings else paragraphs_in_scripts(page.tree)


def _lines(judged: Sequence[Verdict]) -> list[str]:
    """Give the lines of the page that are no body."""
    return [verdict.piece.text for verdict in judged if not verdict.is_body]


def _fields(page: Page, raw: RawDocument) -> Article:
    """Give the article without its body: what the page says of itself."""
    about = page.about
    return Article(
        id=raw.id,
        source=source_of(raw, "html"),
        url=address(about),
        title=headline(about),
        summary=page.facts.summary or None,
        authors=page.facts.authors,
        publisher=publisher(about),
        section=section(about),
        keywords=keywords(about),
        text="",
    )


def read_page(markup: str) -> Page:
    """Parse a page, cut it into pieces and work out what is known of each."""
    tree = parse(markup)
    about = page_data(tree)
    facts = PageFacts(
        titles=headlines(about),
        summary=summary(about) or "",
        authors=authors(about, tree),
        body=words_of(about.article.get("articleBody")) or "",
        is_article=about.says_article,
    )
    pieces = pieces_of(tree)
    rows = features(pieces, first_reading(tree), facts)
    if len(rows) and rows[0, NAMES.index("page_solid_kept")] < DOUBTFUL:
        rows = features(pieces, first_reading(tree, thorough=True), facts)
    return Page(tree, about, facts, pieces, rows)


def bodies(page: Page, probability: Matrix) -> list[Verdict]:
    """Judge the pieces by their probability; by the first reading where none has any."""
    if page.pieces:
        probability = np.maximum(probability, IN_BODY * _told_in_data(page))
        posts = None if page.about.article else posts_of(page.pieces, running_text(page.rows))
        if posts is not None:
            probability = np.where(posts, 1.0, 0.0)
        else:
            probability = mended(page.pieces, page.rows, probability, IN_BODY)
        if not (probability >= IN_BODY).any():
            probability = page.rows[:, NAMES.index("kept")]
    return verdicts(page.pieces, page.rows, probability)


def _told_in_data(page: Page) -> Matrix:
    """Give 1 for each piece that the linked data tells as part of a recipe or live blog, else 0."""
    recipe = {squeezed(line) for line in recipe_lines(page.about)}
    posts = live_posts(page.about)
    if not (recipe or posts):
        return np.zeros(len(page.pieces))
    forms = [squeezed(piece.text) for piece in page.pieces]
    posted = Reading("\n".join(posts), len(forms))
    plain = ~page.rows[:, NOT_POSTED].any(axis=1) & (page.rows[:, LINKED] < MUCH_LINKED)
    in_posts = plain & [posted.share(form) >= TOLD_SHARE for form in forms]
    return np.array(in_posts | [form in recipe for form in forms], dtype=float)


def _dateline(body: str, blocks: Sequence[Block]) -> Dateline | None:
    for block in blocks[:2]:
        if found := dateline_of(body[block.start : block.end]):
            return found[0]
    return None


def _language(declared: str | None, body: str) -> str | None:
    """Believe the page, but its text where it declares none, or English as a template does."""
    if declared and (declared != "en" or len(body) < SURE_OF_LANGUAGE):
        return declared
    return language_of(body) or declared


def _removed(judged: Sequence[Verdict]) -> tuple[Removed, ...]:
    return tuple(Removed(text=v.piece.text, reason=v.reason) for v in judged if not v.is_body)


def _clues(
    near: Sequence[str],
    judged: Sequence[Verdict],
    dateline: Dateline | None,
    captions: Sequence[Caption],
) -> tuple[DateClue, ...]:
    """Give the lines that may date the page, for a reader of dates in words."""
    clues = [*_line_clues(near)]
    if dateline and dateline.date:
        clues.append(DateClue(dateline.date, DateOrigin.DATELINE))
    clues += _line_clues(lines_elsewhere(judged))
    clues += [DateClue(caption.text, DateOrigin.CAPTION) for caption in captions]
    return tuple(dict.fromkeys(clues))


def _line_clues(lines: Sequence[str]) -> tuple[DateClue, ...]:
    return tuple(DateClue(line, DateOrigin.BYLINE) for line in lines)
