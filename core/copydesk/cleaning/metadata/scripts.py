"""The article that a page keeps in the data of its scripts, for JavaScript to show."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from copydesk.cleaning.metadata.flight import pushed_values
from copydesk.cleaning.metadata.jsonld import DEEPEST, LONGEST

ASSIGNED = re.compile(r"\s*(?:window|self|globalThis)(?:\.\w+|\[\"\w+\"\])\s*=\s*(?=\{)")
"""window.__STATE__ = {…"""

WORDS = ("text", "value", "content", "html", "body", "children", "data")
"""Keys under which the words of a block stand, or the blocks inside it."""

OTHERS = frozenset(("headline", "title", "slug", "href", "url", "path", "caption"))
"""Keys of a teaser or a picture, which is no block of the article."""

TAGS = re.compile(r"<[^<>]{0,500}>")
BREAKS = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote)\b[^<>]{0,500}>|\n", re.I)

WITHIN = 6
"""Levels below a block that may hold its words."""

SENTENCE = re.compile(r"[.!?…。！？।؟][\"”»’')\]]{0,3}$")

RUNNING = 40
"""Characters from which a paragraph that ends like a sentence is running text."""

ENOUGH = 200
"""Characters of running text that an article has at least."""

NEARLY = 0.8
"""Share of the most running text with which an inner list is the article's own."""


class _Told(NamedTuple):
    paragraphs: tuple[str, ...]
    running: int
    """Characters of running text."""


def paragraphs_in_scripts(tree: HtmlElement) -> tuple[str, ...]:
    """Give the paragraphs of the longest running text in the scripts' data, markup taken out.

    The text is a list of blocks or one string of HTML, as content systems hand it to a page.
    """
    found = [told for value in _values(tree) for told in _texts(value)]
    most = max((told.running for told in found), default=0)
    if most < ENOUGH:
        return ()
    return next(told for told in reversed(found) if told.running >= NEARLY * most).paragraphs


def _values(tree: HtmlElement) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    scripts = [
        ((script.get("type") or "").lower(), (script.text or "")[:LONGEST])
        for script in tree.iter("script")
    ]
    for kind, text in scripts:
        assigned = None if "json" in kind else ASSIGNED.match(text)
        if "ld+json" in kind or not ("json" in kind or assigned):
            continue
        try:
            yield decoder.raw_decode(text[assigned.end() if assigned else 0 :].lstrip())[0]
        except (ValueError, RecursionError):
            continue
    yield from pushed_values(text for _, text in scripts)


def _texts(value: object, depth: int = 0) -> Iterator[_Told]:
    """Give every list of blocks and every string of several paragraphs, outer before inner."""
    if depth > 2 * DEEPEST:
        return
    if isinstance(value, str):
        if BREAKS.search(value):
            yield _told(_lines(value))
    elif isinstance(value, list) and not any(isinstance(block, list) for block in value):
        yield _told(line for block in value for line in _lines(_words(block)))
    if isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner, depth + 1)


def _words(block: object, depth: int = 0) -> str:
    """Give a block's words and those of the blocks in it."""
    if isinstance(block, str):
        return block
    if depth > WITHIN or not block:
        return ""
    if isinstance(block, list):
        return "".join(_words(inner, depth + 1) for inner in block)
    if isinstance(block, dict) and (depth or not OTHERS & block.keys()):
        said = (_words(block.get(key), depth + 1) for key in WORDS)
        return next((words for words in said if words), "")
    return ""


def _lines(words: str) -> list[str]:
    """Give the lines of a text or of HTML."""
    parts = (unescape(TAGS.sub("", part)) for part in BREAKS.split(words))
    return [line for part in parts if (line := " ".join(part.split()))]


def _told(lines: Iterator[str] | list[str]) -> _Told:
    paragraphs = tuple(lines)
    running = (len(line) for line in paragraphs if len(line) >= RUNNING and SENTENCE.search(line))
    return _Told(paragraphs, sum(running))
