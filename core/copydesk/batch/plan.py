"""What there is to do: the documents of the input, less those that the ledger knows as done."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec
from msgspec.structs import replace

from copydesk.article import Failure
from copydesk.batch.ledger import Entry, Key, Ledger, Output
from copydesk.batch.pool import Task
from copydesk.reading import (
    FileState,
    Found,
    RawDocument,
    ReadRules,
    Tally,
    Timed,
    documents_in_file,
    once,
    state_of,
)

_FINGERPRINT = 16  # bytes


class Work(NamedTuple):
    """A document that is to be made into articles."""

    key: Key
    fingerprint: bytes


class Lost(NamedTuple):
    """A document that could not be read."""

    key: Key
    failure: Failure


class Gone(NamedTuple):
    """A document that failed in an earlier run, and that its file does not hold any more."""

    key: Key


class Skipped(NamedTuple):
    """Documents that were dealt with in an earlier run."""

    done: int
    failed: int


class FileDone(NamedTuple):
    """All documents of a file came before this; None where a file cannot be recognised again."""

    key: str
    state: FileState | None
    reading: float = 0.0
    """The seconds that reading them took."""


Step: TypeAlias = Work | Lost | Gone | Skipped | FileDone


class PlanRules(NamedTuple):
    """What decides whether a document needs work."""

    out: Path
    settings: str
    """The hash of everything beside the document that its output depends on."""
    reading: ReadRules = ReadRules()
    force: bool = False
    retry_failed: bool = False


def steps(files: Iterable[Found], rules: PlanRules, ledger: Ledger) -> Iterator[Task[Step]]:
    """The steps of a run, in input order. A file is read when its turn comes, as a stream.

    A file that comes several times is read once.
    """
    known = _Known(rules, ledger)
    with closing(Tally()) as names, closing(Tally()) as ids, closing(once(files)) as given:
        for found in given:
            times = names.times(found.name)
            file_key = found.name if times == 1 else f"{found.name}\0{times}"
            yield from _steps_of_file(found, file_key, known, ids)


def _steps_of_file(
    found: Found, file_key: str, known: "_Known", ids: Tally
) -> Iterator[Task[Step]]:
    state = state_of(found.path)
    if state and known.file(file_key, state):
        yield Task(None, Skipped(*known.counts(file_key)))
        yield Task(None, FileDone(file_key, None))
        return
    ids.clear()
    documents = Timed(documents_in_file(found, known.rules.reading))
    for document in documents:
        key = Key(file_key, document.id, ids.times(document.id))
        yield _task(document, key, known)
    for key in known.failures(file_key):
        if key.copy > ids.count(key.id):
            yield Task(None, Gone(key))
    yield Task(None, FileDone(file_key, state, documents.seconds))


def _task(document: RawDocument | Failure, key: Key, known: "_Known") -> Task[Step]:
    if isinstance(document, Failure):
        return Task(None, Lost(key, document))
    fingerprint = fingerprint_of(document)
    if entry := known.document(key, fingerprint):
        return Task(None, Skipped(0, 1) if entry.error else Skipped(1, 0))
    return Task(document, Work(key, fingerprint))


def fingerprint_of(document: RawDocument) -> bytes:
    """A hash of the document and all that is known of it, but for where it lies."""
    content = msgspec.msgpack.encode(replace(document, path=None))
    return hashlib.blake2b(content, digest_size=_FINGERPRINT).digest()


class _Known:
    """What an earlier run has done already, under the rules of this one."""

    def __init__(self, rules: PlanRules, ledger: Ledger) -> None:
        self.rules = rules
        self._ledger = ledger
        self._seen: tuple[str, int | None] | None = None

    def counts(self, key: str) -> tuple[int, int]:
        """How many documents of a file are done, and how many failed."""
        return self._ledger.counts(key)

    def failures(self, key: str) -> Iterator[Key]:
        """The documents of a file that stand as failed."""
        return self._ledger.failures_of(key)

    def file(self, key: str, state: FileState) -> bool:
        """Whether nothing is left to do for any document of the file."""
        if self.rules.force or not self._ledger.file_is_done(key, state, self.rules.settings):
            return False
        if self.rules.retry_failed and self._ledger.file_has_failures(key):
            return False
        return all(map(self._is_there, self._ledger.outputs(key)))

    def document(self, key: Key, fingerprint: bytes) -> Entry | None:
        """The document's entry, where it stands."""
        entry = None if self.rules.force else self._ledger.entry(key)
        if entry is None or (entry.fingerprint, entry.settings) != (
            fingerprint,
            self.rules.settings,
        ):
            return None
        if entry.error and self.rules.retry_failed:
            return None
        return entry if all(map(self._is_there, entry.outputs)) else None

    def _is_there(self, output: Output) -> bool:
        """Whether an output is as it was written; a shard is looked at once for many documents."""
        if self._seen is None or self._seen[0] != output.path:
            state = state_of(self.rules.out / output.path)
            self._seen = (output.path, state.size if state else None)
        return self._seen[1] == output.bytes
