"""RSS and Atom: the items that carry their article's full text."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape

from lxml import etree

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading import xml
from copydesk.reading.document import RawDocument
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, unread

_FULL_TEXT = (
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    "{http://www.w3.org/2005/Atom}content",
    "{*}description",
    "{*}summary",
)
_AUTHORS = ("{http://purl.org/dc/elements/1.1/}creator", "{*}author/{*}name", "author")
_DATES = (
    "pubDate",
    "{*}published",
    "{*}updated",
    "{http://purl.org/dc/elements/1.1/}date",
)


def feed_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """A document for each item; one without any text is a failure in its place."""
    for number, item in enumerate(xml.elements(source, ("item", "entry")), 1):
        place = f"{source.name}#{number}"
        try:
            yield _document(item, place, source.path)
        except ReadError as fault:
            yield unread(place, fault)


def _document(item: etree._Element, place: str, path: str | None) -> RawDocument:
    body = next(filter(None, (_markup(item, name) for name in _FULL_TEXT)), None)
    if body is None:
        raise ReadError("an item without a text")
    authors = filter(None, (xml.first(item, name) for name in _AUTHORS))
    title = xml.first(item, "{*}title")
    return RawDocument(
        id=place,
        data=xml.page(body, title=title, authors=list(authors)[:1]),
        format="html",
        path=path,
        encoding="utf-8",
        url=_link(item),
        title=title,
        published=_moment(xml.first(item, *_DATES)),
    )


def _markup(item: etree._Element, name: str) -> str | None:
    """The HTML that an element holds, escaped as text or as elements of its own (XHTML)."""
    element = item.find(name)
    if element is None:
        return None
    if len(element):
        inside = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return escape(element.text or "") + "".join(inside)
    text = element.text or ""
    return escape(text) if element.get("type") == "text" else text.strip() or None


def _link(item: etree._Element) -> str | None:
    for link in item.iterfind("{*}link"):
        if link.get("rel", "alternate") == "alternate":
            return link.get("href") or (link.text or "").strip() or None
    return None


def _moment(text: str | None) -> str | None:
    """ISO 8601 of a date as RSS (RFC 822) or Atom (ISO already) has it."""
    if text is None or text[:4].isdigit():
        return text
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return None
