"""The ledger: a SQLite file in OUT that says what became of every document.

Rows are written in the same order as the documents come in, each as soon as the document's files
are in place. So a run that is killed at any moment leaves the files of one document without a row
at most, and the next run makes them again, byte for byte.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from copydesk.article import ErrorInfo, Failure
from copydesk.batch.naming import folded
from copydesk.errors import WriteError
from copydesk.reading import FileState

_LAYOUT = 3
_SCHEMA = f"""
PRAGMA user_version = {_LAYOUT};
CREATE TABLE IF NOT EXISTS files (
    key TEXT PRIMARY KEY, size INTEGER, modified INTEGER, settings TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    file TEXT, id TEXT, copy INTEGER, fingerprint BLOB, settings TEXT, words INTEGER,
    seconds REAL, stage TEXT, error TEXT, message TEXT,
    PRIMARY KEY (file, id, copy)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (
    folded TEXT, file TEXT, id TEXT, copy INTEGER,
    path TEXT, bytes INTEGER, first INTEGER, articles INTEGER,
    PRIMARY KEY (folded, file, id, copy)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outdated (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outputs_of ON outputs (file, id, copy);
CREATE INDEX IF NOT EXISTS failures ON documents (file) WHERE error IS NOT NULL;
"""


class Key(NamedTuple):
    r"""A document's identity: the file it came from, its id, and which of that id it is."""

    file: str
    """The file's name; after NUL and a number for another file of the same name."""
    id: str
    copy: int

    @property
    def file_name(self) -> str:
        """The name under which the file was read."""
        return self.file.partition("\0")[0]


class Output(NamedTuple):
    """A file below OUT, and which of its articles are a document's."""

    path: str
    bytes: int
    first: int = 0
    """How many articles come before."""
    articles: int = 1


class Entry(Struct, frozen=True, kw_only=True):
    """What the ledger says of one document."""

    key: Key
    fingerprint: bytes
    settings: str
    """The hash of everything else that the output depends on."""
    words: int = 0
    seconds: float = 0.0
    error: ErrorInfo | None = None
    outputs: tuple[Output, ...] = ()


class Ledger:
    """The ledger of one OUT, for one thread. Raises `sqlite3.Error` where the disk refuses."""

    def __init__(self, path: Path) -> None:
        """Raises `WriteError` for the ledger of a copydesk that keeps it otherwise."""
        self._rows = sqlite3.connect(path, isolation_level=None)
        try:
            self._rows.execute("PRAGMA journal_mode = WAL")
            self._rows.execute("PRAGMA synchronous = NORMAL")
            (layout,) = self._rows.execute("PRAGMA user_version").fetchone()
            if layout not in (0, _LAYOUT):
                raise WriteError(f"{path}: made by another copydesk; choose a new folder")
            self._rows.executescript(_SCHEMA)
        except BaseException:
            self._rows.close()
            raise

    def file_is_done(self, key: str, state: FileState, settings: str) -> bool:
        """Whether the file is as it was when all its documents were dealt with."""
        query = "SELECT size, modified FROM files WHERE key = ? AND settings = ?"
        return bool(self._rows.execute(query, (key, settings)).fetchone() == state)

    def file_has_failures(self, key: str) -> bool:
        """Whether a document of the file failed."""
        query = "SELECT 1 FROM documents WHERE file = ? AND error IS NOT NULL LIMIT 1"
        return self._rows.execute(query, (key,)).fetchone() is not None

    def failures_of(self, file: str) -> Iterator[Key]:
        """The documents of a file that failed."""
        query = "SELECT file, id, copy FROM documents WHERE file = ? AND error IS NOT NULL"
        return map(Key._make, self._rows.execute(query, (file,)))

    def forget_failure(self, key: Key) -> None:
        """Note that there is no such document any more."""
        with self.writing() as rows:
            rows.execute("DELETE FROM documents WHERE file = ? AND id = ? AND copy = ?", key)

    def counts(self, file: str) -> tuple[int, int]:
        """How many documents of a file are done, and how many failed."""
        query = "SELECT count(*), count(error) FROM documents WHERE file = ?"
        documents, failures = self._rows.execute(query, (file,)).fetchone()
        return documents - failures, failures

    def outputs(self, file: str) -> Iterator[Output]:
        """What was written for the documents of a file."""
        query = "SELECT path, bytes, first, articles FROM outputs WHERE file = ?"
        return map(Output._make, self._rows.execute(query, (file,)))

    def entry(self, key: Key) -> Entry | None:
        """What is known of a document."""
        query = (
            "SELECT fingerprint, settings, words, seconds, stage, error, message FROM documents"
            " WHERE file = ? AND id = ? AND copy = ?"
        )
        row = self._rows.execute(query, key).fetchone()
        if row is None:
            return None
        fingerprint, settings, words, seconds, stage, kind, message = row
        error = ErrorInfo(stage=stage, type=kind, message=message) if kind else None
        return Entry(
            key=key,
            fingerprint=fingerprint,
            settings=settings,
            words=words,
            seconds=seconds,
            error=error,
            outputs=self._outputs_of(key),
        )

    def owner(self, path: str) -> Key | None:
        """Whose the file is at that path, or at one that differs in case or composition alone."""
        query = "SELECT file, id, copy FROM outputs WHERE folded = ?"
        row = self._rows.execute(query, (folded(path),)).fetchone()
        return Key(*row) if row else None

    def alike(self, path: str) -> list[str]:
        """The paths of files that hold articles, this one or one that `owner` takes for it."""
        query = "SELECT DISTINCT path FROM outputs WHERE folded = ?"
        return [path for (path,) in self._rows.execute(query, (folded(path),))]

    def record(self, entry: Entry) -> None:
        """Note what became of a document, in the place of what was noted before."""
        error = entry.error
        described = (error.stage, error.type, error.message) if error else (None, None, None)
        known = (entry.fingerprint, entry.settings, entry.words, entry.seconds, *described)
        marks = ", ".join("?" * len((*entry.key, *known)))
        outputs = [(folded(output.path), *entry.key, *output) for output in entry.outputs]
        mine = "outputs WHERE file = ? AND id = ? AND copy = ?"
        with self.writing() as rows:
            rows.execute(f"INSERT OR REPLACE INTO documents VALUES ({marks})", (*entry.key, *known))
            rows.execute(f"INSERT OR IGNORE INTO outdated SELECT path FROM {mine}", entry.key)
            rows.execute(f"DELETE FROM {mine}", entry.key)
            rows.executemany("INSERT INTO outputs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", outputs)
            paths = [(output.path,) for output in entry.outputs]
            rows.executemany("DELETE FROM outdated WHERE path = ?", paths)

    def outdated(self) -> list[str]:
        """The paths at which there was an article that its document has no more."""
        return [path for (path,) in self._rows.execute("SELECT path FROM outdated ORDER BY path")]

    def forget_outdated(self, path: str) -> None:
        """Note that nothing outdated is at a path any more."""
        with self.writing() as rows:
            rows.execute("DELETE FROM outdated WHERE path = ?", (path,))

    def in_file(self, path: str) -> list[tuple[Key, Output]]:
        """The documents that have articles in a file below OUT, in the order of these."""
        query = (
            "SELECT file, id, copy, path, bytes, first, articles FROM outputs"
            " WHERE folded = ? AND path = ? ORDER BY first"
        )
        rows = self._rows.execute(query, (folded(path), path))
        return [(Key(*row[:3]), Output(*row[3:])) for row in rows]

    def record_file(self, key: str, state: FileState, settings: str) -> None:
        """Note that all documents of a file are dealt with."""
        with self.writing() as rows:
            rows.execute(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (key, *state, settings)
            )

    def shards(self) -> int:
        """The number for the next shard, counted from 0."""
        query = "SELECT DISTINCT folded FROM outputs WHERE folded GLOB 'part-[0-9]*.*'"
        numbers = (int(path.partition(".")[0][5:]) for (path,) in self._rows.execute(query))
        return max(numbers, default=-1) + 1

    def failures(self) -> Iterator[Failure]:
        """All documents that stand as failed, by id."""
        query = (
            "SELECT id, stage, error, message FROM documents WHERE error IS NOT NULL"
            " ORDER BY id, file, copy"
        )
        for document_id, stage, kind, message in self._rows.execute(query):
            error = ErrorInfo(stage=stage, type=kind, message=message)
            yield Failure(id=document_id, error=error)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The rows, within a transaction that stays open."""
        if not self._rows.in_transaction:
            self._rows.execute("BEGIN IMMEDIATE")
        yield self._rows

    def commit(self) -> None:
        """Make what was noted so far last; some 0.04 ms, as the disk is not waited for."""
        with self.writing() as rows:
            rows.execute("COMMIT")

    def roll_back(self) -> None:
        """Take back what was noted since the last commit."""
        if self._rows.in_transaction:
            self._rows.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file; what was not committed is lost."""
        self._rows.close()

    def _outputs_of(self, key: Key) -> tuple[Output, ...]:
        query = (
            "SELECT path, bytes, first, articles FROM outputs"
            " WHERE file = ? AND id = ? AND copy = ? ORDER BY path"
        )
        return tuple(map(Output._make, self._rows.execute(query, key)))
