"""An HTML page becomes an article."""

from trafilatura import bare_extraction

from copydesk.article import Article, BlockKind
from copydesk.cleaning.body import joined, source_of
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.reading.document import RawDocument


def clean_html(text: str, raw: RawDocument, options: CleanOptions) -> Draft:
    """Give the article on a page."""
    found = bare_extraction(text, include_comments=False, favor_precision=True)
    lines = str(getattr(found, "text", "")).splitlines()
    body, blocks = joined((BlockKind.PARAGRAPH, line) for line in lines)
    return Draft(Article(id=raw.id, source=source_of(raw, "html"), text=body, blocks=blocks))
