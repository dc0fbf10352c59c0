"""The raw document: bytes as found, with what is known about them."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from copydesk.article import Failure

Format = Literal["auto", "html", "text"]


class RawDocument(Struct, frozen=True, kw_only=True):
    """An article dump as it was found, before anything is made of it."""

    id: str
    """The path below the input root, `dump.jsonl#42` in a container, or the input's own id."""
    data: bytes
    format: Format = "auto"
    """`auto`: told by the content, never by the name."""
    path: str | None = None
    encoding: str | None = None
    """As declared outside the bytes (an HTTP header); the bytes may say otherwise."""
    url: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601; believed before anything the page says."""
    language: str | None = None
    """ISO 639-1; believed before anything the page says."""
    extra: dict[str, Any] | None = None
    """Keys of a JSON Lines record that copydesk does not know, carried through."""


class Documents(NamedTuple):
    """The documents of an input, in order; what cannot be read is a `Failure` in its place."""

    items: Iterator[RawDocument | Failure]
    single: bool
    """Whether the input is one plain document, not a container or a folder of them."""


def raw_document(
    data: str | bytes, *, id: str = "-", url: str | None = None, published: str | None = None
) -> RawDocument:
    """A raw document from a string or bytes in memory."""
    if isinstance(data, bytes):
        return RawDocument(id=id, data=data, url=url, published=published)
    coded = data.encode("utf-8", "surrogatepass")
    return RawDocument(id=id, data=coded, encoding="utf-8", url=url, published=published)
