"""A batch run into a folder under a URL: every shard is made in its place."""

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import IO, get_args

from msgspec.structs import replace

from copydesk.batch.engines import Engine, LocalEngine
from copydesk.batch.leftovers import Leftovers
from copydesk.batch.naming import FAILURES
from copydesk.batch.parts import Made, PartSettings
from copydesk.batch.report import Report
from copydesk.batch.settings import BatchSettings
from copydesk.batch.shard_files import ShardForm
from copydesk.batch.sharding import shards_of
from copydesk.errors import CopydeskError
from copydesk.reading import Found
from copydesk.writing import json_line
from copydesk.writing.remote import WholeRemoteFile


def run_parts(
    files: Iterable[Found],
    out: str,
    settings: BatchSettings,
    *,
    engine: Engine | None = None,
    stop: threading.Event | None = None,
    progress: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Turn the documents of the files into shards under a URL; parts that stand are kept.

    No part knows of the others, so duplicates are not looked for. Setting `stop` breaks off; the
    same call later goes on from the last whole part. `progress` is called after each part. Raises
    `CopydeskError`.
    """
    told = part_settings(out, settings)
    engine, stop = engine or LocalEngine(), stop or threading.Event()
    report = Report()
    begin = time.monotonic()
    with tempfile.TemporaryFile() as failures, closing(Leftovers()) as leftovers:
        shards = leftovers.passed(shards_of(report.to_read(files)))
        for made in engine.parts(shards, told, stop):
            leftovers.made(made.path)
            _count(made, report)
            failures.writelines(map(json_line, made.part.failures))
            report.seconds = time.monotonic() - begin
            progress(report)
        if not stop.is_set():
            leftovers.remove(told.folder())
        _write_failures(failures, told)
    report.interrupted = stop.is_set()
    report.seconds = time.monotonic() - begin
    return report


def part_settings(out: str, settings: BatchSettings) -> PartSettings:
    """What every part of a run is made by. Raises `CopydeskError` for what parts cannot do."""
    match settings.to:
        case "json" | "md" | "html":
            raise CopydeskError(f"{out}: a URL takes shards: --to {', '.join(get_args(ShardForm))}")
        case form:
            pass
    if settings.dedup:
        raise CopydeskError(f"{out}: --dedup compares all articles, which takes a local folder")
    return PartSettings(
        out=out,
        form=form,
        size=settings.shard_size,
        worker=replace(settings.worker, form="jsonl"),
        reading=settings.reading,
        hash=f"{settings.hash()} {settings.shard_size}",
        force=settings.force,
        retry_failed=settings.retry_failed,
    )


def _count(made: Made, report: Report) -> None:
    report.files += made.files
    if made.report:
        report.add_report(made.report)
    else:
        failed = len(made.part.failures)
        report.add_skipped(made.part.documents - failed, failed)


def _write_failures(failures: IO[bytes], settings: PartSettings) -> None:
    """All failures of the run's inputs, now or earlier, by shard; no file where there are none."""
    folder = settings.folder()
    if not failures.tell():
        folder.remove(FAILURES)
        return
    failures.seek(0)
    file = WholeRemoteFile(folder, FAILURES)
    try:
        with folder.complaints(FAILURES):
            shutil.copyfileobj(failures, file.stream)
        file.keep()
    finally:
        file.discard()
