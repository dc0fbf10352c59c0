"""Text in UTF-8, whatever a byte order mark says that it was in; for records, not for articles."""

import codecs
import io
from typing import BinaryIO, cast

WINDOWS = "copydesk-windows-1252"
"""How a decoder goes on at bytes that are no UTF-8: as Windows-1252, the usual stray encoding."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_AT_ONCE = 1 << 16  # bytes


def in_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 without the mark; as they are where they have none."""
    codec = _marked(data)
    return data.decode(codec, "replace").encode("utf-8", "replace") if codec else data


def stream_in_utf8(stream: BinaryIO, head: bytes) -> BinaryIO:
    """The stream in UTF-8 without the mark, which its first bytes would show."""
    codec = _marked(head)
    if codec is None:
        return stream
    return cast("BinaryIO", io.BufferedReader(_Recoded(stream, codec)))


def _marked(data: bytes) -> str | None:
    return next((codec for mark, codec in _MARKS.items() if data.startswith(mark)), None)


class _Recoded(io.RawIOBase):
    """Another stream's text, in UTF-8."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = b" "
        while data and not self._ready:
            data = self._stream.read1(_AT_ONCE)  # type: ignore[attr-defined]
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
        part, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WINDOWS, _as_windows)
