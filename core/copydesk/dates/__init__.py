"""Temporal expressions found and resolved, and the document's own date."""

import datetime as dt
from collections.abc import Sequence

from copydesk.article import Date, DateClue, DocumentDate


def find_dates(text: str, *, anchor: dt.date | None, language: str | None) -> tuple[Date, ...]:
    """The temporal expressions of a text, in text order."""
    return ()


def document_date(
    clues: Sequence[DateClue], text: str, *, language: str | None
) -> DocumentDate | None:
    """The document's own date, from furniture lines."""
    return None
