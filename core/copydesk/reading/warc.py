"""WARC, as web crawls keep it (ISO 28500)."""

import itertools
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from copydesk.article import Failure
from copydesk.errors import DamagedError, ReadError
from copydesk.reading.document import RawDocument
from copydesk.reading.http import response
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, unread

_HTML = ("text/html", "application/xhtml+xml")
_PAGES = ("response", "resource", "conversion")
_OK = 200
_HEAD = 65_536  # bytes of an HTTP head, or of a line in a record's head, at most
_SKIPPED_AT_ONCE = 1 << 20


class Record(NamedTuple):
    """One record: its head's fields, names in lower case, and how long its block is."""

    fields: dict[str, str]
    length: int

    @property
    def kind(self) -> str:
        """What the record holds: `response`, `request`, …"""
        return self.fields.get("warc-type", "")

    @property
    def content_type(self) -> str:
        """The block's type without parameters."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()


def warc_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """A document for each page that was fetched well, and for each text of a WET file.

    Its id is the WARC's name with the number of the record, counted from 1 over all records. What
    stands between two records and is none is a failure, and counts as one.
    """
    wanted: Callable[[bytes], object] = bytes.strip
    for number in itertools.count(1):
        name = f"{source.name}#{number}"
        try:
            if not (line := _next_line(source.stream, wanted)):
                return
            record = _record(line, source.stream)
            block = _block(record, source.stream, rules)
            wanted = bytes.strip
        except ReadError as fault:
            yield unread(name, fault)
            if isinstance(fault, DamagedError) and fault.following is None:
                return
            wanted = _begins_a_record
            continue
        try:
            if document := _document(record, block, name, source.path, rules):
                yield document
        except ReadError as fault:
            yield unread(name, fault)


def _block(record: Record, stream: BinaryIO, rules: ReadRules) -> bytes:
    """The block of a record that may hold a document; the stream stands behind it then."""
    most = min(record.length, rules.largest + _HEAD)
    block = stream.read(most) if record.kind in _PAGES else b""
    _skip(stream, record.length - len(block))
    return block


def _document(
    record: Record, block: bytes, name: str, path: str | None, rules: ReadRules
) -> RawDocument | None:
    url = record.fields.get("warc-target-uri", "").strip("<>") or None
    if record.kind not in _PAGES:
        return None
    if record.length > len(block):
        cut = f"cut short: {len(block):,} of {record.length:,} bytes"
        most = f"larger than {rules.largest / 2**20:g} MiB"
        raise ReadError(most if len(block) == rules.largest + _HEAD else cut)
    if record.kind == "conversion":
        return RawDocument(id=name, data=block, format="text", path=path, encoding="utf-8", url=url)
    if record.content_type in _HTML:
        return RawDocument(id=name, data=block, format="html", path=path, url=url)
    if record.content_type != "application/http":
        return None
    fetched = response(block)
    if fetched.status != _OK or fetched.content_type not in _HTML:
        return None
    return RawDocument(
        id=name,
        data=fetched.content(rules.largest),
        format="html",
        path=path,
        encoding=fetched.headers.get_content_charset(),
        url=url,
    )


def _next_line(stream: BinaryIO, wanted: Callable[[bytes], object] = bytes.strip) -> bytes:
    """The next line that is wanted, by default one that is not empty; nothing at the end."""
    while (line := stream.readline(_HEAD)) and not wanted(line):
        pass
    return line


def _begins_a_record(line: bytes) -> bool:
    return line.startswith(b"WARC/")


def _record(line: bytes, stream: BinaryIO) -> Record:
    """The head of the record that begins with the line."""
    if not _begins_a_record(line):
        raise ReadError("not a WARC record where one should begin")
    fields = {}
    while line := stream.readline(_HEAD).strip():
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields[key.strip().lower()] = value.strip()
    length = fields.get("content-length", "")
    if not length.isdecimal():
        raise ReadError("a WARC record that does not say how long it is")
    return Record(fields, int(length))


def _skip(stream: BinaryIO, count: int) -> None:
    while count > 0 and (skipped := len(stream.read(min(count, _SKIPPED_AT_ONCE)))):
        count -= skipped
