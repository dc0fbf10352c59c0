"""CSV and Parquet: each row a record."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from copydesk.article import Failure
from copydesk.errors import MissingExtraError, ReadError
from copydesk.reading.document import RawDocument
from copydesk.reading.jsonl import document_of_record
from copydesk.reading.recoding import WINDOWS, in_utf8, stream_in_utf8
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, seekable, unread

_SAID = re.compile(r"sep=(.)\r?")
_ROWS = 64  # of a Parquet file that are held at once


def csv_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """A document for each row below the heading.

    Cells are parted by comma, semicolon, tab or bar, which the heading shows, or a line before it
    as Excel has it (`sep=;`).
    """
    csv.field_size_limit(rules.largest)
    stream = stream_in_utf8(source.stream, source.head)
    heading = in_utf8(source.head).decode("utf-8", "replace").partition("\n")[0]
    with io.TextIOWrapper(stream, "utf-8", errors=WINDOWS, newline="") as text:
        if said := _SAID.fullmatch(heading):
            text.readline()
        delimiter = said[1] if said else max(",;\t|", key=heading.count)
        lines = _Lines(text, rules.largest)
        rows = csv.DictReader(lines, delimiter=delimiter)
        yield from _documents(_filled(rows, lines), source.name, rules)


def parquet_documents(source: Source, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """A document for each row, a few rows at a time."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError("Parquet", "parquet") from None
    with seekable(source) as whole:
        try:
            batches = ParquetFile(whole).iter_batches(batch_size=_ROWS)
            rows = (row for batch in batches for row in batch.to_pylist())
            yield from _documents((_plain(row, rules) for row in rows), source.name, rules)
        except ArrowException as fault:
            raise ReadError(f"not a Parquet file that can be read: {fault}") from fault


def _documents(
    rows: Iterator[dict[str, Any]], name: str, rules: ReadRules
) -> Iterator[RawDocument | Failure]:
    for number, row in enumerate(rows, 1):
        place = f"{name}#{number}"
        try:
            yield document_of_record(row, place, rules.columns)
        except ReadError as fault:
            yield unread(place, fault)


class _Lines:
    """The lines of a table, of which no row may take too many."""

    def __init__(self, text: TextIO, largest: int) -> None:
        self._text = text
        self._largest = largest
        self.row = 0
        """Characters since the row began, as who takes the rows tells."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._largest - self.row + 1)
        self.row += len(line)
        if self.row > self._largest:
            raise ReadError(f"a row larger than {self._largest / 2**20:g} MiB")
        if not line:
            raise StopIteration
        return line


def _filled(rows: "csv.DictReader[str]", lines: _Lines) -> Iterator[dict[str, Any]]:
    try:
        for row in rows:
            lines.row = 0
            yield {key: cell for key, cell in row.items() if key and cell}
    except csv.Error as fault:
        raise ReadError(f"not CSV: {fault}") from fault


def _plain(row: dict[str, Any], rules: ReadRules) -> dict[str, Any]:
    """The row as JSON has it: moments as ISO 8601, bytes in base64, nothing where it is null."""
    page = rules.columns.get("html", "html")
    if isinstance(row.get(page), bytes):
        row["html_b64"] = row.pop(page)
    return {key: msgspec.to_builtins(cell) for key, cell in row.items() if cell is not None}
