"""Parts under a URL in whose place a later run has put others.

A shard may end earlier than it did, be written in another form, or give its files to another
shard, as where the file that it was called after is taken away.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.batch.parts import NOTES, note_on, note_path
from copydesk.batch.sharding import Shard
from copydesk.reading import Tally
from copydesk.writing.remote import RemoteFolder

_NUMBERED = re.compile(r"(?P<stem>.*-)\d{5,}\.(?P<form>[a-z.]+)", re.DOTALL)


class Leftovers:
    """Tells the parts that a run has replaced from those of inputs that it was not given."""

    def __init__(self) -> None:
        self._files, self._parts = Tally(), Tally()

    def passed(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """The same shards; their files are noted as this run's."""
        for shard in shards:
            for mark in shard.marks():
                self._files.times(mark)
            yield shard

    def made(self, path: str) -> None:
        """Note that a part is this run's."""
        self._parts.times(path)

    def remove(self, folder: RemoteFolder) -> None:
        """Remove what this run has replaced. Raises `WriteError`.

        A shard's first part goes last, whose note says which files the shard had: so what is
        broken off here can be done by the next run.
        """
        for first, paths in _others(folder, self._parts).items():
            if first in self._parts or self._has_files_of(first, folder):
                for path in sorted(paths, reverse=True):
                    folder.remove(path)
                    folder.remove(note_path(path))

    def close(self) -> None:
        """Forget everything."""
        self._files.close()
        self._parts.close()

    def _has_files_of(self, first: str, folder: RemoteFolder) -> bool:
        note = note_on(first, folder)
        return note is not None and any(mark in self._files for mark in note.files)


def _others(folder: RemoteFolder, parts: Tally) -> dict[str, list[str]]:
    """The parts of other runs, by the first part of their shard."""
    found = defaultdict(list)
    for note in folder.files_below(NOTES):
        path = note.removesuffix(".json")
        if (match := _NUMBERED.fullmatch(path)) and path not in parts:
            found[f"{match['stem']}00000.{match['form']}"].append(path)
    return found
