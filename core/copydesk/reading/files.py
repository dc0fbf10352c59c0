"""Files and folders in."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading.containers import documents_in, holds_one, looked_into
from copydesk.reading.document import Documents, RawDocument
from copydesk.reading.remote import RemoteFile
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import opened, unread
from copydesk.reading.tally import once
from copydesk.reading.walk import FileState, Found, WalkRules, files_in, printable


def paths_hold(
    paths: Sequence[Path],
    rules: ReadRules | None = None,
    *,
    passed_by: Callable[[str], None] = lambda name: None,
) -> Documents:
    """Every document of the files and folders, in the order given, folders sorted by path.

    A file that comes several times is read once. `passed_by` is told of each folder of results.
    """
    rules = rules or ReadRules()
    walk = WalkRules(follow=True)
    files = itertools.chain.from_iterable(files_in(path, walk) for path in paths)
    single = len(paths) == 1 and _is_one_document(paths[0], rules)
    return Documents(_documents_in_files(once(files), rules, passed_by), single)


def documents_in_file(found: Found, rules: ReadRules) -> Iterator[RawDocument | Failure]:
    """The document of a file, or all documents of a container."""
    name, place = found.name, printable(str(found.path))
    try:
        if found.problem:
            raise ReadError(found.problem)
        with _opened(found.path) as stream:
            source = opened(name, stream, path=place)
            file = stream if isinstance(found.path, Path) else None
            yield from documents_in(source._replace(file=file), rules)
    except (OSError, ReadError) as fault:
        yield unread(name, fault)


def state_of(path: Path | RemoteFile) -> FileState | None:
    """By what a file shows that it has changed; None where it is not to be had."""
    try:
        if isinstance(path, RemoteFile):
            return path.state()
        status = path.stat()
    except (OSError, ReadError):
        return None
    return FileState(status.st_size, status.st_mtime_ns)


def _opened(path: Path | RemoteFile) -> BinaryIO:
    if isinstance(path, RemoteFile):
        return path.open()
    if path.exists() and not path.is_file():
        raise ReadError("not a regular file")
    return path.open("rb")


def _documents_in_files(
    files: Iterable[Found], rules: ReadRules, passed_by: Callable[[str], None]
) -> Iterator[RawDocument | Failure]:
    for found in files:
        if found.passed_by:
            passed_by(found.name)
        else:
            yield from documents_in_file(found, rules)


def _is_one_document(path: Path, rules: ReadRules) -> bool:
    try:
        if not path.is_file():
            return not path.is_dir()  # one failure comes of it
        with path.open("rb") as stream:
            source = looked_into(path.name, stream)
            return isinstance(source, Failure) or holds_one(source, rules)
    except OSError:
        return True
