"""HTML out: a plain page for reading, with names, quotes and dates marked in the text."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from copydesk.article import Article, Block, BlockKind, Quote

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}"
    ".by{color:#666}q{quotes:none;font-style:italic}.per{background:#dff5d8}"
    ".org{background:#d8ecf5}.loc{background:#fbf0cf}.misc{background:#f1e0f5}"
    "time{text-decoration:underline dotted}"
)


class Mark(NamedTuple):
    """A tag around a stretch of the text."""

    start: int
    end: int
    tag: str
    attributes: str


def html(article: Article) -> str:
    """The whole page. Where marks cross, the later one is left out."""
    title = escape(article.title or article.id)
    language = f' lang="{escape(article.language)}"' if article.language else ""
    marks = _nested(_marks(article))
    parts = [
        f'<!doctype html>\n<html{language}>\n<head>\n<meta charset="utf-8">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>",
        *([f"<h1>{title}</h1>"] if article.title else []),
        *_about(article),
        *_body(article, marks),
        "</article>",
        *_said(article.quotes),
        "</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _about(article: Article) -> Iterator[str]:
    when = article.published.value if article.published else None
    known = [", ".join(article.authors), article.publisher, when]
    if any(known):
        yield f'<p class="by">{escape(" · ".join(filter(None, known)))}</p>'
    if article.url and article.url.startswith(("http://", "https://")):
        url = escape(article.url)
        yield f'<p class="by"><a href="{url}">{url}</a></p>'
    if article.duplicate_of:
        yield f'<p class="by">duplicate of {escape(article.duplicate_of)}</p>'
    if article.summary:
        yield f"<p><em>{escape(article.summary)}</em></p>"


def _body(article: Article, marks: list[Mark]) -> Iterator[str]:
    blocks = article.blocks or (Block(kind=BlockKind.PARAGRAPH, start=0, end=len(article.text)),)
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        shown = [_block(article.text, block, marks) for block in run]
        if kind is BlockKind.LIST_ITEM:
            shown = ["<ul>", *shown, "</ul>"]
        yield from shown


def _block(text: str, block: Block, marks: list[Mark]) -> str:
    inside = _marked(text, block, marks)
    match block.kind:
        case BlockKind.HEADING:
            return f"<h2>{inside}</h2>"
        case BlockKind.LIST_ITEM:
            return f"<li>{inside}</li>"
        case BlockKind.BLOCKQUOTE:
            return f"<blockquote>{inside}</blockquote>"
        case BlockKind.CODE | BlockKind.TABLE:
            return f"<pre>{inside}</pre>"
        case _:
            return f"<p>{inside}</p>"


def _marked(text: str, block: Block, marks: list[Mark]) -> str:
    """The block's text with the marks that lie in it; one that goes on beyond it is cut there."""
    edges: list[tuple[int, int, int, str]] = []
    for start, end, tag, attributes in marks:
        low, high = max(start, block.start), min(end, block.end)
        if low < high:
            edges.append((low, 1, -high, f"<{tag}{attributes}>"))
            edges.append((high, 0, -low, f"</{tag}>"))
    at = block.start
    shown = []
    for place, _, _, piece in sorted(edges, key=lambda edge: edge[:3]):
        shown += [escape(text[at:place], quote=False), piece]
        at = place
    shown.append(escape(text[at : block.end], quote=False))
    return "".join(shown)


def _marks(article: Article) -> Iterator[Mark]:
    for quote in article.quotes:
        for span in quote.spans:
            yield Mark(span.start, span.end, "q", "")
    for entity in article.entities:
        about = f' class="{entity.type.lower()}" title="{escape(entity.name)}"'
        for mention in entity.mentions:
            yield Mark(mention.start, mention.end, "span", about)
    for date in article.dates:
        yield Mark(date.start, date.end, "time", f' title="{escape(date.value)}"')


def _nested(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order, without those that begin in another one and end after it."""
    kept: list[Mark] = []
    around: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and (mark.end > around[-1].end or mark[:2] == around[-1][:2]):
            continue
        around.append(mark)
        kept.append(mark)
    return kept


def _said(quotes: tuple[Quote, ...]) -> Iterator[str]:
    if not quotes:
        return
    yield "<h2>Quotes</h2>\n<ul>"
    for quote in quotes:
        by = f" — <strong>{escape(quote.speaker.label)}</strong>" if quote.speaker else ""
        yield f"<li>{escape(quote.text, quote=False)}{by}</li>"
    yield "</ul>"
