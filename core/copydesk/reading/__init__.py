"""Where raw documents come from: files, folders, streams, JSON Lines."""

from copydesk.reading.document import RawDocument

__all__ = ["RawDocument"]
