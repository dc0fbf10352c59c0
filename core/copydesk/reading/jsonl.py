"""JSON Lines in: one object a line with `text`, `html` or `html_b64`, and what is known of it."""

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading.document import Format, RawDocument
from copydesk.reading.json import decoded
from copydesk.reading.source import unread

BODY_KEYS = ("text", "html", "html_b64")
_FIELDS = ("url", "title", "published", "language")
_KNOWN = {*BODY_KEYS, *_FIELDS, "id"}
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_NEWS_PLEASE = {"text": "maintext", "published": "date_publish"}
"""The names in the records of news-please, which go by where there is no body under ours."""


def looks_like_json_lines(first_line: bytes, columns: Mapping[str, str]) -> bool:
    """Whether a first line is a JSON object with a document's body in it."""
    if not first_line.lstrip().startswith(b"{"):
        return False
    try:
        return holds_body(decoded(first_line), columns)
    except ReadError:
        return False


def holds_body(value: object, columns: Mapping[str, str]) -> bool:
    """Whether a JSON value is an object with a document's body in it."""
    bodies = {*BODY_KEYS, *columns.values(), _NEWS_PLEASE["text"]}
    return isinstance(value, dict) and not bodies.isdisjoint(value)


def documents_in_lines(
    lines: Iterable[bytes | ReadError], name: str, columns: Mapping[str, str] = NO_COLUMNS
) -> Iterator[RawDocument | Failure]:
    """A document for each line as it comes; a bad line becomes a `Failure` in its place.

    A record without an `id` of its own is called `name#42` by its line, counted from 1.
    """
    for number, line in enumerate(lines, 1):
        place = f"{name}#{number}"
        try:
            if isinstance(line, ReadError):
                raise line
            if not line.strip():
                continue
            yield document_of_record(checked_record(decoded(line)), place, columns)
        except ReadError as fault:
            yield unread(place, fault)


def document_of_record(
    record: dict[str, Any], place: str, columns: Mapping[str, str]
) -> RawDocument:
    """The raw document of a record whose fields have names of their own. Raises `ReadError`."""
    if not columns and all(record.get(key) is None for key in BODY_KEYS):
        columns = _NEWS_PLEASE
    names = {column: field for field, column in columns.items() if column in record}
    kept = {key: value for key, value in record.items() if key not in names.values()}
    return document_from_record({names.get(key, key): v for key, v in kept.items()}, place)


def document_from_record(record: dict[str, Any], place: str) -> RawDocument:
    """The raw document of one record; `place` is its id where it has none of its own.

    Raises `ReadError`.
    """
    present = [key for key in BODY_KEYS if record.get(key) is not None]
    if len(present) != 1:
        found = " and ".join(present) or "none (--column text=NAME says what it is called)"
        raise ReadError(f"expected one of text, html, html_b64; found {found}")
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


def checked_record(value: object) -> dict[str, Any]:
    """A JSON value as the object that it has to be. Raises `ReadError`."""
    if not isinstance(value, dict):
        raise ReadError(f"expected a JSON object, got {type(value).__name__}")
    return value


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
