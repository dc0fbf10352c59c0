"""The raw document: bytes as found, with what is known about them."""

from typing import Any, Literal

from msgspec import Struct

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
