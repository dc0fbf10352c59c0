"""Temporal expressions found and resolved, and the document's own date."""

from copydesk.dates.document import document_date
from copydesk.dates.finder import find_dates

__all__ = ["document_date", "find_dates"]
