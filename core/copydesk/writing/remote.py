"""A folder for results under a URL, on any file system that fsspec knows."""

import secrets
from contextlib import AbstractContextManager, suppress
from typing import BinaryIO, cast

from copydesk.errors import WriteError
from copydesk.remote import complaints, file_system


class RemoteFolder:
    """The folder under a URL. Everything in it raises `WriteError`."""

    def __init__(self, url: str, *, parts: str) -> None:
        """`parts` is the folder in it for what is half written."""
        self._url = url.rstrip("/")
        self.system, path = file_system(url)
        self._top = path.rstrip("/")
        self._parts = parts

    def read(self, path: str) -> bytes | None:
        """What a file holds; None where there is none."""
        with self.complaints(path), suppress(FileNotFoundError):
            return cast("bytes", self.system.cat_file(self.place(path)))
        return None

    def size(self, path: str) -> int | None:
        """A file's size in bytes; None where there is none."""
        with self.complaints(path), suppress(FileNotFoundError):
            return cast("int", self.system.size(self.place(path)))
        return None

    def files_below(self, path: str) -> list[str]:
        """The paths of all files in a folder, from there on; none where there is no folder."""
        with self.complaints(path), suppress(FileNotFoundError):
            top = f"{self.place(path)}/"
            return [str(found).removeprefix(top) for found in self.system.find(top)]
        return []

    def remove(self, path: str) -> None:
        """Remove a file, where it is there."""
        with self.complaints(path), suppress(FileNotFoundError):
            self.system.rm_file(self.place(path))

    def write(self, path: str, content: bytes) -> None:
        """Put the bytes at the path in one step."""
        file = WholeRemoteFile(self, path)
        try:
            with self.complaints(path):
                file.stream.write(content)
            file.keep()
        finally:
            file.discard()

    def place(self, path: str) -> str:
        """Where a path below the folder is in its file system."""
        return f"{self._top}/{path}"

    def temporary(self) -> str:
        """A path below the folder that nobody else has."""
        return f"{self._parts}/{secrets.token_hex(8)}.part"

    def complaints(self, path: str) -> AbstractContextManager[None]:
        """Raise a `WriteError` that names the file where the system refuses something."""
        return complaints(f"{self._url}/{path}", WriteError)


class WholeRemoteFile:
    """A file that is gathered under another name, and stands in its place in one step."""

    def __init__(self, folder: RemoteFolder, path: str) -> None:
        self._folder, self._path = folder, path
        self._part = folder.temporary()
        with folder.complaints(path):
            self._make_room(self._part)
            self.stream = cast("BinaryIO", folder.system.open(folder.place(self._part), "wb"))

    def keep(self) -> int:
        """Put the file in its place; its size in bytes."""
        folder = self._folder
        with folder.complaints(self._path):
            self.stream.close()
            size = cast("int", folder.system.size(folder.place(self._part)))
            self._make_room(self._path)
            folder.system.mv(folder.place(self._part), folder.place(self._path))
        return size

    def discard(self) -> None:
        """Leave nothing of it, where it was not kept."""
        with suppress(WriteError):  # the disk is full, and what is half written is not wanted
            with self._folder.complaints(self._path):
                self.stream.close()
            self._folder.remove(self._part)

    def _make_room(self, path: str) -> None:
        parent = self._folder.place(path).rpartition("/")[0]
        self._folder.system.makedirs(parent, exist_ok=True)
