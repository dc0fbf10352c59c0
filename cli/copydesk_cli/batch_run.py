"""A batch run as the terminal sees it: its inputs, the signals that stop it, the summary."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from copydesk.batch import BatchSettings, Engine, Report, check_apart, run_batch, run_parts
from copydesk.errors import CopydeskError, WriteError
from copydesk.reading import Found, WalkRules, files_at, files_in, once
from copydesk.remote import is_url, local_path
from copydesk_cli.exits import ExitCode
from copydesk_cli.inputs import standard_input
from copydesk_cli.output import complaint, counted, passed_by
from copydesk_cli.progress import progress
from copydesk_cli.streams import say

_CHUNK = 1 << 16


class Request(NamedTuple):
    """What a batch command asks for."""

    inputs: Sequence[str]
    files_from: Path | None
    null: bool
    walk: WalkRules
    out: str
    settings: BatchSettings
    engine: Engine


def run(request: Request, *, report_file: Path | None, profile: bool, quiet: bool) -> ExitCode:
    """Do it, and say on standard error what came of it."""
    if report_file:
        _check_place(report_file)
    check_apart(request.inputs, request.out)
    with _stopped_by_signals(quiet) as stopped, progress(_known(request), quiet=quiet) as shown:
        report = _worked(request, stopped, shown)
    if not quiet:
        for line in _summary(report, request, profile):
            say(line)
    if report_file:
        _write_report(report_file, report)
    if stopped.code:
        return stopped.code
    return ExitCode.of(done=report.done, failed=report.failed)


def _check_place(report_file: Path) -> None:
    """Refuse before the work what could not be written after it."""
    place = report_file if report_file.exists() else report_file.absolute().parent
    if place == report_file and place.is_dir():
        raise WriteError(f"{place}: Is a directory")
    if not place.exists():
        raise WriteError(f"{place}: No such file or directory")
    if not os.access(place, os.W_OK):
        raise WriteError(f"{place}: Permission denied")


def _write_report(report_file: Path, report: Report) -> None:
    try:
        report_file.write_bytes(report.json())
    except OSError as fault:
        raise WriteError(f"{report_file}: {fault.strerror or fault}") from fault


def _worked(request: Request, stop: threading.Event, shown: Callable[[Report], None]) -> Report:
    files, engine = _all_files(request), request.engine
    if is_url(request.out):
        return run_parts(
            files, request.out, request.settings, engine=engine, stop=stop, progress=shown
        )
    out = Path(request.out)
    return run_batch(files, out, request.settings, engine=engine, stop=stop, progress=shown)


def _known(request: Request) -> Callable[[], Iterable[Found]] | None:
    """A second walk over the inputs; None where they come in a list, which is read only once."""
    if request.files_from:
        return None
    return lambda: once(_files(request, request.inputs))


def _all_files(request: Request) -> Iterator[Found]:
    yield from _files(request, request.inputs)
    if request.files_from:
        with _opened(request.files_from) as names:
            yield from _files(request, _names(names, b"\0" if request.null else b"\n"))


def _files(request: Request, names: Iterable[str]) -> Iterator[Found]:
    out = local_path(request.out)
    walk = replace(request.walk, leave_out=Path(os.path.realpath(out)) if out else request.out)
    for name in names:
        if is_url(name):
            yield from files_at(name, walk)
        else:
            yield from files_in(Path(name), walk)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path == Path("-"):
        yield standard_input()
    else:
        with path.open("rb") as stream:
            yield stream


def _names(stream: BinaryIO, end: bytes) -> Iterator[str]:
    """The names of a list, each ended by that byte, as they come. Raises `CopydeskError`."""
    rest = b""
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]  # a buffered reader has it
        if b"\0" in chunk and end != b"\0":
            raise CopydeskError("the names in the list end in NUL: --null reads them")
        *names, rest = (rest + chunk).split(end)
        yield from (os.fsdecode(name) for name in names if name)
    if rest:
        yield os.fsdecode(rest)


class _Stop(threading.Event):
    """Set by the signal that asked the run to stop, with the exit code for it."""

    code: ExitCode | None = None


_STOPPING = {signal.SIGINT: ExitCode.INTERRUPTED, signal.SIGTERM: ExitCode.TERMINATED}


@contextmanager
def _stopped_by_signals(quiet: bool) -> Iterator[_Stop]:
    """The first Ctrl-C or SIGTERM stops the run; the second one ends it at once.

    A signal that is ignored, as Ctrl-C in a shell's background job, stays so.
    """
    stop = _Stop()

    def stopped(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        stop.code = _STOPPING[signal.Signals(number)]
        stop.set()
        if not quiet:
            say("\ncopydesk: finishing what is under work; Ctrl-C stops at once")

    heard = [number for number in _STOPPING if signal.getsignal(number) is not signal.SIG_IGN]
    former = {number: signal.signal(number, stopped) for number in heard}
    try:
        yield stop
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _summary(report: Report, request: Request, profile: bool) -> Iterator[str]:
    treated = "left out as duplicates" if request.settings.dedup else "of them marked as duplicates"
    repeated = f", {report.duplicates:,} {treated}" if report.duplicates else ""
    new = report.documents - report.skipped
    before = report.failed_before
    yield (
        f"copydesk: {counted(report.documents, 'document')}:"
        f" {counted(report.articles, 'article')} written"
        f"{repeated}, {report.skipped - before:,} left as they were, {report.failed:,} failed;"
        f" {report.words:,} words in {report.seconds:.1f} s"
        + (f" ({report.rate:.1f} documents/s)" if new else "")
    )
    for cause, times in report.causes.most_common():
        which = "the first: " if times > 1 else ""
        yield f"  {times:,} x {cause}: {which}{complaint(report.examples[cause])}"
    if before:
        yield f"  {before:,} x failed in an earlier run: --retry-failed tries them again"
    for name in report.passed_by:
        yield f"  {passed_by(name)}"
    if report.failed:
        yield f"  the failures: {request.out.rstrip('/')}/failures.jsonl"
    if profile:
        for stage, seconds in report.by_time():
            yield f"  {stage:10} {seconds:10.2f} s"
    if report.interrupted:
        yield "  stopped early; the same command goes on from here"
