"""Which input files are worked on together, where each shard reads and writes for itself.

The rule looks at one file at a time, so that a new file changes no shard but its own: a large file
is a shard, and the small ones of an input follow each other until the hash of a name opens a new
shard.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from copydesk.batch.naming import folded, output_path
from copydesk.reading import FileState, Found, Tally, once, place_of, state_of

LARGE = 16 * 2**20  # bytes; a container, most likely
_SMALL_FILES = 512  # of a shard, on average
_FINGERPRINT = 16  # bytes
_MARK = 8  # bytes


class Shard(NamedTuple):
    """Input files whose articles are written together."""

    stem: str
    """What the paths of its parts below OUT begin with."""
    files: tuple[Found, ...]
    states: tuple[FileState | None, ...]

    def fingerprint(self, settings: str) -> str:
        """A hash of all that its articles depend on."""
        names = [file.name for file in self.files]
        content = msgspec.msgpack.encode((settings, names, self.states))
        return hashlib.blake2b(content, digest_size=_FINGERPRINT).hexdigest()

    def marks(self) -> tuple[str, ...]:
        """For each file a hash of its name and its place, by which another run knows it."""
        both = (msgspec.msgpack.encode((file.name, place_of(file))) for file in self.files)
        return tuple(hashlib.blake2b(one, digest_size=_MARK).hexdigest() for one in both)


def shards_of(files: Iterable[Found]) -> Iterator[Shard]:
    """The shards of the input files, each called after its input or its first file."""
    with closing(Tally()) as stems, closing(once(files)) as given:
        for root, members in groupby(map(_anywhere, given), key=_root):
            for name, found in _groups(root, members):
                stem = output_path(f"{name}/part", f"{name}/part", "-")
                times = stems.times(folded(stem))
                stem = stem if times == 1 else f"{stem}{times}-"
                yield Shard(stem, *zip(*found, strict=True))


_Members = list[tuple[Found, FileState | None]]


def _groups(root: str, files: Iterable[Found]) -> Iterator[tuple[str, _Members]]:
    name, small = root, list[tuple[Found, FileState | None]]()
    for found in files:
        state = state_of(found.path)
        if state and state.size >= LARGE:
            yield found.name, [(found, state)]
            continue
        if small and _opens_a_shard(found.name):
            yield name, small
            name, small = found.name, []
        small.append((found, state))
    if small:
        yield name, small


def _opens_a_shard(name: str) -> bool:
    return zlib.crc32(name.encode()) % _SMALL_FILES == 0


def _root(found: Found) -> str:
    return found.name.strip("/").partition("/")[0]


def _anywhere(found: Found) -> Found:
    """The same file, from whatever folder a process looks at it."""
    return found._replace(path=found.path.absolute()) if isinstance(found.path, Path) else found
