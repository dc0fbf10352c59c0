"""Which files an input folder holds."""

import errno
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from copydesk.reading.remote import RemoteFile


STATE_FOLDER = ".copydesk"
"""Where a batch run keeps its state, in the folder of its results."""


RESULTS = "it holds the results of a batch; name its files to read them"
"""The problem of a folder that was named."""


class WalkRules(Struct, frozen=True, kw_only=True):
    """What belongs to a folder.

    Hidden names are left out. Links to files inside the folder are read; a link that leads out of
    it, or to a folder, is followed only where the caller trusts the folder.
    """

    globs: tuple[str, ...] = ()
    """Only files that match one: by name, or by path below the folder where it has a slash."""
    hidden: bool = False
    follow: bool = False
    leave_out: Path | str | None = None
    """A folder that is passed by, where the results go: a resolved path, or a URL."""

    def takes(self, path: str) -> bool:
        """Whether the globs take a file, by its path below the folder."""
        last = path.rpartition("/")[2]
        return not self.globs or any(
            fnmatchcase(path if "/" in glob else last, glob) for glob in self.globs
        )


class FileState(NamedTuple):
    """By what a file shows that it has changed."""

    size: int
    modified: int
    """Nanoseconds since 1970; elsewhere than on this machine, any number that changes."""


class Found(NamedTuple):
    """A file that a folder or the command line names, to be read under that name."""

    path: "Path | RemoteFile"
    name: str
    problem: str | None = None
    """Why it is not to be read."""
    passed_by: bool = False
    """Whether it is no document but a folder of another run's results."""


def files_in(path: Path, rules: WalkRules) -> Iterator[Found]:
    """The file itself, or all files of the folder, sorted by path at each level.

    A folder that cannot be read is found with its problem, as one below it would be; so is one that
    holds a run's results, which below another is passed by.
    """
    found = Found(path, printable(str(path)))
    try:
        entries = _entries(path) if path.is_dir() else None
    except OSError as fault:
        yield found._replace(problem=fault.strerror or str(fault))
        return
    if entries is None:
        yield found
    elif _holds_results(entries):
        yield found._replace(problem=RESULTS)
    else:
        root = path.resolve()
        prefix = Path(path.absolute().name or root.name)
        for below in _below(root, path, entries, rules):
            yield below._replace(name=printable((prefix / below.name).as_posix()))


def printable(name: str) -> str:
    r"""A file name as valid Unicode: bytes that are not UTF-8 are written as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _below(
    root: Path, top: Path, entries: Iterable["os.DirEntry[str]"], rules: WalkRules
) -> Iterator[Found]:
    levels = [iter(entries)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
            continue
        if entry.name.startswith(".") and not rules.hidden:
            continue
        found = Found(Path(entry.path), os.path.relpath(entry.path, top))
        try:
            if not _is_folder(entry, rules):
                if _wanted(entry, found.name, rules):
                    yield found._replace(problem=_file_problem(entry, root, rules))
            elif (inside := _inside(entry, rules)) and _holds_results(inside):
                yield found._replace(passed_by=True)
            else:
                levels.append(iter(inside))
        except OSError as fault:
            yield found._replace(problem=fault.strerror or str(fault))


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _holds_results(entries: Iterable["os.DirEntry[str]"]) -> bool:
    return any(entry.name == STATE_FOLDER and entry.is_dir() for entry in entries)


def _is_folder(entry: "os.DirEntry[str]", rules: WalkRules) -> bool:
    try:
        return entry.is_dir(follow_symlinks=rules.follow)
    except OSError:  # a link in a circle, or through a closed folder
        return False


def _wanted(entry: "os.DirEntry[str]", name: str, rules: WalkRules) -> bool:
    """Devices, sockets and pipes in a folder are not documents; a dangling link is a lost one."""
    if not rules.takes(name):
        return False
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def _inside(entry: "os.DirEntry[str]", rules: WalkRules) -> list["os.DirEntry[str]"]:
    """What is in a folder. Raises `OSError` where it is not to be entered."""
    real = Path(entry.path).resolve()
    if real == rules.leave_out:
        return []
    if entry.is_symlink() and Path(entry.path).absolute().is_relative_to(real):
        raise OSError(errno.ELOOP, "a link to a folder that it lies in")
    return _entries(Path(entry.path))


def _file_problem(entry: "os.DirEntry[str]", root: Path, rules: WalkRules) -> str | None:
    if rules.follow or not entry.is_symlink() or not Path(entry.path).exists():
        return None
    if Path(entry.path).resolve().is_relative_to(root):
        return None
    return "a link out of the folder (--follow-links reads it)"
