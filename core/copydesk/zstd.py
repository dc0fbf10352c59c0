"""Zstandard streams, by the standard library where it has them, else by the extra."""

from typing import Any, BinaryIO, cast

from copydesk.errors import MissingExtraError


def unpacked(stream: BinaryIO) -> BinaryIO:
    """What the stream holds, read as it comes. Raises `MissingExtraError`."""
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        reader = _extra().ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        return cast("BinaryIO", reader)
    return cast("BinaryIO", zstd.open(stream, "rb"))


def packing(stream: BinaryIO) -> BinaryIO:
    """Packs what is written into the stream, which stays open. Raises `MissingExtraError`."""
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        return cast("BinaryIO", _extra().ZstdCompressor().stream_writer(stream, closefd=False))
    return cast("BinaryIO", zstd.ZstdFile(stream, "wb"))


def _extra() -> Any:  # noqa: ANN401  # the package is not always there
    try:
        import zstandard
    except ImportError:
        raise MissingExtraError("Zstandard", "zstd") from None
    return zstandard
