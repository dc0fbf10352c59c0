"""Results as shards: numbered files of many articles each."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from copydesk.batch.ledger import Entry, Ledger, Output
from copydesk.batch.outcome import Rendered
from copydesk.batch.shard_files import SHARD_FILES, ShardFile, ShardForm
from copydesk.reading import FileState
from copydesk.writing.files import WholeFile


class _Noted(Struct, frozen=True):
    """What the ledger is to be told once the shard is in place."""

    entry: Entry | None = None
    written: bool = False
    file: tuple[str, FileState, str] | None = None


class Shards:
    """Writes shards to OUT. The ledger hears of a document when its shard is whole.

    So the documents of a shard that was not finished are done again, and the shards of a run that
    was killed and resumed are those of an undisturbed one. Raises `WriteError`.
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
        for article in articles:
            shard, file = self._open()
            with file.complaints():
                shard.add(article)
        self._articles += len(articles)
        self._noted.append(_Noted(entry, written=bool(articles)))
        if self._articles >= self._size:
            self._close_shard()

    def file_done(self, key: str, state: FileState, settings: str) -> None:
        """Note that all documents of a file are dealt with."""
        self._noted.append(_Noted(file=(key, state, settings)))

    def close(self, *, complete: bool) -> None:
        """Close the last shard; a run that broke off leaves it out."""
        if complete:
            self._close_shard()
            return
        self._ledger.roll_back()
        if self._open_shard:
            self._open_shard[1].discard()

    def _open(self) -> tuple[ShardFile, WholeFile]:
        if self._open_shard is None:
            file = WholeFile(self._out / self._name(), parts=self._parts)
            self._open_shard = SHARD_FILES[self._form](file.stream), file
        return self._open_shard

    def _name(self) -> str:
        return f"part-{self._number:05}.{self._form}"

    def _close_shard(self) -> None:
        outputs: tuple[Output, ...] = ()
        if self._open_shard:
            shard, file = self._open_shard
            with file.complaints():
                shard.finish()
            outputs = (Output(self._name(), file.keep()),)
            self._number += 1
        for noted in self._noted:
            if noted.entry:
                written = outputs if noted.written else ()
                self._ledger.record(replace(noted.entry, outputs=written))
            if noted.file:
                self._ledger.record_file(*noted.file)
        self._ledger.commit()
        self._open_shard = None
        self._noted = []
        self._articles = 0
