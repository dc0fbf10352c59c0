"""Zstandard streams, by the standard library where it has them, else by the extra."""

import io
from typing import Any, BinaryIO, cast

from copydesk.errors import MissingExtraError

_AT_ONCE = 1 << 10  # bytes, of which 32 MiB may come at most


def unpacked(stream: BinaryIO) -> BinaryIO:
    """What the stream holds, read as it comes. Raises `MissingExtraError`.

    Reading raises `EOFError` where the stream ends too early, and one of `errors` where it is
    damaged.
    """
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        return cast("BinaryIO", _Frames(stream))
    return cast("BinaryIO", zstd.open(stream, "rb"))


def packing(stream: BinaryIO) -> BinaryIO:
    """Packs what is written into the stream, which stays open. Raises `MissingExtraError`."""
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        return cast("BinaryIO", _extra().ZstdCompressor().stream_writer(stream, closefd=False))
    return cast("BinaryIO", zstd.ZstdFile(stream, "wb"))


def errors() -> tuple[type[Exception], ...]:
    """What damaged bytes raise; nothing where Zstandard cannot be read at all."""
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        try:
            return (_extra().ZstdError,)
        except MissingExtraError:
            return ()
    return (zstd.ZstdError,)


class _Frames(io.RawIOBase):
    """The content of all frames. The extra's own reader takes one cut short for a whole one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._new_frame = _extra().ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._stream = stream
        self._packed = b""
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._plain and self._unpack():
            pass
        part, self._plain = self._plain[: len(buffer)], self._plain[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)

    def _unpack(self) -> bool:
        """Unpack a little more; False at the end."""
        self._packed = self._packed or self._stream.read(_AT_ONCE)
        if not self._packed:
            if self._frame:
                raise EOFError("it ends too early")
            return False
        self._frame = self._frame or self._new_frame()
        self._plain = memoryview(self._frame.decompress(self._packed))
        self._packed = self._frame.unused_data
        if self._frame.eof:
            self._frame = None
        return True


def _extra() -> Any:  # noqa: ANN401  # the package is not always there
    try:
        import zstandard
    except ImportError:
        raise MissingExtraError("Zstandard", "zstd") from None
    return zstandard
