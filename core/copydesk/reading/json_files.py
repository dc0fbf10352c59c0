"""A whole file of JSON: one record, or a list of them, over any number of lines."""

import re
from collections.abc import Iterator
from typing import Any

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading.document import RawDocument
from copydesk.reading.json import decoded
from copydesk.reading.jsonl import checked_record, document_of_record, holds_body
from copydesk.reading.recoding import in_utf8
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, unread, whole

_BEGIN = re.compile(rb'\s*(?:\[\s*)?\{\s*"')


def may_be_json(head: bytes) -> bool:
    """Whether the first bytes could be those of a record or of a list of records."""
    return _BEGIN.match(head) is not None


def json_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """A document for each record; a text that only begins like JSON is one document itself.

    The records of a list are numbered from 1. Raises `ReadError`.
    """
    content = whole(source, rules.largest)
    try:
        value = decoded(in_utf8(content))
    except ReadError:
        if rules.input_format == "json":
            raise
        value = None
    records = value if isinstance(value, list) else [value]
    if rules.input_format != "json" and not any(holds_body(one, rules.columns) for one in records):
        yield RawDocument(id=source.name, data=content, path=source.path)
        return
    for number, record in enumerate(records, 1):
        place = source.name if record is value else f"{source.name}#{number}"
        yield _document(record, place, rules)


def _document(record: Any, place: str, rules: ReadRules) -> RawDocument | Failure:  # noqa: ANN401
    try:
        return document_of_record(checked_record(record), place, rules.columns)
    except ReadError as fault:
        return unread(place, fault)
