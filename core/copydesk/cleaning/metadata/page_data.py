"""A page's data about itself, gathered once: meta elements, links, linked data, top headings."""

from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from copydesk.cleaning.metadata.jsonld import Thing, article_of, things_of

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
    subheadings: tuple[str, ...]
    """Second-level headings, in order."""
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
    return PageData(
        meta=meta,
        things=things,
        article=article_of(things) or {},
        headings=_headings(tree, "h1"),
        subheadings=_headings(tree, "h2"),
        title=" ".join((title.text or "").split()) if title is not None else "",
        canonical=_canonical(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _headings(tree: HtmlElement, tag: str) -> tuple[str, ...]:
    headings = (" ".join("".join(found.itertext()).split()) for found in tree.iter(tag))
    return tuple(words for words in islice(headings, HEADINGS) if words)


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = (link.get("href") or "").strip()
            return address if address.startswith(("http://", "https://")) else None
    return None
