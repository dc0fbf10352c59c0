"""gzip, read on behind damage: a file of many members loses those alone that are damaged."""

import io
import re
import zlib
from typing import BinaryIO

from copydesk.errors import DamagedError

_GZIP = 16 + zlib.MAX_WBITS
_AT_ONCE = 1 << 15  # bytes
_TRIED = 1 << 12  # bytes that have to come out well of what looks like a member's beginning

# A member's header, RFC 1952: the magic, deflate, known flags, time, how hard it tried, the system.
_HEADER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL)
_HEADER_BYTES = 10


class GzipMembers(io.RawIOBase):
    """The content of all members, one after the other.

    Where one is damaged, reading raises `DamagedError` once, and then gives what the next member
    holds that is well.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._rest = b""
        self._read = 0
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, as far as there is something."""
        part = b""
        while not part and (self._rest or self._more()):
            part = self._unpacked(len(buffer))
        if not part and self._begun:
            self._start_anew()
            raise DamagedError("it ends too early", at=self._read)
        buffer[: len(part)] = part
        return len(part)

    def _unpacked(self, most: int) -> bytes:
        if not self._begun:
            self._rest = self._rest.lstrip(b"\0")  # tapes fill their blocks with zeros
            if not self._rest:
                return b""
        begin = self._position()
        try:
            part = self._member.decompress(self._rest, most)
        except zlib.error as fault:
            reason = str(fault).partition(": ")[2] or str(fault)
            self._find_member()
            following = self._position() if self._rest else None
            raise DamagedError(reason, at=begin, following=following) from fault
        self._begun = True
        self._rest = self._member.unused_data or self._member.unconsumed_tail
        if self._member.eof:
            self._start_anew()
        return part

    def _start_anew(self) -> None:
        self._member, self._begun = zlib.decompressobj(_GZIP), False

    def _position(self) -> int:
        return self._read - len(self._rest)

    def _more(self) -> bool:
        more = self._packed.read(_AT_ONCE)
        self._rest += more
        self._read += len(more)
        return bool(more)

    def _find_member(self) -> None:
        """Pass by what comes before the next member that opens well; all, where there is none."""
        self._start_anew()
        self._rest = self._rest[1:]
        while True:
            for found in _HEADER.finditer(self._rest):
                if self._opens_well(found.start()):
                    self._rest = self._rest[found.start() :]
                    return
            self._rest = self._rest[len(self._rest) - _HEADER_BYTES + 1 :]
            if not self._more():
                self._rest = b""
                return

    def _opens_well(self, at: int) -> bool:
        while len(self._rest) - at < _AT_ONCE and self._more():
            pass
        try:
            zlib.decompressobj(_GZIP).decompress(self._rest[at:], _TRIED)
        except zlib.error:
            return False
        return True
