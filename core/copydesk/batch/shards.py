"""Results as shards: numbered files of many articles each."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from copydesk.article import Article
from copydesk.batch.ledger import Entry, FileState, Ledger, Output
from copydesk.batch.outcome import Rendered
from copydesk.errors import MissingExtraError
from copydesk.writing.files import WholeFile

ShardForm = Literal["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]
DEFAULT_SHARD_SIZE = 1000
"""Articles; some 20 MB of JSON Lines, and half a minute of one core that a killed run loses."""


class Shard(Protocol):
    """A file that articles go into, one after the other."""

    def add(self, article: Rendered) -> None:
        """Put in one more."""

    def finish(self) -> None:
        """Write what is still to be written; the stream stays open."""


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
        self._open_shard: tuple[Shard, WholeFile] | None = None
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

    def _open(self) -> tuple[Shard, WholeFile]:
        if self._open_shard is None:
            file = WholeFile(self._out / self._name(), parts=self._parts)
            self._open_shard = _SHARDS[self._form](file.stream), file
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


class _Lines:
    """JSON Lines, packed or not."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, article: Rendered) -> None:
        self._stream.write(article.data)

    def finish(self) -> None:
        pass


class _PackedLines(_Lines):
    """JSON Lines through a compressor, which leaves the file open when it is closed."""

    def finish(self) -> None:
        self._stream.close()


def _gzip_lines(stream: BinaryIO) -> Shard:
    packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="")
    return _PackedLines(cast("BinaryIO", packed))


def _zstd_lines(stream: BinaryIO) -> Shard:
    try:
        from compression import zstd  # Python 3.14
    except ImportError:
        try:
            import zstandard
        except ImportError:
            raise MissingExtraError("Zstandard", "zstd") from None
        packed = zstandard.ZstdCompressor().stream_writer(stream, closefd=False)
        return _PackedLines(cast("BinaryIO", packed))
    return _PackedLines(cast("BinaryIO", zstd.ZstdFile(stream, "wb")))


class _Table:
    """Parquet: a column for each field of an article."""

    def __init__(self, stream: BinaryIO) -> None:
        from copydesk.writing.parquet import ParquetFile

        self._file = ParquetFile(stream)

    def add(self, article: Rendered) -> None:
        self._file.write(msgspec.json.decode(article.data, type=Article))

    def finish(self) -> None:
        self._file.close()


_SHARDS: dict[ShardForm, Callable[[BinaryIO], Shard]] = {
    "jsonl": _Lines,
    "jsonl.gz": _gzip_lines,
    "jsonl.zst": _zstd_lines,
    "parquet": _Table,
}
