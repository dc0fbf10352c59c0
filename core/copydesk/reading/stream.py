"""One stream in: a document, or a container that is read as it comes."""

from typing import BinaryIO

from copydesk.article import Failure
from copydesk.reading.containers import documents_in, holds_one, looked_into
from copydesk.reading.document import Documents
from copydesk.reading.rules import ReadRules

STREAM_NAME = "-"


def stream_holds(
    stream: BinaryIO, rules: ReadRules | None = None, *, name: str = STREAM_NAME
) -> Documents:
    """The documents of a stream. Containers are read as they come and never held."""
    rules = rules or ReadRules()
    source = looked_into(name, stream)
    if isinstance(source, Failure):
        return Documents(iter([source]), single=True)
    return Documents(documents_in(source, rules), single=holds_one(source, rules))
