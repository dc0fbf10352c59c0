"""Temporal expressions found and resolved, and the document's own date."""

from copydesk.dates.document import DocumentDates, document_dates
from copydesk.dates.finder import find_dates

__all__ = ["DocumentDates", "document_dates", "find_dates"]
