"""A plain-text dump becomes an article."""

from copydesk.article import Article, BlockKind
from copydesk.cleaning.body import joined, source_of
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.reading.document import RawDocument


def clean_text(text: str, raw: RawDocument, options: CleanOptions) -> tuple[Draft, ...]:
    """Give the articles in a dump: its lines, each a paragraph."""
    lines = [line.strip() for line in text.splitlines()]
    body, blocks = joined((BlockKind.PARAGRAPH, line) for line in lines)
    return (Draft(Article(id=raw.id, source=source_of(raw, "text"), text=body, blocks=blocks)),)
