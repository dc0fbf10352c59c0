"""A batch run: every document of the input ends as articles in OUT or as a failure on record."""

import itertools
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from copydesk.batch.duplicates import Duplicates
from copydesk.batch.engines import Engine, LocalEngine
from copydesk.batch.ledger import Entry, Key, Ledger
from copydesk.batch.naming import FAILURES
from copydesk.batch.outcome import Outcome, Rendered
from copydesk.batch.plan import FileDone, Gone, Lost, PlanRules, Skipped, Step, Work, steps
from copydesk.batch.pool import Task
from copydesk.batch.rendering import marked_duplicate
from copydesk.batch.report import Report
from copydesk.batch.settings import BatchSettings
from copydesk.batch.shards import Shards
from copydesk.batch.tree import Tree
from copydesk.batch.workplace import workplace
from copydesk.errors import WriteError
from copydesk.reading import STATE_FOLDER, Found
from copydesk.writing import json_line
from copydesk.writing.files import write_whole

LEDGER = "ledger.sqlite"


def run_batch(
    files: Iterable[Found],
    out: Path,
    settings: BatchSettings | None = None,
    *,
    engine: Engine | None = None,
    stop: threading.Event | None = None,
    progress: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Turn the documents of the files into articles in OUT; what is there already is kept.

    The engine does the work; without one, a worker for each core. Setting `stop` lets the
    documents that are under work finish; the same call later goes on from there. `progress` is
    called after each step. Raises `CopydeskError`, `WriteError` among them.
    """
    settings = settings or BatchSettings()
    stop = stop or threading.Event()
    report = Report()
    begin = time.monotonic()
    with workplace(out) as parts, _complaints(out):
        run = _Run(out, parts, settings, report)
        try:
            for _ in run.steps(report.to_read(files), engine or LocalEngine(), stop):
                report.seconds = time.monotonic() - begin
                progress(report)
        finally:
            run.end()
    report.interrupted = stop.is_set()
    report.seconds = time.monotonic() - begin
    return report


@contextmanager
def _complaints(out: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as fault:
        raise WriteError(f"{out / STATE_FOLDER / LEDGER}: {fault}") from fault


class _Run:
    """One run over one OUT."""

    def __init__(self, out: Path, parts: Path, settings: BatchSettings, report: Report) -> None:
        self._out = out
        self._parts = parts
        self._settings = settings
        self._report = report
        self._worker = settings.worker_settings()
        self._hash = settings.hash()
        self._ledger = Ledger(out / STATE_FOLDER / LEDGER)
        self._duplicates = Duplicates(self._ledger)
        self._sink = _sink(out, parts, settings, self._ledger)
        self._complete = False

    def steps(
        self, files: Iterable[Found], engine: Engine, stop: threading.Event
    ) -> Iterator[None]:
        """Do the work; each step that is done shows in the report."""
        for step, outcome in engine.outcomes(self._planned(files), self._worker, stop):
            self._take(step, outcome)
            yield
        self._complete = not stop.is_set()

    def end(self) -> None:
        """Put down what is there, also where the run breaks off."""
        try:
            self._sink.close(complete=self._complete)
            self._write_failures()
        finally:
            self._ledger.close()

    def _planned(self, files: Iterable[Found]) -> Iterator[Task[Step]]:
        """The steps; they are planned in a thread of the pool, with a connection of its own."""
        rules = PlanRules(
            self._out,
            self._hash,
            reading=self._settings.reading,
            force=self._settings.force,
            retry_failed=self._settings.retry_failed,
        )
        ledger = Ledger(self._out / STATE_FOLDER / LEDGER)
        try:
            yield from steps(files, rules, ledger)
        finally:
            ledger.close()

    def _take(self, step: Step, outcome: Outcome | None) -> None:
        match step:
            case Work(key, fingerprint):
                self._write(Entry(key=key, fingerprint=fingerprint, settings=self._hash), outcome)
            case Lost(key, failure):
                entry = Entry(key=key, fingerprint=b"", settings=self._hash)
                self._write(entry, Outcome(failure=failure))
            case Gone(key):
                self._ledger.forget_failure(key)
            case Skipped(done, failed):
                self._report.add_skipped(done, failed)
            case FileDone(key, state, reading):
                self._report.files += 1
                self._report.add_seconds("reading", reading)
                if state:
                    self._sink.file_done(key, state, self._hash)

    def _write(self, entry: Entry, outcome: Outcome | None) -> None:
        assert outcome
        words = sum(article.words for article in outcome.articles)
        error = outcome.failure.error if outcome.failure else None
        entry = replace(entry, words=words, seconds=outcome.seconds, error=error)
        begin = time.perf_counter()
        kept = self._compared(outcome.articles, entry.key)
        compared = time.perf_counter()
        self._sink.add(entry, kept)
        self._report.add_seconds("duplicates", compared - begin)
        self._report.add_seconds("writing", time.perf_counter() - compared)
        self._report.add(outcome, written=len(kept))

    def _compared(self, articles: tuple[Rendered, ...], key: Key) -> tuple[Rendered, ...]:
        """The articles, those that tell an earlier one's story marked or left out."""
        self._duplicates.forget(key)
        kept = []
        for article in articles:
            first = self._duplicates.first_of(article.id, article.signature, key)
            if first is None:
                kept.append(article)
                continue
            self._report.duplicates += 1
            if not self._settings.dedup:
                kept.append(marked_duplicate(article, self._worker.form, first))
        return tuple(kept)

    def _write_failures(self) -> None:
        path = self._out / FAILURES
        failures = self._ledger.failures()
        if first := next(failures, None):
            lines = map(json_line, itertools.chain([first], failures))
            write_whole(path, lines, parts=self._parts)
        else:
            path.unlink(missing_ok=True)


def _sink(out: Path, parts: Path, settings: BatchSettings, ledger: Ledger) -> Tree | Shards:
    match settings.to:
        case "json" | "md" | "html":
            return Tree(out, suffix=f".{settings.to}", parts=parts, ledger=ledger)
        case form:
            size = settings.shard_size
            return Shards(out, form=form, size=size, parts=parts, ledger=ledger)
