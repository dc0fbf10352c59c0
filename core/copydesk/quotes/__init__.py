"""Quotations found and attributed."""

from copydesk.article import Article, Quote
from copydesk.language import Analysis


def find_quotes(article: Article, analysis: Analysis) -> tuple[Quote, ...]:
    """The quotations of an article, in text order."""
    return ()
