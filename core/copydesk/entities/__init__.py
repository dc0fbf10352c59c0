"""Names found, typed, grouped."""

from copydesk.article import Article, Entity
from copydesk.language import Analysis


def find_entities(article: Article, analysis: Analysis) -> tuple[Entity, ...]:
    """The named entities of an article, in the order of their first mention."""
    return ()
