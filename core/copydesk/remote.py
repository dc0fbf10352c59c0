"""File systems that are not this machine's own, reached by URL through fsspec."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from copydesk.errors import CopydeskError, MissingExtraError

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_url(name: str) -> bool:
    """Whether a name is a URL and not a path on this machine."""
    return bool(_URL.match(name))


def local_path(name: str) -> Path | None:
    """The path on this machine that a path or a `file://` URL stands for; None for other URLs."""
    if name.startswith("file://"):
        return Path(file_system(name)[1])
    return None if is_url(name) else Path(name)


def file_system(url: str) -> tuple[Any, str]:
    """The file system that a URL is for, and the path in it. Raises `CopydeskError`."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError("a URL", "remote") from None
    with complaints(url, CopydeskError):
        system, path = url_to_fs(url)
    return system, str(path)


@contextmanager
def complaints(url: str, kind: type[CopydeskError]) -> Iterator[None]:
    """Raise an error of ours for what a file system complains of: each has errors of its own."""
    try:
        yield
    except CopydeskError:
        raise
    except Exception as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise kind(f"{url}: {reason or type(fault).__name__}") from fault
