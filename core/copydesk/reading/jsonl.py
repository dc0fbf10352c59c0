"""JSON Lines in: one object a line with `text`, `html` or `html_b64`, and what is known of it."""

import base64
import binascii
from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec

from copydesk.article import ErrorInfo, Failure
from copydesk.errors import ReadError
from copydesk.reading.document import Format, RawDocument

BODY_KEYS = ("text", "html", "html_b64")
_FIELDS = ("url", "title", "published", "language")
_KNOWN = {*BODY_KEYS, *_FIELDS, "id"}


def documents_in_lines(lines: Iterable[bytes], name: str) -> Iterator[RawDocument | Failure]:
    """A document for each line as it comes; a bad line becomes a `Failure` in its place.

    A record without an `id` of its own is called `name#42` by its line, counted from 1.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}#{number}"
        try:
            yield document_from_record(_record(line), place)
        except ReadError as fault:
            error = ErrorInfo(stage="reading", type=type(fault).__name__, message=str(fault))
            yield Failure(id=place, error=error)


def document_from_record(record: dict[str, Any], place: str) -> RawDocument:
    """The raw document of one record; `place` is its id where it has none of its own.

    Raises `ReadError`.
    """
    present = [key for key in BODY_KEYS if record.get(key) is not None]
    if len(present) != 1:
        raise ReadError(
            f"expected one of text, html, html_b64; found {' and '.join(present) or 'none'}"
        )
    known = {key: _string(record, key) for key in (*present, *_FIELDS)}
    extra = {key: value for key, value in record.items() if key not in _KNOWN}
    body_format: Format = "text" if present[0] == "text" else "html"
    return RawDocument(
        id=_identity(record, place),
        data=_body(known[present[0]] or "", present[0]),
        format=body_format,
        encoding=None if present[0] == "html_b64" else "utf-8",
        extra=extra or None,
        **{key: known[key] for key in _FIELDS},
    )


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise ReadError(f"not JSON: {fault}") from fault
    if not isinstance(record, dict):
        raise ReadError(f"expected a JSON object, got {type(record).__name__}")
    return cast("dict[str, Any]", record)


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ReadError(f"{key}: expected text, got {type(value).__name__}")
    return value


def _identity(record: dict[str, Any], place: str) -> str:
    value = record.get("id")
    return place if value is None or isinstance(value, dict | list) else str(value)


def _body(value: str, key: str) -> bytes:
    if key != "html_b64":
        return value.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as fault:
        raise ReadError(f"html_b64: not base64: {fault}") from fault
