"""One stream in: a document, or a container that is read as it comes."""

from typing import BinaryIO

from copydesk.reading.compression import decompressed
from copydesk.reading.containers import FAULTS, documents_in, holds_one
from copydesk.reading.document import Documents
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import opened, unread

STREAM_NAME = "-"


def stream_holds(stream: BinaryIO, rules: ReadRules | None = None) -> Documents:
    """The documents of a stream. Containers are read as they come and never held."""
    rules = rules or ReadRules()
    try:
        source = decompressed(opened(STREAM_NAME, stream))
    except FAULTS as fault:
        return Documents(iter([unread(STREAM_NAME, fault)]), single=True)
    return Documents(documents_in(source, rules), single=holds_one(source, rules))
