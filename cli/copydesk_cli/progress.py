"""How far a batch run is: a bar on a terminal, a line now and then elsewhere."""

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from copydesk.batch import Report
from copydesk.errors import CopydeskError
from copydesk.reading import Found
from copydesk_cli.output import counted
from copydesk_cli.streams import say

_LINE_EVERY = 30.0  # seconds
_DRAW_EVERY = 0.1  # seconds


class _Total:
    """Counts the files of the input on the side; None until that is done."""

    def __init__(self, files: Callable[[], Iterable[Found]]) -> None:
        self.files: int | None = None
        self._source = files
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        try:
            self.files = sum(not found.passed_by for found in self._source())
        except (CopydeskError, OSError):
            return  # the run itself reports it


@contextmanager
def progress(
    files: Callable[[], Iterable[Found]] | None, *, quiet: bool
) -> Iterator[Callable[[Report], None]]:
    """A function that shows a report; it may be called as often as one likes.

    The bar of a terminal has the files counted, where they can be walked once more.
    """
    if quiet:
        yield lambda report: None
    elif sys.stderr.isatty():
        with _bar(_Total(files) if files else None) as draw:
            yield _at_most_every(_DRAW_EVERY, draw)
    else:
        yield _at_most_every(_LINE_EVERY, _line, begin=time.monotonic())


def _at_most_every(
    seconds: float, show: Callable[[Report], None], *, begin: float = 0.0
) -> Callable[[Report], None]:
    last = begin

    def show_now_and_then(report: Report) -> None:
        nonlocal last
        if time.monotonic() - last >= seconds:
            last = time.monotonic()
            show(report)

    return show_now_and_then


def _line(report: Report) -> None:
    say(f"copydesk: {_counts(report)}")


def _counts(report: Report) -> str:
    documents = counted(report.documents, "document")
    return f"{documents}, {report.rate:.1f}/s, {report.failed:,} failed"


@contextmanager
def _bar(total: _Total | None) -> Iterator[Callable[[Report], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeLeft())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task("starting", total=None)

        def draw(report: Report) -> None:
            known = total.files if total else None
            bars.update(bar, description=_counts(report), total=known, completed=report.files)

        yield draw
