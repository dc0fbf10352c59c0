"""Files that are there whole, or not at all."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import WriteError


def write_whole(path: Path, data: bytes, *, parts: Path) -> None:
    """Put the bytes at the path in one step. Raises `WriteError`."""
    with whole_file(path, parts=parts) as stream:
        stream.write(data)


@contextmanager
def whole_file(path: Path, *, parts: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at the path once the block ends well, and nowhere if not.

    They are gathered in the folder `parts`, which has to lie on the same file system: what a
    killed run leaves half written is there, and not among the results. Raises `WriteError`.
    """
    part = parts / f"{secrets.token_hex(8)}.part"
    try:
        with part.open("wb") as stream:
            yield stream
        try:
            part.replace(path)
        except (FileNotFoundError, NotADirectoryError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.replace(path)
    except OSError as fault:
        raise WriteError(f"{path}: {fault.strerror or fault}") from fault
    finally:
        part.unlink(missing_ok=True)
