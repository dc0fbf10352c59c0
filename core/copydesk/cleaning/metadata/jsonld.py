"""Linked data in a page's scripts: schema.org objects as JSON, however broken."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from copydesk.cleaning.lists import words

Thing = dict[str, Any]

ARTICLE_TYPES = words("markup.txt", "article-type")

WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')

LONGEST = 2_000_000
"""Characters of one script that are read."""

DEEPEST = 12
"""Levels of nesting that are searched."""

UPDATES = "liveBlogUpdate"
"""Property that holds the entries of a live blog, which are no articles of their own."""


def things_of(tree: HtmlElement) -> list[Thing]:
    """Give every object with a type in the page's JSON-LD, in order, outer before inner.

    The entries of a live blog are left out: each is typed like an article.
    """
    found: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            for value in _values(script.text[:LONGEST]):
                found.extend(_typed(value))
    return found


def article_of(things: list[Thing]) -> Thing | None:
    """Give the object that stands for the page's article: the one that says most of it."""
    articles = [thing for thing in things if types_of(thing) & ARTICLE_TYPES]
    for wanted in ("articleBody", "datePublished", "headline"):
        for thing in articles:
            if thing.get(wanted) and thing.get("headline", thing.get("name")):
                return thing
    return articles[0] if articles else None


def types_of(thing: Thing) -> set[str]:
    """Lower-cased names of a thing's types, without the vocabulary's address."""
    names = thing.get("@type")
    names = names if isinstance(names, list) else [names]
    return {str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names if name}


def words_of(value: object) -> str | None:
    """Give a plain text for a value: itself, its `name`, or the first of a list; None if empty."""
    if isinstance(value, list):
        return next((words for one in value if (words := words_of(one))), None)
    if isinstance(value, dict):
        return words_of(value.get("name") or value.get("@value") or value.get("headline"))
    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None


def _values(script: str) -> Iterator[Any]:
    """Read a script's JSON, repaired where it must be; nothing where it cannot be."""
    script = WRAPPING.sub("", script.strip()).strip()
    for repaired in (script, None):
        if repaired is None:
            repaired = TRAILING_COMMA.sub("", BAD_ESCAPE.sub(r"\\\\", script))
        try:
            yield json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
        return
    yield from _salvaged(script)


def _salvaged(script: str) -> Iterator[Any]:
    """Read whole objects at the start of a script with rubbish behind them."""
    decoder = json.JSONDecoder(strict=False)
    at = script.find("{")
    for _ in range(8):
        if at < 0:
            return
        try:
            value, end = decoder.raw_decode(script, at)
        except (ValueError, RecursionError):
            return
        yield value
        at = script.find("{", end)


def _typed(value: object, depth: int = 0) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _typed(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in value:
            if key != UPDATES and isinstance(value[key], (list, dict)):
                yield from _typed(value[key], depth + 1)
