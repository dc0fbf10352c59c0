"""Where raw documents come from: files, folders, streams, archives and other containers."""

from copydesk.reading.document import Documents, RawDocument, raw_document
from copydesk.reading.files import documents_in_file, paths_hold
from copydesk.reading.rules import InputFormat, ReadRules
from copydesk.reading.stream import stream_holds
from copydesk.reading.walk import Found, WalkRules, files_in

__all__ = [
    "Documents",
    "Found",
    "InputFormat",
    "RawDocument",
    "ReadRules",
    "WalkRules",
    "documents_in_file",
    "files_in",
    "paths_hold",
    "raw_document",
    "stream_holds",
]
