"""NITF and NewsML-G2, as news agencies send their stories."""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading import xml
from copydesk.reading.document import RawDocument
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, unread

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(T\d{6}.*)?")  # 20150805T101500Z
_BLOCKS = {"p": "p", "hl2": "h2", "h2": "h2", "h3": "h3", "li": "li", "bq": "blockquote"}
_FURNITURE = ("media", "table", "figure")


def newsml_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """The stories of a NITF document, or of a NewsML-G2 item or message."""
    number = 0
    for item in xml.elements(source, ("newsItem", "nitf")):
        if any(xml.local_name(above) == "newsItem" for above in item.iterancestors()):
            continue  # NITF within NewsML comes with its item
        number += 1
        place = source.name if item.getparent() is None else f"{source.name}#{number}"
        try:
            yield _document(item, place, source.path)
        except ReadError as fault:
            yield unread(place, fault)


def _document(item: etree._Element, place: str, path: str | None) -> RawDocument:
    body = "".join(_blocks(item))
    if not body:
        raise ReadError("a news item without a text")
    title = xml.first(item, ".//{*}contentMeta/{*}headline", ".//{*}hl1", ".//{*}title")
    byline = xml.first(item, ".//{*}contentMeta/{*}by", ".//{*}byline/{*}person", ".//{*}byline")
    return RawDocument(
        id=place,
        data=xml.page(
            body,
            title=title,
            authors=[byline] if byline else [],
            summary=xml.first(item, ".//{*}contentMeta/{*}description", ".//{*}abstract"),
        ),
        format="html",
        path=path,
        encoding="utf-8",
        title=title,
        published=_published(item),
    )


def _blocks(item: etree._Element) -> Iterator[str]:
    """The story's blocks as HTML; text that is not marked up is parted at blank lines."""
    content = next(
        (
            found
            for name in ("body.content", "body", "inlineXML")
            if (found := _inner(item, name)) is not None
        ),
        None,
    )
    if content is None:
        text = "".join(item.xpath("string(.//*[local-name() = 'inlineData'])"))
        yield from (f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())
        return
    for element in content.iter("{*}*"):
        tag = _BLOCKS.get(xml.local_name(element))
        inside = (xml.local_name(above) in _FURNITURE for above in element.iterancestors())
        if tag and not any(inside):
            text = " ".join("".join(element.itertext()).split())
            yield f"<{tag}>{escape(text)}</{tag}>"


def _inner(item: etree._Element, name: str) -> etree._Element | None:
    return item.find(f".//{{*}}{name}")


def _published(item: etree._Element) -> str | None:
    moment = xml.first(item, ".//{*}itemMeta/{*}firstCreated", ".//{*}itemMeta/{*}versionCreated")
    if moment:
        return moment
    for path in (".//{*}date.issue", ".//{*}date.release", ".//{*}story.date"):
        found = item.find(path)
        norm = found.get("norm") if found is not None else None
        if norm and (match := _COMPACT.match(norm)):
            return "-".join(match.group(1, 2, 3))
        if norm:
            return str(norm)
    return None
