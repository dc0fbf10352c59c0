"""The files that hold many articles: JSON Lines, packed or not, and Parquet."""

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Literal, Protocol, cast

import msgspec

from copydesk import zstd
from copydesk.article import Article
from copydesk.writing import json_line

ShardForm = Literal["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]


class ShardFile(Protocol):
    """A file that articles go into, one after the other."""

    def add(self, line: bytes) -> None:
        """Put in one more article, given as a line of JSON."""

    def finish(self) -> None:
        """Write what is still to be written; the stream stays open."""


class _Lines:
    """JSON Lines, packed or not."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, line: bytes) -> None:
        self._stream.write(line)

    def finish(self) -> None:
        pass


class _PackedLines(_Lines):
    """JSON Lines through a compressor, which leaves the file open when it is closed."""

    def finish(self) -> None:
        self._stream.close()


def _gzip_lines(stream: BinaryIO) -> ShardFile:
    packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="")
    return _PackedLines(cast("BinaryIO", packed))


def _zstd_lines(stream: BinaryIO) -> ShardFile:
    return _PackedLines(zstd.packing(stream))


class _Table:
    """Parquet: a column for each field of an article."""

    def __init__(self, stream: BinaryIO) -> None:
        from copydesk.writing.parquet import ParquetFile

        self._file = ParquetFile(stream)

    def add(self, line: bytes) -> None:
        self._file.write(msgspec.json.decode(line, type=Article))

    def finish(self) -> None:
        self._file.close()


SHARD_FILES: dict[ShardForm, Callable[[BinaryIO], ShardFile]] = {
    "jsonl": _Lines,
    "jsonl.gz": _gzip_lines,
    "jsonl.zst": _zstd_lines,
    "parquet": _Table,
}


def lines_in(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The articles in a shard of that name, each as a line of JSON."""
    _, _, form = name.partition(".")
    return iter(_READ[form](stream))


def _unpacked_lines(stream: BinaryIO) -> Iterable[bytes]:
    return io.BufferedReader(cast("io.RawIOBase", zstd.unpacked(stream)))


def _rows(stream: BinaryIO) -> Iterable[bytes]:
    from copydesk.writing.parquet import articles_in

    return map(json_line, articles_in(stream))


_READ: dict[str, Callable[[BinaryIO], Iterable[bytes]]] = {
    "jsonl": iter,
    "jsonl.gz": lambda stream: gzip.GzipFile(fileobj=stream),
    "jsonl.zst": _unpacked_lines,
    "parquet": _rows,
}
