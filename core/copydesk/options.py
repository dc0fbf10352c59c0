"""What a user may choose about an extraction."""

from enum import StrEnum

from msgspec import Struct

DEFAULT_MODEL = "accurate"
"""The model that `default` stands for."""

SPACY = "spacy:"
"""Before the name of an installed spaCy pipeline that is to be the model."""


class Part(StrEnum):
    """What can be pulled out of an article."""

    ENTITIES = "entities"
    QUOTES = "quotes"
    DATES = "dates"


class Options(Struct, frozen=True, kw_only=True):
    """Settings of an `Extractor`, the same for every document."""

    only: frozenset[Part] = frozenset(Part)
    """The parts to pull out; the model is not loaded for dates alone."""
    published: str | None = None
    """ISO 8601; the anchor for relative dates where a document has no date of its own."""
    language: str | None = None
    """ISO 639-1; for documents that do not say."""
    model: str = "default"
    """`accurate`, `fast`, `default` (one of these), or `spacy:NAME` for an installed pipeline."""
    explain: bool = False
    """Fill `Article.removed`."""
    verbatim: bool = False
    """The text is clean already: annotate it as it is, offsets into exactly that text."""
