"""gzip, bzip2, xz and Zstandard around anything."""

import bz2
import io
import lzma
from collections.abc import Callable
from typing import BinaryIO, cast

from copydesk import zstd
from copydesk.errors import DamagedError, ReadError
from copydesk.reading.gzip_members import GzipMembers
from copydesk.reading.source import Source, opened

LAYERS = 4
"""Compressed streams and archives inside each other; deeper is a trap."""

# Text shrinks to a tenth or a twentieth; what shrinks two hundredfold beyond a fair start was made
# to fill a disk.
_RATIO = 200
_FREE = 64 * 2**20  # bytes


def decompressed(source: Source) -> Source:
    """The source without the compression around it, which its first bytes tell.

    Reading it raises `ReadError` where it grows out of all proportion.
    """
    for magic, open_stream in _OPENERS.items():
        if source.head.startswith(magic):
            if source.depth >= LAYERS:
                raise ReadError("archives within archives, too deep")
            packed = _Counted(source.stream)
            plain = _Bounded(open_stream(cast("BinaryIO", packed)), packed)
            stream = io.BufferedReader(plain)
            inner = opened(source.name, stream, path=source.path, depth=source.depth + 1)
            return decompressed(inner)
    return source


class Allowance:
    """How many bytes may come out for the bytes that went in."""

    def __init__(self) -> None:
        self._out = 0

    def spend(self, count: int, *, packed: int) -> None:
        """Count bytes that came out of so many in all. Raises `ReadError` beyond measure."""
        self._out += count
        if self._out > _FREE + _RATIO * packed:
            raise ReadError("it unpacks to more than 200 times its size: a decompression bomb")


class _Counted(io.RawIOBase):
    """Counts what is read through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._stream.read1(len(buffer))  # type: ignore[attr-defined]
        buffer[: len(part)] = part
        self.count += len(part)
        return len(part)


class _Bounded(io.RawIOBase):
    """Refuses to give more than an allowance, and says where the bytes are damaged."""

    def __init__(self, stream: BinaryIO, packed: _Counted) -> None:
        self._stream = stream
        self._packed = packed
        self._allowance = Allowance()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            part = self._stream.read(len(buffer))
        except _damage() as fault:
            if isinstance(fault, OSError) and fault.errno:
                raise  # the disk, and not what is on it
            raise DamagedError(str(fault), at=self._packed.count) from fault
        self._allowance.spend(len(part), packed=self._packed.count)
        buffer[: len(part)] = part
        return len(part)


def _damage() -> tuple[type[Exception], ...]:
    """What the standard library's readers and the extra's raise."""
    return (OSError, EOFError, lzma.LZMAError, *zstd.errors())


_OPENERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: cast("BinaryIO", GzipMembers(stream)),
    b"BZh": lambda stream: cast("BinaryIO", bz2.BZ2File(stream)),
    b"\xfd7zXZ\x00": lambda stream: cast("BinaryIO", lzma.LZMAFile(stream)),  # noqa: SIM115
    b"\x28\xb5\x2f\xfd": zstd.unpacked,
}
