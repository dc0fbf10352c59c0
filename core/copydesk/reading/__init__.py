"""Where raw documents come from: files, folders, streams, JSON Lines."""

from copydesk.reading.document import Documents, RawDocument, raw_document
from copydesk.reading.files import InputFormat, files_below, paths_hold
from copydesk.reading.stream import stream_holds

__all__ = [
    "Documents",
    "InputFormat",
    "RawDocument",
    "files_below",
    "paths_hold",
    "raw_document",
    "stream_holds",
]
