"""From the command's arguments to raw documents."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from copydesk.article import Failure
from copydesk.reading import Documents, InputFormat, RawDocument, paths_hold, stream_holds

STDIN = Path("-")


def documents_of(inputs: Sequence[Path], input_format: InputFormat) -> Documents:
    """The documents of files and folders in the order given; '-' or nothing is standard input."""
    if len(inputs) <= 1:
        return _documents(inputs[0] if inputs else STDIN, input_format)
    return Documents(_one_by_one(inputs, input_format), single=False)


def standard_input() -> BinaryIO:
    """Standard input, apart from `sys.stdin`: Python cannot end while a thread waits in that."""
    return open(0, "rb", closefd=False)


def _documents(path: Path, input_format: InputFormat) -> Documents:
    if path != STDIN:
        return paths_hold([path], input_format)
    lines = {"auto": None, "jsonl": True}.get(input_format, False)
    body = "auto" if input_format == "jsonl" else input_format
    return stream_holds(standard_input(), body_format=body, json_lines=lines)


def _one_by_one(
    inputs: Sequence[Path], input_format: InputFormat
) -> Iterator[RawDocument | Failure]:
    parts = (_documents(path, input_format).items for path in inputs)
    return itertools.chain.from_iterable(parts)
