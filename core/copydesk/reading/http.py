"""An HTTP response as crawls keep it: its head, and its body with the encodings undone."""

import zlib
from email.message import Message
from email.parser import BytesHeaderParser

from msgspec import Struct

from copydesk.errors import ReadError

_END_OF_HEAD = b"\r\n\r\n"
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


class Response(Struct, frozen=True, kw_only=True):
    """A response whose body is still as it went over the line."""

    status: int
    headers: Message
    body: bytes

    @property
    def content_type(self) -> str:
        """Without parameters, in lower case; "" where the server did not say."""
        return self.headers.get_content_type() if "Content-Type" in self.headers else ""

    def content(self, largest: int) -> bytes:
        """The body with chunks joined and compression undone, of at most so many bytes.

        Raises `ReadError`.
        """
        body = self.body
        if self._says("Transfer-Encoding", "chunked"):
            body = _joined(body)
        if self._says("Content-Encoding", "gzip", "x-gzip", "deflate"):
            return _inflated(body, largest)
        if self._says("Content-Encoding", "br", "zstd"):
            raise ReadError(f"Content-Encoding {self.headers['Content-Encoding']}: cannot undo it")
        return body

    def _says(self, header: str, *values: str) -> bool:
        return str(self.headers.get(header, "")).strip().lower() in values


def response(block: bytes) -> Response:
    """The response that the bytes of a record hold. Raises `ReadError`."""
    head, _, body = block.partition(_END_OF_HEAD)
    status_line, _, fields = head.partition(b"\r\n")
    parts = status_line.split(None, 2)
    if not status_line.startswith(b"HTTP/") or len(parts) < 2 or not parts[1].isdigit():
        raise ReadError("not an HTTP response")
    headers = BytesHeaderParser().parsebytes(fields)
    return Response(status=int(parts[1]), headers=headers, body=body)


def _joined(body: bytes) -> bytes:
    """The chunks without their sizes; the body itself where it has been joined before."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or body


def _inflated(body: bytes, largest: int) -> bytes:
    """Some crawlers keep the header though the body is plain again; what is cut short counts."""
    for window in (_GZIP_OR_ZLIB, -zlib.MAX_WBITS):
        unpacking = zlib.decompressobj(window)
        try:
            content = unpacking.decompress(body, largest + 1)
        except zlib.error:
            continue
        if len(content) > largest:
            raise ReadError(f"larger than {largest / 2**20:g} MiB")
        return content
    return body
