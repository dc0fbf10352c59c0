"""A raw document becomes an article: the body, and the fields around it."""

from copydesk.cleaning.draft import CleanOptions, Draft

__all__ = ["CleanOptions", "Draft"]
