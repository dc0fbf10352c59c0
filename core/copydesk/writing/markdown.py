"""Markdown out: an article for reading, with what was found in it listed below."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from copydesk.article import Article, BlockKind, Date, Entity, EntityType, Quote

_INLINE = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
# A line that Markdown would take for a heading, a list item, a quotation or a rule.
_LINE_START = re.compile(r"^(\s*)(#{1,6}\s|[-+=~>]|\d{1,9}[.)]\s)", re.MULTILINE)
_SECTIONS = (
    ("People", EntityType.PER),
    ("Organisations", EntityType.ORG),
    ("Places", EntityType.LOC),
)


def markdown(article: Article) -> str:
    """The whole document: YAML front matter, title, body, then what was found, each item once."""
    parts = _front_matter(article)
    if article.title:
        parts.append(f"# {_inline(_one_line(article.title))}")
    parts += _body(article)
    parts += _section("Quotes", map(_quote_item, article.quotes))
    for heading, kind in _SECTIONS:
        parts += _section(heading, (_entity_item(e) for e in article.entities if e.type == kind))
    parts += _section("Dates", _date_items(article.dates))
    return "\n\n".join(parts) + "\n"


def _front_matter(article: Article) -> list[str]:
    fields = {
        "title": article.title,
        "authors": list(article.authors) or None,
        "publisher": article.publisher,
        "published": article.published.value if article.published else None,
        "url": article.url,
        "language": article.language,
        "duplicate_of": article.duplicate_of or None,
    }
    # JSON scalars and lists are YAML ones too.
    lines = [f"{k}: {msgspec.json.encode(v).decode()}" for k, v in fields.items() if v is not None]
    return ["\n".join(["---", *lines, "---"])] if lines else []


def _body(article: Article) -> Iterator[str]:
    if not article.blocks:
        if article.text:
            yield _paragraph(article.text)
        return
    items: list[str] = []
    for block in article.blocks:
        shown = _block(block.kind, article.text[block.start : block.end])
        if block.kind is BlockKind.LIST_ITEM:
            items.append(shown)
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield shown
    if items:
        yield "\n".join(items)


def _block(kind: BlockKind, text: str) -> str:
    match kind:
        case BlockKind.HEADING:
            return f"## {_inline(_one_line(text))}"
        case BlockKind.LIST_ITEM:
            return f"- {_indented(_paragraph(text))}"
        case BlockKind.BLOCKQUOTE:
            return "\n".join(f"> {line}".rstrip() for line in _paragraph(text).split("\n"))
        case BlockKind.CODE:
            return _fenced(text)
        case BlockKind.TABLE:
            return _table(text)
        case _:
            return _paragraph(text)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _table(text: str) -> str:
    """Rows are lines, cells are parted by tabs or else by " | "; the first row heads the table."""
    edge = "\t" if "\t" in text else "|"
    rows = [[_cell(words) for words in line.split(edge)] for line in text.splitlines()]
    width = max(len(row) for row in rows)
    if width == 1:
        return _paragraph(text)
    rows = [row + [""] * (width - len(row)) for row in rows]
    rows.insert(1, ["---"] * width)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(words: str) -> str:
    return _inline(words.strip()).replace("|", r"\|")


def _section(heading: str, items: Iterable[str]) -> Iterator[str]:
    distinct = list(dict.fromkeys(items))
    if distinct:
        yield f"## {heading}"
        yield "\n".join(f"- {item}" for item in distinct)


def _quote_item(quote: Quote) -> str:
    said = _inline(_one_line(quote.text))
    if quote.speaker is None:
        return said
    return f"{said} — **{_inline(_one_line(quote.speaker.label))}**"


def _entity_item(entity: Entity) -> str:
    shown = f"**{_inline(_one_line(entity.name))}**"
    if entity.role:
        shown += f", {_inline(_one_line(entity.role.text))}"
    if entity.aliases:
        shown += f" (also: {', '.join(_inline(_one_line(a)) for a in entity.aliases)})"
    return shown


def _date_items(dates: Iterable[Date]) -> Iterator[str]:
    texts: dict[str, dict[str, None]] = {}
    for date in dates:
        texts.setdefault(date.value, {})[_one_line(date.text)] = None
    for value, said in texts.items():
        yield f"**{value}**: {', '.join(map(_inline, said))}"


def _paragraph(text: str) -> str:
    return _LINE_START.sub(_escaped_start, _inline(text))


def _escaped_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    if mark[0].isdigit():
        return space + re.sub(r"([.)])", r"\\\1", mark)
    return f"{space}\\{mark}"


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _one_line(text: str) -> str:
    return " ".join(text.split())
