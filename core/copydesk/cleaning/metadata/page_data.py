"""A page's data about itself, gathered once: meta elements, links, linked data, top headings."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from copydesk.cleaning.metadata.jsonld import Thing, article_of, things_of

HOME = re.compile(r"(?:https?:)?(?://[^/]+)?(?:\.?/)?(?:index\.\w+)?")
"""The address of a site's first page."""

HEADINGS = 12
"""Headings of a level that are looked at."""


class PageData(NamedTuple):
    """What a page's head and linked data say."""

    meta: dict[str, list[str]]
    """Contents by name, property or itemprop, in lower case."""
    things: list[Thing]
    article: Thing
    """The linked data's article; empty where there is none."""
    headings: tuple[str, ...]
    """First-level headings, in order."""
    home: tuple[str, ...]
    """First-level headings that are links to the site's first page, and so its name."""
    subheadings: tuple[str, ...]
    """Lesser headings, in order; where a page has none of any level, its lines in bold."""
    title: str
    """The `<title>`."""
    canonical: str | None
    language: str | None
    """As the root element declares it."""

    def first(self, *names: str) -> str | None:
        """Give the first content that is not empty under any of the names."""
        return next((content for name in names for content in self.meta.get(name, ())), None)

    @property
    def says_article(self) -> bool:
        """Whether the page calls itself an article."""
        return bool(self.article) or "article" in (self.first("og:type") or "").lower()


def page_data(tree: HtmlElement) -> PageData:
    """Gather what the page says about itself."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if not content:
            continue
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            if name := element.get(attribute):
                meta.setdefault(name.strip().lower(), []).append(content)
    things = things_of(tree)
    title = tree.find(".//title")
    tops = list(tree.iter("h1"))
    return PageData(
        meta=meta,
        things=things,
        article=article_of(things) or {},
        headings=_said(heading for heading in tops if not _leads_home(heading)),
        home=_said(filter(_leads_home, tops)),
        subheadings=_said(tree.iter("h2", "h3")) or _said(tree.iter("b", "strong")),
        title=" ".join((title.text or "").split()) if title is not None else "",
        canonical=_canonical(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _said(headings: Iterable[HtmlElement]) -> tuple[str, ...]:
    said = (" ".join("".join(heading.itertext()).split()) for heading in headings)
    return tuple(words for words in islice(said, HEADINGS) if words)


def _leads_home(heading: HtmlElement) -> bool:
    """Tell a heading that is nothing but a link to the site's first page."""
    link = next(heading.iter("a"), None)
    address = link.get("href") if link is not None else None
    return bool(address and HOME.fullmatch(address)) and _said([heading]) == _said([link])


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = (link.get("href") or "").strip()
            return address if address.startswith(("http://", "https://")) else None
    return None
