"""A stream of bytes with a name: a file, an archive's member, standard input."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

from copydesk.article import ErrorInfo, Failure
from copydesk.errors import ReadError
from copydesk.reading.recoding import in_utf8

HEAD = 4096
"""How many bytes the kind of a stream is told by, where it has as many."""

_LONGEST_LINE = 64 * 2**20  # bytes


class Source(NamedTuple):
    """What is read next: its bytes, and what they are called."""

    name: str
    """The id of the document in it, or the first part of the ids."""
    stream: BinaryIO
    head: bytes
    """The first bytes, which the stream still gives."""
    path: str | None = None
    """The file that all this is in."""
    depth: int = 0
    """How many archives it is inside of."""


def opened(name: str, stream: BinaryIO, *, path: str | None = None, depth: int = 0) -> Source:
    """A source, after a look at its first bytes.

    Of what looks like JSON Lines the first line is read and no more: the rest may come later.
    """
    first = _first(stream)
    if in_utf8(first).lstrip()[:1] == b"{":
        if b"\n" not in first:
            first += stream.readline(_LONGEST_LINE)
    else:
        while len(first) < HEAD and (more := stream.read(HEAD - len(first))):
            first += more
    rejoined = io.BufferedReader(cast("io.RawIOBase", _Rejoined(first, stream)))
    return Source(name, rejoined, first, path, depth)


def whole(source: Source, largest: int) -> bytes:
    """All bytes of a source. Raises `ReadError` where there are more than that."""
    content = source.stream.read(largest + 1)
    if len(content) > largest:
        raise ReadError(f"larger than {largest / 2**20:g} MiB")
    return content


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream as they come; None for a line too long to hold."""
    while line := stream.readline(_LONGEST_LINE):
        if len(line) < _LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)
        yield None


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream's bytes in a file on disk, for formats that are read from their end."""
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def unread(name: str, fault: Exception) -> Failure:
    """The failure in the place of a document that could not be read."""
    kind = type(fault).__name__
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return Failure(id=name, error=ErrorInfo(stage="reading", type=kind, message=reason or kind))


def _first(stream: BinaryIO) -> bytes:
    """What one read gives: from a pipe that somebody types into, the first line."""
    read1 = getattr(stream, "read1", None)
    return cast("bytes", read1(HEAD) if read1 else stream.read(HEAD))


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._read1 = getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part, self._first = self._first[: len(buffer)], self._first[len(buffer) :]
        part = part or self._read1(len(buffer))
        buffer[: len(part)] = part
        return len(part)
