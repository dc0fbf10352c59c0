"""The lines of text that an element shows."""

import re

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from copydesk.cleaning.lists import words

BREAKING = words("markup.txt", "breaking") | {"br"}
WHITE = re.compile(r"\s+")


def lines_of(element: HtmlElement) -> list[str]:
    """Give an element's lines of text, single blanks between words, empty lines left out."""
    parts: list[str] = []
    for event, inner in iterwalk(element, events=("start", "end")):
        if inner.tag in BREAKING:
            parts.append("\n")
        said = inner.text if event == "start" else inner.tail if inner is not element else None
        parts.append(WHITE.sub(" ", said or ""))
    return [line for part in "".join(parts).split("\n") if (line := " ".join(part.split()))]
