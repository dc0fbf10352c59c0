"""A shard done in its place: read, worked on and written by whoever has it, part after part.

Each part is a file that stands whole or not at all, and a note says what is in it. A part with a
note is not made again, so a shard that was broken off anywhere, or done by two machines at once,
comes out the same.
"""

import itertools
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

import msgspec
from msgspec import Struct

from copydesk.article import Failure
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.batch.pool import Task
from copydesk.batch.report import Report
from copydesk.batch.shard_files import SHARD_FILES, ShardForm
from copydesk.batch.sharding import Shard
from copydesk.batch.stream import task_of
from copydesk.reading import STATE_FOLDER, RawDocument, ReadRules, Timed, documents_in_file
from copydesk.writing.remote import RemoteFolder, WholeRemoteFile

WorkOutcomes: TypeAlias = Iterator[tuple[Failure | None, Outcome | None]]
Workforce: TypeAlias = Callable[[Iterable[Task[Failure | None]]], WorkOutcomes]
"""Has tasks done by workers, in order; it ends early where the run is stopped."""

NOTES = f"{STATE_FOLDER}/notes"
"""The folder for the notes, which lie there as the parts do in OUT."""


class PartSettings(Struct, frozen=True, kw_only=True):
    """What holds for all parts of a run."""

    out: str
    """The URL of the folder for the parts."""
    form: ShardForm
    size: int
    """Documents of a part."""
    worker: WorkerSettings
    reading: ReadRules
    hash: str
    """Of all that decides what comes out for a given document."""
    force: bool = False
    retry_failed: bool = False

    def folder(self) -> RemoteFolder:
        """OUT. Raises `CopydeskError`."""
        return RemoteFolder(self.out, parts=f"{STATE_FOLDER}/parts")


class Part(Struct, frozen=True, kw_only=True):
    """The note on a part: what became of some documents of a shard."""

    fingerprint: str
    bytes: int
    last: bool
    """Whether the shard ends with it."""
    documents: int
    articles: int
    words: int
    failures: tuple[Failure, ...] = ()
    files: tuple[str, ...] = ()
    """In a shard's first part: the marks of the shard's files."""


class Made(NamedTuple):
    """A part that is there now."""

    path: str
    """Below OUT."""
    part: Part
    report: Report | None = None
    """Of the work on it; None where it was there before."""
    files: int = 0
    """Input files that are done with it."""


def make_parts(
    shard: Shard, settings: PartSettings, work: Workforce, stop: threading.Event
) -> Iterator[Made]:
    """Each part of the shard, once it is there. Raises `CopydeskError`."""
    documents = _Documents(
        document for found in shard.files for document in documents_in_file(found, settings.reading)
    )
    maker = _Maker(shard, settings)
    for number in itertools.count():
        made = maker.known(number)
        if made and not made.part.last:
            documents.skip(made.part.documents)
        made = made or maker.made(number, documents, work, stop)
        if made is None:
            return
        if made.part.last:
            yield made._replace(files=len(shard.files))
            return
        yield made


class _Documents:
    """Documents, and whether there are more."""

    def __init__(self, documents: Iterator[RawDocument | Failure]) -> None:
        self.timed = Timed(documents)
        self._rest = iter(self.timed)

    def take(self, count: int) -> Iterator[RawDocument | Failure]:
        """The next so many."""
        return itertools.islice(self._rest, count)

    def skip(self, count: int) -> None:
        """Pass the next so many by."""
        deque(self.take(count), maxlen=0)

    def ended(self) -> bool:
        """Whether there are no more."""
        following = next(self._rest, None)
        if following is None:
            return True
        self._rest = itertools.chain([following], self._rest)
        return False


class _Maker:
    """Makes the parts of one shard."""

    def __init__(self, shard: Shard, settings: PartSettings) -> None:
        self._stem = shard.stem
        self._settings = settings
        self._folder = settings.folder()
        self._marks = shard.marks()
        self._fingerprint = shard.fingerprint(settings.hash)

    def known(self, number: int) -> Made | None:
        """The part as it stands, where it need not be made."""
        path = self._path(number)
        part = None if self._settings.force else note_on(path, self._folder)
        if part is None or part.fingerprint != self._fingerprint:
            return None
        if part.failures and self._settings.retry_failed:
            return None
        return Made(path, part) if self._folder.size(path) == part.bytes else None

    def made(
        self, number: int, documents: _Documents, work: Workforce, stop: threading.Event
    ) -> Made | None:
        """The part, made of the next documents; None where the run was stopped meanwhile."""
        path, before = self._path(number), documents.timed.seconds
        file = WholeRemoteFile(self._folder, path)
        try:
            outcomes = work(map(task_of, documents.take(self._settings.size)))
            report, failures = self._filled(file, path, outcomes)
            if stop.is_set():
                return None
            size = file.keep()
        finally:
            file.discard()
        report.add_seconds("reading", documents.timed.seconds - before)
        part = Part(
            fingerprint=self._fingerprint,
            bytes=size,
            last=documents.ended(),
            documents=report.documents,
            articles=report.articles,
            words=report.words,
            failures=failures,
            files=() if number else self._marks,
        )
        self._folder.write(note_path(path), msgspec.json.encode(part))
        return Made(path, part, report)

    def _filled(
        self, file: WholeRemoteFile, path: str, outcomes: WorkOutcomes
    ) -> tuple[Report, tuple[Failure, ...]]:
        """What went into the file, and the failures."""
        report, failures = Report(), list[Failure]()
        with self._folder.complaints(path):
            articles = SHARD_FILES[self._settings.form](file.stream)
            for unread, made in outcomes:
                outcome = made or Outcome(failure=unread)
                if outcome.failure:
                    failures.append(outcome.failure)
                for article in outcome.articles:
                    articles.add(article.data)
                report.add(outcome, written=len(outcome.articles))
            articles.finish()
        return report, tuple(failures)

    def _path(self, number: int) -> str:
        return f"{self._stem}{number:05}.{self._settings.form}"


def note_path(path: str) -> str:
    """Where the note on the part at a path is."""
    return f"{NOTES}/{path}.json"


def note_on(path: str, folder: RemoteFolder) -> Part | None:
    """The note; None where there is none, or one that this copydesk does not understand."""
    content = folder.read(note_path(path))
    try:
        return _decoded(content) if content else None
    except msgspec.DecodeError:
        return None


_decoded = msgspec.json.Decoder(Part).decode
