"""One stream in: a document, or JSON Lines that are read as they come."""

import itertools
from typing import BinaryIO

import msgspec

from copydesk.reading.document import Documents, Format, RawDocument
from copydesk.reading.jsonl import BODY_KEYS, documents_in_lines

STREAM_NAME = "-"


def looks_like_json_lines(first_line: bytes) -> bool:
    """Whether a first line is a JSON object with a document's body in it."""
    if not first_line.lstrip().startswith(b"{"):
        return False
    try:
        record = msgspec.json.decode(first_line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return isinstance(record, dict) and any(key in record for key in BODY_KEYS)


def stream_holds(
    stream: BinaryIO, *, body_format: Format = "auto", json_lines: bool | None = None
) -> Documents:
    """The documents of a stream. `json_lines` None: told by its first line.

    JSON Lines are read line by line and never held; anything else is read to its end.
    """
    first = stream.readline()
    if json_lines is None:
        json_lines = body_format == "auto" and looks_like_json_lines(first)
    if json_lines:
        lines = itertools.chain([first], iter(stream.readline, b""))
        return Documents(documents_in_lines(lines, STREAM_NAME), single=False)
    whole = RawDocument(id=STREAM_NAME, data=first + stream.read(), format=body_format)
    return Documents(iter([whole]), single=True)
