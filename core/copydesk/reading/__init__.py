"""Where raw documents come from: files, folders, streams, archives and other containers."""

from typing import TYPE_CHECKING

from copydesk._lazy import lazy_names

if TYPE_CHECKING:
    from copydesk.reading.document import Documents, RawDocument, raw_document
    from copydesk.reading.files import documents_in_file, paths_hold, state_of
    from copydesk.reading.remote import RemoteFile, files_at
    from copydesk.reading.rules import InputFormat, ReadRules
    from copydesk.reading.stream import stream_holds
    from copydesk.reading.tally import Tally, once, place_of
    from copydesk.reading.timed import Timed
    from copydesk.reading.walk import STATE_FOLDER, FileState, Found, WalkRules, files_in

_HOMES = {
    "copydesk.reading.document": ("Documents", "RawDocument", "raw_document"),
    "copydesk.reading.files": ("documents_in_file", "paths_hold", "state_of"),
    "copydesk.reading.remote": ("RemoteFile", "files_at"),
    "copydesk.reading.rules": ("InputFormat", "ReadRules"),
    "copydesk.reading.stream": ("stream_holds",),
    "copydesk.reading.tally": ("Tally", "once", "place_of"),
    "copydesk.reading.timed": ("Timed",),
    "copydesk.reading.walk": ("STATE_FOLDER", "FileState", "Found", "WalkRules", "files_in"),
}

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

__getattr__ = lazy_names(__name__, _HOMES)
