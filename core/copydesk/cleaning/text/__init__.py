"""A plain-text dump, furniture and all, becomes articles."""

from copydesk.cleaning.text.cleaner import clean_text

__all__ = ["clean_text"]
