"""What cleaning hands on: an article with nothing annotated yet."""

from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article import Article, DateClue


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """What the user may choose about cleaning."""

    explain: bool = False
    """Fill `Article.removed`."""
    verbatim: bool = False
    """The text is clean already: keep it as it is, to the character."""


class Draft(NamedTuple):
    """A cleaned article, and the furniture lines that may date it."""

    article: Article
    clues: tuple[DateClue, ...] = ()
    """In order of trust, best first; empty when `article.published` is known."""
    region: str | None = None
    """The country, as ISO 3166 has it in small letters, whose habits the page says it follows."""
