"""Everything that was said, and who said it."""

from copydesk.quotes.finding import find_quotes

__all__ = ["find_quotes"]
