"""Results as shards: numbered files of many articles each."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from copydesk.batch.ledger import Entry, Key, Ledger, Output
from copydesk.batch.outcome import Rendered
from copydesk.batch.outdated import remove_outdated
from copydesk.batch.shard_files import SHARD_FILES, ShardFile, ShardForm, lines_in
from copydesk.reading import FileState, state_of
from copydesk.writing.files import WholeFile


class _Noted(Struct, frozen=True):
    """What the ledger is to be told once the shard is in place."""

    entry: Entry | None = None
    first: int = 0
    articles: int = 0
    file: tuple[str, FileState, str] | None = None


class Shards:
    """Writes shards to OUT. The ledger hears of a document when its shard is whole.

    So the documents of a shard that was not finished are done again, and the shards of a run that
    was killed and resumed are those of an undisturbed one. A shard is never changed: where some of
    its articles are outdated, the others move to a new one. Raises `WriteError`.
    """

    def __init__(
        self, out: Path, *, form: ShardForm, size: int, parts: Path, ledger: Ledger
    ) -> None:
        self._out = out
        self._form: ShardForm = form
        self._size = size
        self._parts = parts
        self._ledger = ledger
        self._open_shard: tuple[ShardFile, WholeFile] | None = None
        self._noted: list[_Noted] = []
        self._articles = 0
        self._number = ledger.shards()

    def add(self, entry: Entry, articles: tuple[Rendered, ...]) -> None:
        """Put a document's articles into the open shard; a full one is closed."""
        self._put(entry, [article.data for article in articles])

    def _put(self, entry: Entry, lines: Sequence[bytes]) -> None:
        for line in lines:
            shard, file = self._open()
            with file.complaints():
                shard.add(line)
        self._noted.append(_Noted(entry, self._articles, len(lines)))
        self._articles += len(lines)
        if self._articles >= self._size:
            self._close_shard()

    def file_done(self, key: str, state: FileState, settings: str) -> None:
        """Note that all documents of a file are dealt with."""
        self._noted.append(_Noted(file=(key, state, settings)))

    def close(self, *, complete: bool) -> None:
        """Close the last shard; a run that broke off leaves it out."""
        try:
            if complete:
                self._close_shard()
                self._bring_up_to_date()
        finally:
            self._ledger.roll_back()
            if self._open_shard:
                self._open_shard[1].discard()

    def _bring_up_to_date(self) -> None:
        """Move what still holds out of the shards with outdated articles, and remove these."""
        for path in self._ledger.outdated():
            for key, lines in self._kept_in(path):
                if entry := self._ledger.entry(key):
                    self._put(entry, lines)
        self._close_shard()
        remove_outdated(self._out, self._ledger)

    def _kept_in(self, path: str) -> Iterator[tuple[Key, list[bytes]]]:
        """The documents whose articles in a shard still hold, with these."""
        members = self._ledger.in_file(path)
        state = state_of(self._out / path)
        if not members or state is None or state.size != members[0][1].bytes:
            return
        with (self._out / path).open("rb") as stream:
            lines, at = lines_in(stream, path), 0
            for key, output in members:
                first = output.first - at
                yield key, list(islice(lines, first, first + output.articles))
                at = output.first + output.articles

    def _open(self) -> tuple[ShardFile, WholeFile]:
        if self._open_shard is None:
            file = WholeFile(self._out / self._name(), parts=self._parts)
            self._open_shard = SHARD_FILES[self._form](file.stream), file
        return self._open_shard

    def _name(self) -> str:
        return f"part-{self._number:05}.{self._form}"

    def _close_shard(self) -> None:
        name, size = self._name(), 0
        if self._open_shard:
            shard, file = self._open_shard
            with file.complaints():
                shard.finish()
            size = file.keep()
            self._number += 1
        for noted in self._noted:
            if noted.entry:
                output = Output(name, size, noted.first, noted.articles)
                outputs = (output,) if noted.articles else ()
                self._ledger.record(replace(noted.entry, outputs=outputs))
            if noted.file:
                self._ledger.record_file(*noted.file)
        self._ledger.commit()
        self._open_shard = None
        self._noted = []
        self._articles = 0
