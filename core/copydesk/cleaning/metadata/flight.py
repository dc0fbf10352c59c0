"""What a page hands to React in pieces: `self.__next_f.push([1,"…"])`, one row after another.

A row is `id:` and JSON, or `id:T`, a length in bytes (hexadecimal), a comma and a text. An element
is `["$", tag, key, {"children": …}]`; other words that begin with `$` point at rows.
"""

import json
import re
from collections.abc import Iterable, Iterator

from copydesk.cleaning.metadata.jsonld import DEEPEST, LONGEST

PUSHED = re.compile(r"\s*(?:self|window)\.__next_f\.push\(\[1,\s*(?=\")")
ROW = re.compile(rb"[0-9a-f]{1,8}:(?:T(?P<size>[0-9a-f]{1,8}),)?")

ELEMENT = "$"

DECODER = json.JSONDecoder(strict=False)


def pushed_values(scripts: Iterable[str]) -> Iterator[object]:
    """Give the texts and the objects that scripts push, elements as `{"children": …}`."""
    data = "".join(filter(None, map(_chunk, scripts)))[:LONGEST].encode("utf-8", "replace")
    at = 0
    while at < len(data):
        row = ROW.match(data, at)
        if row and row["size"]:
            at = row.end() + int(row["size"], 16)
            yield data[row.end() : at].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", at) + 1 or len(data)
        if row:
            yield from _objects(data[row.end() : end].decode("utf-8", "replace"))
        at = end


def _chunk(script: str) -> str | None:
    """Give the text that one script pushes."""
    pushed = PUSHED.match(script)
    if pushed is None:
        return None
    try:
        text = DECODER.raw_decode(script, pushed.end())[0]
    except (ValueError, RecursionError):
        return None
    return text if isinstance(text, str) else None


def _objects(row: str) -> Iterator[object]:
    try:
        yield _plain(DECODER.raw_decode(row.strip())[0])
    except (ValueError, RecursionError):
        return


def _plain(value: object, depth: int = 0) -> object:
    """Give a value with its elements as objects and without pointers to rows."""
    if depth > 4 * DEEPEST:
        return None
    if isinstance(value, str):
        return "" if value.startswith(ELEMENT) else value
    if isinstance(value, dict):
        return {key: _plain(inner, depth + 1) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) > 3 and value[0] == ELEMENT:
        return _plain(value[3], depth + 1)
    return [_plain(inner, depth + 1) for inner in value]
