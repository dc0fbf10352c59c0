"""JSON out: keys in the order of the data model, UTF-8, the same bytes for the same article."""

import msgspec

from copydesk.article import Article, Failure


def json_line(record: Article | Failure) -> bytes:
    """One compact line, with its line end."""
    return msgspec.json.encode(record) + b"\n"


def json_object(record: Article | Failure) -> bytes:
    """One indented object, with a line end."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
