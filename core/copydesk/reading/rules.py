"""How inputs are to be read."""

from typing import Literal

from msgspec import Struct

InputFormat = Literal[
    "auto",
    "html",
    "text",
    "json",
    "jsonl",
    "csv",
    "parquet",
    "warc",
    "mhtml",
    "feed",
    "newsml",
]

LARGEST_DOCUMENT = 50 * 2**20  # bytes; the largest article pages that crawls hold have a few MiB


class ReadRules(Struct, frozen=True, kw_only=True):
    """What the input holds.

    Compression, zip and tar are seen through whatever the format, which is that of what is inside.
    """

    input_format: InputFormat = "auto"
    columns: dict[str, str] = {}
    """For records: the field that we know (`text`, `html`, `id`, `url`, `title`, `published`,
    `language`) to the name that it has in the input."""
    hidden: bool = False
    """Read members of archives too whose names begin with a dot."""
    largest: int = LARGEST_DOCUMENT
    """Bytes of one document; a larger one is a failure."""
