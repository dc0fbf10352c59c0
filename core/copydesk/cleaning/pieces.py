"""A page cut into pieces: the paragraphs, headings, items, tables that a reader sees."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from copydesk.article import BlockKind
from copydesk.cleaning.lists import words
from copydesk.cleaning.metadata.bylines import is_byline

UNSEEN = words("markup.txt", "unseen")
BREAKING = words("markup.txt", "breaking")
MAY_BE_MARKS = frozenset(("sup", "span"))
ANCHOR_SIGNS = frozenset("¶#§🔗")
"""Texts of links from a heading to itself."""

EMPHASIS = frozenset(("b", "strong", "em", "i"))
KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM),
    "blockquote": BlockKind.BLOCKQUOTE,
}
KIND_WITHIN = 4
"""Breaking elements from the innermost up that may give a piece its kind."""

SPACES = re.compile(r"[^\S\n]+")
AROUND_BREAK = re.compile(r" ?\n ?")
REFERENCE = re.compile(r"\s*\[\w{1,4}\]\s*")
HIDDEN_CHARACTERS = re.compile("[\u00ad\u200b\u2060\ufeff]")

BR = "\n"
"""Stands for `<br>` while a piece is gathered; the markup's own line ends are blanks by then."""

CARD_LINKS = 2
"""Links in a card."""

DATA_CELLS = 4
"""Cells from which a table may hold data."""

CELL_LONGEST = 100
"""Characters of running text in a cell's paragraph that speak for a layout table."""

CELL_BREAKS = 6
"""`<br>` in one cell that do so too."""


class Piece(NamedTuple):
    """A stretch of visible text between two breaks."""

    text: str
    kind: BlockKind
    element: HtmlElement
    """The innermost breaking element around it."""
    linked: int
    """Characters inside links."""
    links: int
    emphasised: int
    """Characters in bold or italics."""


def pieces_of(tree: HtmlElement) -> list[Piece]:
    """Give the page's pieces in document order.

    Two `<br>` in a row part two pieces, a single one is a line end within one. A table whose
    cells hold no blocks is one piece: a line a row, tabs between cells.
    """
    body = tree.find("body")
    walk = iterwalk(body if body is not None else tree, events=("start", "end"))
    line = _Line()
    for event, element in walk:
        tag = element.tag
        if event == "end":
            line.close(tag, element)
        elif tag in UNSEEN or (tag in MAY_BE_MARKS and _is_mark(tag, element)):
            walk.skip_subtree()
        elif tag == "pre" or (tag == "table" and _holds_data(element)):
            line.flush()
            line.found += _code(element) if tag == "pre" else _table(element)
            walk.skip_subtree()
        else:
            line.open(tag, element)
    return line.found


