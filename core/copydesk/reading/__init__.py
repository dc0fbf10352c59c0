"""Where raw documents come from: files, folders, streams, archives and other containers."""

from copydesk.reading.document import Documents, RawDocument, raw_document
from copydesk.reading.files import documents_in_file, paths_hold, state_of
from copydesk.reading.remote import RemoteFile, files_at
from copydesk.reading.rules import InputFormat, ReadRules
from copydesk.reading.stream import stream_holds
from copydesk.reading.tally import Tally, once, place_of
from copydesk.reading.timed import Timed
from copydesk.reading.walk import STATE_FOLDER, FileState, Found, WalkRules, files_in

__all__ = [
    "STATE_FOLDER",
    "Documents",
    "FileState",
    "Found",
    "InputFormat",
    "RawDocument",
    "ReadRules",
    "RemoteFile",
    "Tally",
    "Timed",
    "WalkRules",
    "documents_in_file",
    "files_at",
    "files_in",
    "once",
    "paths_hold",
    "place_of",
    "raw_document",
    "state_of",
    "stream_holds",
]
