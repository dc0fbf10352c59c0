"""JSON values, such as may be carried through a run and written again."""

import json
import re
from typing import Any

import msgspec

from copydesk.errors import ReadError

_DEEPEST = 100  # lists and objects within each other
_INTEGERS = range(-(2**63), 2**64)  # that MessagePack has, in which records go to the workers
_SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(text: bytes) -> Any:  # noqa: ANN401  # JSON
    """The value of a JSON text; `NaN` and half an emoji, which scrapers write, are taken too.

    An integer beyond 64 bits is kept as a string. Raises `ReadError`.
    """
    try:
        value = msgspec.json.decode(text)
    except RecursionError:
        raise ReadError("JSON nested too deep") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        value = _as_python_reads(text, fault)
    return _portable(value, _DEEPEST)


def _as_python_reads(text: bytes, fault: Exception) -> Any:  # noqa: ANN401  # JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ReadError(f"not JSON: {fault}") from fault


def _portable(value: Any, levels: int) -> Any:  # noqa: ANN401  # JSON
    if levels == 0:
        raise ReadError("JSON nested too deep")
    match value:
        case str():
            return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
        case int() if value not in _INTEGERS:
            return str(value)
        case list():
            return [_portable(item, levels - 1) for item in value]
        case dict():
            return {_portable(key, 1): _portable(item, levels - 1) for key, item in value.items()}
    return value
