"""A raw document becomes an article: the body, and the fields around it."""

import re

from msgspec.structs import replace

from copydesk.article import DateOrigin, DocumentDate
from copydesk.cleaning.decode import decode
from copydesk.cleaning.detect import looks_like_html, refuse_binary
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.cleaning.html import clean_html
from copydesk.cleaning.verbatim import keep_verbatim
from copydesk.errors import ReadError
from copydesk.reading.document import RawDocument

__all__ = ["CleanOptions", "Draft", "clean"]

BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*")
"""White space, and the characters that show nothing."""


def clean(raw: RawDocument, options: CleanOptions | None = None) -> tuple[Draft, ...]:
    """Give the articles in a raw document: one, or several where a text dump holds several.

    Raises `NotAnArticleError` for a file of another kind and `ReadError` for an empty one.
    """
    options = options or CleanOptions()
    refuse_binary(raw.data)
    text, encoding = decode(raw, exact=options.verbatim)
    if BLANK.fullmatch(text) and not options.verbatim:
        raise ReadError("nothing in it but white space")
    raw = replace(raw, encoding=encoding)
    return tuple(_with_given(draft, raw) for draft in _drafts(text, raw, options))


def _drafts(text: str, raw: RawDocument, options: CleanOptions) -> tuple[Draft, ...]:
    if options.verbatim:
        return (keep_verbatim(text, raw),)
    if raw.format == "html" or (raw.format == "auto" and looks_like_html(text)):
        return (clean_html(text, raw, options),)
    from copydesk.cleaning.text import clean_text  # costs a tenth of a second; pages go without

    return clean_text(text, raw, options)


def _with_given(draft: Draft, raw: RawDocument) -> Draft:
    """What the caller knows is believed before anything that the page says."""
    known: dict[str, object] = {}
    if raw.url:
        known["url"] = raw.url
    if raw.title:
        known["title"] = raw.title
    if raw.language:
        known["language"] = raw.language
    if raw.extra is not None:
        known["extra"] = raw.extra
    if raw.published:
        known["published"] = DocumentDate(value=raw.published, origin=DateOrigin.GIVEN)
    article = replace(draft.article, **known)
    return draft._replace(article=article, clues=() if raw.published else draft.clues)