class _Line:
    """The piece being gathered, the elements open around it, and the pieces before it."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.owners: list[HtmlElement] = []
        self.kinds: list[BlockKind | None] = []
        """What each owner makes of a piece, if anything."""
        self.anchors = 0
        self.emphases = 0
        self._empty()

    def _empty(self) -> None:
        self.parts: list[str] = []
        self.shown = False
        """Whether a part is more than white space."""
        self.linked = self.links = self.emphasised = 0

    def open(self, tag: str, element: HtmlElement) -> None:
        if tag in BREAKING:
            if self.parts or self.links:
                self.flush()
            self.owners.append(element)
            self.kinds.append(KINDS.get(tag))
        elif tag == "br":
            self.parts.append(BR)
        elif tag == "a":
            self.anchors += 1
            self.links += 1
            if element.text in ANCHOR_SIGNS:
                return
        elif tag in EMPHASIS:
            self.emphases += 1
        self._add(element.text)

    def close(self, tag: str, element: HtmlElement) -> None:
        if tag in BREAKING:
            if self.owners and self.owners[-1] is element:
                if self.parts or self.links:
                    self.flush()
                self.owners.pop()
                self.kinds.pop()
        elif tag == "a":
            self.anchors -= 1
        elif tag in EMPHASIS:
            self.emphases -= 1
        self._add(element.tail)

    def _add(self, words: str | None) -> None:
        if words and self.owners:
            if words.isspace():
                words = " "
            else:
                words = _spaced(words)
                self.shown = True
            self.parts.append(words)
            if self.anchors:
                self.linked += len(words)
            if self.emphases:
                self.emphasised += len(words)

    def flush(self) -> None:
        """Put what was gathered with the pieces and start anew."""
        if self.shown:
            whole = "".join(self.parts)
            kind = self._kind()
            for part in _parts(whole):
                if text := tidy(part):
                    share = min(1.0, len(text) / len(whole))
                    linked = min(len(text), round(self.linked * share))
                    bold = min(len(text), round(self.emphasised * share))
                    self.found.append(Piece(text, kind, self.owners[-1], linked, self.links, bold))
        self._empty()

    def _kind(self) -> BlockKind:
        """The kind that the innermost telling owner gives: a paragraph in a list item is one."""
        near = reversed(self.kinds[-KIND_WITHIN:])
        return next(filter(None, near), BlockKind.PARAGRAPH)


def _parts(whole: str) -> list[str]:
    """Part what two line ends in a row part, and a byline from the lines around it."""
    if BR not in whole:
        return [whole]
    lines = whole.split(BR)
    bylines = {at for at, line in enumerate(lines) if is_byline(line.strip())}
    for at in bylines:
        lines[at] = f"{BR if at else ''}{lines[at]}{BR if at + 1 < len(lines) else ''}"
    return BR.join(lines).split(BR + BR)


def _spaced(words: str) -> str:
    """One blank for each stretch of white space."""
    single = " ".join(words.split())
    before = " " if words[0].isspace() else ""
    return f"{before}{single} " if words[-1].isspace() else before + single


def tidy(text: str) -> str:
    """One blank between words, no characters that show nothing, single line ends kept."""
    if not text.isascii():
        text = HIDDEN_CHARACTERS.sub("", text)
    if BR not in text:
        return " ".join(text.split())
    return AROUND_BREAK.sub("\n", SPACES.sub(" ", text)).strip()


def _is_mark(tag: str, element: HtmlElement) -> bool:
    """Tell the number of a footnote, MediaWiki's "[edit]" beside a heading, a name's card."""
    if tag == "sup":
        return REFERENCE.fullmatch("".join(element.itertext())) is not None
    return tag == "span" and ("mw-editsection" in (element.get("class") or "") or _is_card(element))


def _is_card(span: HtmlElement) -> bool:
    """Tell what pops up beside a name in a line: a picture and links, no words of its own."""
    inner = [child.tag for child in span] if len(span) > CARD_LINKS else []
    if "img" not in inner or inner.count("a") < CARD_LINKS:
        return False
    return not any(words and words.strip() for words in (span.text, *(c.tail for c in span)))


def _holds_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out the page."""
    cells = 0
    for element in table.iterdescendants("table", "p", "div", "h1", "h2", "h3", "ul", "td", "th"):
        if element.tag in ("td", "th"):
            cells += 1
            if sum(1 for _ in element.iter("br")) >= CELL_BREAKS:
                return False
        elif (
            element.tag not in ("p", "div")
            or len(element.text or "") > CELL_LONGEST
            or len(element) > 3
        ):
            return False
    return cells >= DATA_CELLS


def _table(table: HtmlElement) -> Iterator[Piece]:
    rows = []
    for row in table.iterdescendants("tr"):
        cells = (_flat(cell) for cell in row.iterchildren("td", "th"))
        rows.append("\t".join(cells).strip())
    links = ["".join(link.itertext()) for link in table.iterdescendants("a")]
    text = HIDDEN_CHARACTERS.sub("", "\n".join(row for row in rows if row))
    if text:
        linked = min(len(text), sum(map(len, links)))
        yield Piece(text, BlockKind.TABLE, table, linked, len(links), 0)


def _flat(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _code(pre: HtmlElement) -> Iterator[Piece]:
    nodes = pre.xpath(".//text() | .//br")
    if text := "".join(node if isinstance(node, str) else "\n" for node in nodes).strip():
        yield Piece(text, BlockKind.CODE, pre, 0, 0, 0)
