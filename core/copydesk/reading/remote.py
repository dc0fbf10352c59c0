"""Files under a URL, on any file system that fsspec knows."""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from copydesk.errors import ReadError
from copydesk.reading.walk import RESULTS, STATE_FOLDER, FileState, Found, WalkRules, files_in
from copydesk.remote import complaints, file_system, local_path

_SIGNS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")
"""What file systems say of a file that changes with its content, the surest first."""
_KEY = 7  # bytes: SQLite holds eight, with a sign
_STATE = f"/{STATE_FOLDER}/"
_PATTERN = re.compile(r"[*?\[]")


class RemoteFile(NamedTuple):
    """A file under a URL."""

    url: str

    def __str__(self) -> str:
        return self.url

    def open(self) -> BinaryIO:
        """Its bytes, as a stream. Raises `ReadError`."""
        system, path = file_system(self.url)
        with complaints(self.url, ReadError):
            return cast("BinaryIO", system.open(path, "rb"))

    def state(self) -> FileState:
        """By what it shows that it has changed. Raises `ReadError`."""
        system, path = file_system(self.url)
        with complaints(self.url, ReadError):
            known = system.info(path)
        sign = next((str(known[name]) for name in _SIGNS if known.get(name)), "")
        key = hashlib.blake2b(sign.encode(), digest_size=_KEY).digest()
        return FileState(known.get("size") or 0, int.from_bytes(key))


def files_at(url: str, rules: WalkRules) -> Iterator[Found]:
    """The files under a URL, or under all that match its pattern, sorted by path.

    A file is named from the last folder on that the URL names without a pattern, and one that is
    named itself by its whole path. A folder that holds a run's results is passed by. A URL that
    cannot be listed, or is such a folder itself, is found with its problem. Raises `CopydeskError`
    where nothing is known of that kind of URL.
    """
    system, where = file_system(url)
    fixed = _PATTERN.split(where, maxsplit=1)[0]
    is_local = local_path(url) is not None
    try:
        with complaints(url, ReadError):
            starts = [where] if fixed == where else sorted(system.glob(where))
            found = (path for start in starts for path in system.find(start))
            paths = [] if is_local else sorted(set(found))
    except ReadError as fault:
        yield Found(RemoteFile(url), url, str(fault).removeprefix(f"{url}: "))
        return
    if starts and is_local:
        yield from (found for start in starts for found in files_in(Path(start), rules))
    elif not paths:
        yield Found(RemoteFile(url), url, "nothing is there")
    elif any(path.startswith(f"{where.rstrip('/')}{_STATE}") for path in paths):
        yield Found(RemoteFile(url), url, RESULTS)
        return
    folder = fixed.rstrip("/") if fixed == where else posixpath.dirname(fixed)
    above = "" if paths == [where] else posixpath.dirname(folder)
    yield from _named(system, paths, above, rules)


def _named(
    system: Any,  # noqa: ANN401  # fsspec has no types
    paths: list[str],
    above: str,
    rules: WalkRules,
) -> Iterator[Found]:
    """The files at the paths, without what comes before their names."""
    left_out = _prefix(rules.leave_out)
    results = {path.partition(_STATE)[0] for path in paths if _STATE in path}
    for path in sorted({_top(path, results) for path in paths}):
        name = path.removeprefix(above).lstrip("/")
        file = RemoteFile(system.unstrip_protocol(path))
        if left_out and f"{file.url}/".startswith(left_out):
            continue
        if path in results:
            yield Found(file, name, passed_by=True)
        elif _wanted(name, rules):
            yield Found(file, name)


def _prefix(folder: Path | str | None) -> str | None:
    """What all URLs in a folder begin with; None for a folder of this machine."""
    if not isinstance(folder, str):
        return None
    system, place = file_system(folder)
    return f"{system.unstrip_protocol(place).rstrip('/')}/"


def _top(path: str, folders: set[str]) -> str:
    """The folder among these that a path lies in, or else the path."""
    return next((folder for folder in folders if path.startswith(f"{folder}/")), path)


def _wanted(name: str, rules: WalkRules) -> bool:
    """By the rules for a folder's files, as they hold for what lies below the first folder."""
    below = name.partition("/")[2] or name
    if not rules.hidden and any(part.startswith(".") for part in below.split("/")):
        return False
    return rules.takes(below)
