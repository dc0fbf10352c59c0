"""Files that are there whole, or not at all."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from copydesk.errors import WriteError


class WholeFile:
    """A file that is gathered in the folder `parts`, and stands in its place in one step.

    The folder has to lie on the same file system. What a killed run leaves half written is there,
    and not among the results.
    """

    def __init__(self, path: Path, *, parts: Path) -> None:
        self._path = path
        self._part = parts / f"{secrets.token_hex(8)}.part"
        with self.complaints():
            self.stream = self._part.open("wb")

    @contextmanager
    def complaints(self) -> Iterator[None]:
        """Raise a `WriteError` that names the file where the system refuses something."""
        try:
            yield
        except OSError as fault:
            raise WriteError(f"{self._path}: {fault.strerror or fault}") from fault

    def keep(self) -> int:
        """Put the file in its place; its size in bytes. Raises `WriteError`."""
        with self.complaints():
            self.stream.flush()
            size = os.fstat(self.stream.fileno()).st_size
            self.stream.close()
            try:
                self._part.replace(self._path)
            except (FileNotFoundError, NotADirectoryError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._part.replace(self._path)
        return size

    def discard(self) -> None:
        """Leave nothing of it."""
        with suppress(OSError):  # the disk is full, and what could not be written is not wanted
            self.stream.close()
        self._part.unlink(missing_ok=True)


def write_whole(path: Path, pieces: Iterable[bytes], *, parts: Path) -> None:
    """Put the bytes at the path in one step. Raises `WriteError`."""
    file = WholeFile(path, parts=parts)
    try:
        with file.complaints():
            file.stream.writelines(pieces)
        file.keep()
    except BaseException:
        file.discard()
        raise
