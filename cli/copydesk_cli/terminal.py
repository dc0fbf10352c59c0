"""An article on a terminal."""

from collections.abc import Iterator

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from copydesk.article import Article, BlockKind, EntityType

_NAME_STYLES = {
    EntityType.PER: "bold green",
    EntityType.ORG: "bold cyan",
    EntityType.LOC: "bold yellow",
    EntityType.MISC: "magenta",
}
_QUOTE_STYLE = "italic"
_DATE_STYLE = "underline blue"
_LEGEND = (
    ("people", "bold green"),
    ("organisations", "bold cyan"),
    ("places", "bold yellow"),
    ("other names", "magenta"),
    ("quotes", _QUOTE_STYLE),
    ("dates", _DATE_STYLE),
)


def print_article(article: Article) -> None:
    """The article with its names, quotes and dates in colour, and who said what below."""
    console = Console(highlight=False)
    console.print(Group(*_lines(article)))


def _lines(article: Article) -> Iterator[Text | Padding | Rule]:
    if article.title:
        yield Text(article.title, style="bold")
    yield Text(_byline(article), style="dim")
    yield Text()
    body = _coloured(article)
    for block in article.blocks:
        piece = body[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            piece.stylize("bold")
        indent = 2 if block.kind in (BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE) else 0
        yield Padding(piece, (0, 0, 1, indent))
    if article.quotes:
        yield Rule("quotes", align="left", style="dim")
    for quote in article.quotes:
        speaker = quote.speaker.label if quote.speaker else "?"
        yield Text.assemble((f"{speaker}: ", "bold"), (" ".join(quote.text.split()), _QUOTE_STYLE))
    yield Text()
    yield Text.assemble(*((f"{name}  ", style) for name, style in _LEGEND))


def _byline(article: Article) -> str:
    when = article.published.value if article.published else None
    return " · ".join(filter(None, [", ".join(article.authors), article.publisher, when]))


def _coloured(article: Article) -> Text:
    body = Text(article.text)
    for quote in article.quotes:
        for span in quote.spans:
            body.stylize(_QUOTE_STYLE, span.start, span.end)
    for entity in article.entities:
        for mention in entity.mentions:
            body.stylize(_NAME_STYLES[entity.type], mention.start, mention.end)
    for date in article.dates:
        body.stylize(_DATE_STYLE, date.start, date.end)
    return body
