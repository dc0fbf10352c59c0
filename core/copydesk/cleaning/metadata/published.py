"""When the page was published and when it was last changed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from htmldate import find_date
from lxml.html import HtmlElement

from copydesk.article import DateOrigin, DocumentDate
from copydesk.cleaning.lists import ordered, words
from copydesk.cleaning.metadata.jsonld import types_of, words_of
from copydesk.cleaning.metadata.moments import EARLIEST, LATEST, day_in_path, moment_of
from copydesk.cleaning.metadata.page_data import PageData

PUBLISHED = ordered("markup.txt", "published")
MODIFIED = ordered("markup.txt", "modified")
PAGE_TYPES = words("markup.txt", "page-type")


class Published(NamedTuple):
    """The two dates, each with where it came from."""

    published: DocumentDate | None
    modified: DocumentDate | None


def dates_of(page: PageData, tree: HtmlElement, url: str | None) -> Published:
    """Try the places in order of trust."""
    modified = _first(_modified(page))
    published = None
    for place in PLACES:
        published = place(page, tree, url)
        if published:
            break
    return Published(published, modified)


def _linked(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    return _first(
        words_of(page.article.get(key)) for key in ("datePublished", "dateCreated", "uploadDate")
    )


def _named(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    return _first(content for name in PUBLISHED for content in page.meta.get(name, ()))


def _linked_elsewhere(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    """A page's or film's own date, where the page has no article in its linked data."""
    pages = (t for t in page.things if types_of(t) & PAGE_TYPES)
    return _first(words_of(t.get(key)) for t in pages for key in ("datePublished", "uploadDate"))


def _marked(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    """Elements with `itemprop=datePublished` or `pubdate`."""
    for element in tree.iter("time", "span", "div", "p", "abbr", "meta"):
        if (
            "datepublished" in (element.get("itemprop") or "").lower()
            or element.get("pubdate") is not None
        ):
            for said in (
                element.get("datetime"),
                element.get("content"),
                element.get("title"),
                _words(element),
            ):
                if value := moment_of(said):
                    words = _words(element)
                    return DocumentDate(value=value, origin=DateOrigin.METADATA, text=words or None)
    return None


def _in_address(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    for address in (url, page.canonical, page.first("og:url")):
        if value := day_in_path(address):
            return DocumentDate(value=value, origin=DateOrigin.URL)
    return None


def _searched(page: PageData, tree: HtmlElement, url: str | None) -> DocumentDate | None:
    """htmldate's search of the page, without its free search of the text."""
    value = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=EARLIEST,
        max_date=LATEST,
    )
    return DocumentDate(value=value, origin=DateOrigin.BYLINE) if value else None


PLACES: tuple[Callable[[PageData, HtmlElement, str | None], DocumentDate | None], ...] = (
    _linked,
    _named,
    _marked,
    _linked_elsewhere,
    _in_address,
    _searched,
)
"""In order of trust."""


def _modified(page: PageData) -> Iterator[str | None]:
    yield words_of(page.article.get("dateModified"))
    for name in MODIFIED:
        yield from page.meta.get(name, ())


def _first(said: Iterator[str | None]) -> DocumentDate | None:
    for date in said:
        if value := moment_of(date):
            return DocumentDate(value=value, origin=DateOrigin.METADATA)
    return None


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())[:100]
