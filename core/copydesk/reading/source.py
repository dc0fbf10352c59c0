"""A stream of bytes with a name: a file, an archive's member, standard input."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

from copydesk.article import ErrorInfo, Failure
from copydesk.errors import DamagedError, ReadError
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
    file: BinaryIO | None = None
    """The same bytes once more, where they may be read in any order."""


def opened(name: str, stream: BinaryIO, *, path: str | None = None, depth: int = 0) -> Source:
    """A source, after a look at its first bytes.

    Of what looks like JSON Lines the first line is read and no more: the rest may come later.
    """
    pieces: list[bytes | DamagedError] = []
    head = b""
    while not _seen(head, pieces):
        try:
            pieces.append(_more(stream, head))
            head += cast("bytes", pieces[-1])
        except DamagedError as fault:
            pieces.append(fault)
    rejoined = io.BufferedReader(cast("io.RawIOBase", _Rejoined(pieces, stream)))
    return Source(name, rejoined, head, path, depth)


def whole(source: Source, largest: int) -> bytes:
    """All bytes of a source. Raises `ReadError` where there are more than that."""
    content = source.stream.read(largest + 1)
    if len(content) > largest:
        raise ReadError(f"larger than {largest / 2**20:g} MiB")
    return content


def lines(stream: BinaryIO) -> Iterator[bytes | ReadError]:
    """The lines of a stream as they come, with an error in the place of one that is lost."""
    while True:
        try:
            line = stream.readline(_LONGEST_LINE)
            if not line:
                return
            too_long = len(line) == _LONGEST_LINE and not line.endswith(b"\n")
            while too_long and line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST_LINE)
            yield ReadError("a line too long to hold") if too_long else line
        except DamagedError as fault:
            yield fault
            if fault.following is None:
                return


@contextmanager
def seekable(source: Source) -> Iterator[BinaryIO]:
    """The source's bytes for formats that are read from their end: the file, or a copy on disk."""
    if source.file:
        yield source.file
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(source.stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def unread(name: str, fault: Exception) -> Failure:
    """The failure in the place of a document that could not be read."""
    kind = type(fault).__name__
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return Failure(id=name, error=ErrorInfo(stage="reading", type=kind, message=reason or kind))


def _more(stream: BinaryIO, head: bytes) -> bytes:
    """What one read gives: from a pipe that somebody types into, a line."""
    if _may_be_lines(head):
        return stream.readline(_LONGEST_LINE)
    read1 = getattr(stream, "read1", stream.read)
    return cast("bytes", read1(HEAD - len(head)))


def _seen(head: bytes, pieces: list[bytes | DamagedError]) -> bool:
    """Whether enough was looked at, or there is no more before something damaged."""
    if not pieces:
        return False
    last = pieces[-1]
    if isinstance(last, DamagedError):
        return bool(head) or last.following is None
    return not last or (b"\n" in head if _may_be_lines(head) else len(head) >= HEAD)


def _may_be_lines(head: bytes) -> bool:
    return in_utf8(head).lstrip()[:1] == b"{"


class _Rejoined(io.RawIOBase):
    """A stream with its first pieces put back; damage among them is raised in its turn."""

    def __init__(self, pieces: list[bytes | DamagedError], rest: BinaryIO) -> None:
        self._pieces = [piece for piece in pieces if piece]
        self._read1 = getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        first = self._pieces.pop(0) if self._pieces else self._read1(len(buffer))
        if isinstance(first, DamagedError):
            raise first
        part, rest = first[: len(buffer)], first[len(buffer) :]
        if rest:
            self._pieces.insert(0, rest)
        buffer[: len(part)] = part
        return len(part)
