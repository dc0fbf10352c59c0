"""Files and folders in."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from copydesk.article import ErrorInfo, Failure
from copydesk.errors import ReadError
from copydesk.reading.document import Documents, Format, RawDocument
from copydesk.reading.jsonl import documents_in_lines
from copydesk.reading.stream import looks_like_json_lines
from copydesk.reading.walk import Found, WalkRules, files_in, printable

InputFormat = Literal["auto", "html", "text", "jsonl"]

_FIRST_LINE_LIMIT = 64 * 1024 * 1024  # bytes; a longer first line is no JSON Lines record


def paths_hold(paths: Sequence[Path], input_format: InputFormat) -> Documents:
    """Every document of the files and folders, in the order given, folders sorted by path."""
    single = (
        len(paths) == 1 and not paths[0].is_dir() and not _is_json_lines(paths[0], input_format)
    )
    return Documents(_documents_in_paths(paths, input_format), single)


def _documents_in_paths(
    paths: Iterable[Path], input_format: InputFormat
) -> Iterator[RawDocument | Failure]:
    rules = WalkRules(follow=True)
    for path in paths:
        for found in files_in(path, rules):
            yield from documents_in_file(found, input_format)


def documents_in_file(found: Found, input_format: InputFormat) -> Iterator[RawDocument | Failure]:
    """The document of a file, or each record of a JSON Lines file."""
    path, name, problem = found
    try:
        if problem:
            raise ReadError(problem)
        if _is_json_lines(path, input_format):
            with path.open("rb") as lines:
                yield from documents_in_lines(lines, name)
        else:
            data = _bytes_of(path)
            yield RawDocument(
                id=name, data=data, format=_format(input_format), path=printable(str(path))
            )
    except (OSError, ReadError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        error = ErrorInfo(stage="reading", type=type(fault).__name__, message=f"{name}: {reason}")
        yield Failure(id=name, error=error)


def _format(input_format: InputFormat) -> Format:
    return "auto" if input_format == "jsonl" else input_format


def _bytes_of(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise ReadError("not a regular file")
    return path.read_bytes()


def _is_json_lines(path: Path, input_format: InputFormat) -> bool:
    if input_format != "auto":
        return input_format == "jsonl"
    if not path.is_file() or not os.access(path, os.R_OK):
        return False
    with path.open("rb") as stream:
        return looks_like_json_lines(stream.readline(_FIRST_LINE_LIMIT))
