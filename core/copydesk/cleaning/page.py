"""Markup becomes a tree, whatever state it is in."""

import re

from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

LONGEST = 3_000_000
"""Characters of a page that are read; what comes after belongs to no article."""

HEAD = 4096
"""Characters within which a page's root element opens."""

PROLOGUE = re.compile(r"\A(?:\s*(?:<!doctype[^>]{0,500}>|<\?xml[^>]{0,200}\?>)){1,3}", re.I)
"""Dropped: libxml2 stumbles over some doctypes, and text must not declare an encoding."""

SELF_CLOSED_ROOT = re.compile(r"(<html[^<>]{0,2000}?)\s*/>", re.I)

WRAPPER = re.compile(r"</?(?:div|span|font|b|i|em|strong|center|a|section)\b[^<>]{0,5000}>", re.I)
"""Tags that pages nest by the thousand when they forget to close them."""

PLAIN_ELEMENTS = ElementDefaultClassLookup(element=HtmlElement)
"""One class for all elements: lxml.html looks up one by tag, in Python, each time it meets one."""

SWALLOWED = 0.4
"""Share of the page's elements that no `<noscript>` holds on purpose."""


def parse(markup: str) -> HtmlElement:
    """Give the page's tree, comments and processing instructions left out.

    Where elements are nested too deep for the parser, the wrappers among them become line breaks.
    """
    markup = PROLOGUE.sub("", markup[:HEAD], count=1) + markup[HEAD:LONGEST]
    markup = SELF_CLOSED_ROOT.sub(r"\1>", markup[:HEAD], count=1) + markup[HEAD:]
    tree, whole = _tree(markup)
    tree = tree if whole else _tree(WRAPPER.sub("\n", markup))[0]
    _open_noscript(tree)
    return tree


def _open_noscript(tree: HtmlElement) -> None:
    """Make a plain box of a `<noscript>` that, never closed, has swallowed the page."""
    boxes = list(tree.iter("noscript"))
    most = SWALLOWED * _elements(tree) if boxes else 0.0
    for noscript in boxes:
        if _elements(noscript) > most:
            noscript.tag = "div"


def _elements(root: HtmlElement) -> float:
    """Count the elements below one."""
    return float(root.xpath("count(descendant::*)"))


def _tree(markup: str) -> tuple[HtmlElement, bool]:
    """Parse once; tell whether the parser came to the end."""
    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(PLAIN_ELEMENTS)
    try:
        tree = document_fromstring(markup.encode("utf-8"), parser=parser)
    except (ParserError, XMLSyntaxError, AssertionError):
        return document_fromstring("<html><body></body></html>"), not markup.strip()
    return tree, not any("xcessive depth" in entry.message for entry in parser.error_log)
