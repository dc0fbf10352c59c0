"""A decoded dump becomes drafts: the whole way from lines to articles."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import UNSET
from msgspec.structs import replace

from copydesk.article import Article, BlockKind, DateClue, Dateline, DateOrigin, Removed
from copydesk.cleaning.body import joined, source_of
from copydesk.cleaning.dateline import dateline_of
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.cleaning.languages import language_of, stopwords
from copydesk.cleaning.text.announced import with_announced_lists
from copydesk.cleaning.text.boilerplate import without_boilerplate
from copydesk.cleaning.text.bylines import authors_of, date_clues, marked_bylines
from copydesk.cleaning.text.captions import captions_of, marked_captions
from copydesk.cleaning.text.exports import Part, parts_of
from copydesk.cleaning.text.extras import (
    without_consent,
    without_copies,
    without_reviews,
    without_threads,
)
from copydesk.cleaning.text.features import facts_of
from copydesk.cleaning.text.grids import grids_in, with_grids
from copydesk.cleaning.text.headline import headline_at, site_of, standfirst_of, without_site
from copydesk.cleaning.text.items import with_items, with_whole_lists
from copydesk.cleaning.text.joining import joined_lines
from copydesk.cleaning.text.labels import with_labelled, with_posts
from copydesk.cleaning.text.lines import Line, lines_of
from copydesk.cleaning.text.model import body_lines
from copydesk.cleaning.text.names import bare_names_in, names_in, upright
from copydesk.cleaning.text.paging import parted_from_paging
from copydesk.cleaning.text.paired import with_paired_lists
from copydesk.cleaning.text.related import (
    marked_related,
    without_pointers,
    without_shouted,
    without_teasers,
)
from copydesk.cleaning.text.roles import Piece, Role, pieces_of
from copydesk.cleaning.text.tables import lexicon
from copydesk.cleaning.text.turns import SPEAKER, with_inner_sentences, with_subheads, with_turns
from copydesk.reading.document import RawDocument

_HEADING_WORDS = 14
"""Words of the longest heading inside a body."""
_REPAIRS = (
    *(with_turns, with_inner_sentences, with_subheads, with_items, with_whole_lists),
    *(with_announced_lists, with_grids, with_paired_lists, with_labelled, with_posts),
    *(without_boilerplate, without_teasers, without_pointers, without_shouted),
    *(without_copies, without_consent, without_threads, without_reviews),
)
_DATELINE_WITHIN = 3
"""Paragraphs from the top of the body among which one may open with a dateline."""


def clean_text(text: str, raw: RawDocument, options: CleanOptions) -> tuple[Draft, ...]:
    """Give the articles in a decoded dump: one, or several where an export holds several."""
    drafts = [_draft(part, raw, options) for part in parts_of(text)]
    if len(drafts) == 1:
        return (drafts[0],)
    return tuple(
        draft._replace(article=replace(draft.article, id=f"{raw.id}#{number}"))
        for number, draft in enumerate(drafts, 1)
    )


def _draft(part: Part, raw: RawDocument, options: CleanOptions) -> Draft:
    language = raw.language or language_of(part.text)
    stop = stopwords(language)
    lines, paging = parted_from_paging(lines_of(part.text))
    lines = joined_lines(lines, stop)
    site = site_of([line.text for line in lines])
    pieces = marked_captions(_repaired(_classified(lines, stop)), site)
    title = None if "title" in part.fields else headline_at(pieces, site, raw.title)
    pieces = marked_related(marked_bylines(_titled(pieces, title, site), title))
    body, blocks = joined(_blocks(pieces))
    headline = without_site(pieces[title].text, site) if title is not None else None
    article = Article(
        id=raw.id,
        source=source_of(raw, "text"),
        url=part.fields.get("url"),
        title=part.fields.get("title") or headline or part.fields.get("subject"),
        summary=part.fields.get("summary") or _summary(pieces, title),
        authors=_authors(part, pieces),
        publisher=part.fields.get("publisher") or site,
        section=part.fields.get("section"),
        keywords=_keywords(part),
        dateline=_dateline(pieces, part),
        language=raw.language or language_of(body) or language,
        text=body,
        blocks=blocks,
        captions=captions_of(pieces, site),
        related=tuple(dict.fromkeys(p.text for p in pieces if p.role is Role.RELATED)),
        removed=tuple(_removed(pieces, part, paging)) if options.explain else UNSET,
    )
    return Draft(article, tuple(dict.fromkeys(_clues(article, pieces, part))))


def _classified(lines: Sequence[Line], stop: frozenset[str]) -> list[Piece]:
    if not lines:
        return []
    facts = facts_of(lines, stop, lexicon())
    worded = np.array([any(map(str.isalnum, line.text)) for line in lines])
    return pieces_of(lines, facts.words, body_lines(facts) & (worded | ~worded.any()))


def _repaired(pieces: list[Piece]) -> list[Piece]:
    for repair in _REPAIRS:
        pieces = repair(pieces)
    return pieces


def _titled(pieces: Sequence[Piece], title: int | None, site: str | None) -> list[Piece]:
    """The headline marked, and every line that says it again."""
    if title is None:
        return list(pieces)
    words = without_site(pieces[title].text, site).casefold()
    marked = [
        p._replace(role=Role.REPEATED) if without_site(p.text, site).casefold() == words else p
        for p in pieces
    ]
    marked[title] = marked[title]._replace(role=Role.TITLE)
    return marked


def _blocks(pieces: Sequence[Piece]) -> Iterator[tuple[BlockKind, str]]:
    body = [piece for piece in pieces if piece.is_body]
    grids = {rows.start: rows for rows in grids_in(body)}
    inside = {at for rows in grids.values() for at in rows}
    for at, piece in enumerate(body):
        if at in grids:
            yield BlockKind.TABLE, "\n".join(row.text for row in body[at : grids[at].stop])
        elif at not in inside:
            yield _kind(piece, body[at + 1] if at + 1 < len(body) else None), piece.text


def _kind(piece: Piece, following: Piece | None) -> BlockKind:
    if piece.line.bullet:
        return BlockKind.LIST_ITEM
    if SPEAKER.match(piece.text):
        return BlockKind.PARAGRAPH
    short = piece.words <= _HEADING_WORDS and piece.text[-1] not in '.,;:!…。»”"'
    if short and following and following.words > piece.words and following.text[-1] in '.!?…。:»”"':
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _dateline(pieces: Sequence[Piece], part: Part) -> Dateline | None:
    for piece in [piece for piece in pieces if piece.is_body][:_DATELINE_WITHIN]:
        if found := dateline_of(piece.text):
            return found[0]
    place = part.fields.get("dateline")
    return Dateline(place=place) if place else None


def _summary(pieces: Sequence[Piece], title: int | None) -> str | None:
    """The standfirst, or the first paragraph if the story opens with a dateline below it."""
    body = [piece.text for piece in pieces if piece.is_body][:2]
    if len(body) == 2 and dateline_of(body[1]) and not dateline_of(body[0]):
        return body[0]
    return standfirst_of(pieces, title)


def _authors(part: Part, pieces: Sequence[Piece]) -> tuple[str, ...]:
    if byline := part.fields.get("byline"):
        return names_in(upright(byline)) or (byline,)
    return authors_of(pieces) or _named_in_dateline(pieces)


def _named_in_dateline(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The reporters that a wire names with the place: "新闻社北京5月3日电（记者张三）"."""
    for piece in [piece for piece in pieces if piece.is_body][:_DATELINE_WITHIN]:
        if found := dateline_of(piece.text):
            return bare_names_in(piece.text[: found[1]])
    return ()


def _keywords(part: Part) -> tuple[str, ...]:
    listed = (word.strip() for word in part.fields.get("keywords", "").split(";"))
    return tuple(word for word in listed if word)


def _removed(pieces: Sequence[Piece], part: Part, paging: Sequence[Line]) -> Iterator[Removed]:
    for words in part.removed:
        yield Removed(text=words, reason="field")
    for line in paging:
        yield Removed(text=line.text, reason="paging")
    for piece in pieces:
        if not piece.is_body:
            yield Removed(text=piece.text, reason=piece.role.value)


def _clues(article: Article, pieces: Sequence[Piece], part: Part) -> Iterator[DateClue]:
    if date := part.fields.get("date"):
        yield DateClue(date, DateOrigin.BYLINE)
    yield from date_clues(pieces)
    if loaded := part.fields.get("loaded"):
        yield DateClue(loaded, DateOrigin.BYLINE)
    if article.dateline and article.dateline.date:
        yield DateClue(article.dateline.date, DateOrigin.DATELINE)
    for caption in article.captions:
        yield DateClue(caption.text, DateOrigin.CAPTION)
