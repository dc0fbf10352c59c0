"""What goes to standard output and standard error."""

import itertools
import sys
from collections.abc import Iterable

from copydesk.article import Article, Failure
from copydesk.writing import html, json_line, json_object, markdown
from copydesk_cli.exits import ExitCode
from copydesk_cli.options import To
from copydesk_cli.streams import one_line, say

Record = Article | Failure


def write_records(
    records: Iterable[Record], to: To | None, *, single: bool, quiet: bool
) -> ExitCode:
    """Write each record as soon as it is there; failures are named on standard error too.

    A single document that comes out as one record is written as an indented JSON object, unless
    another format is asked for.
    """
    if to not in (To.MD, To.HTML):
        records, to = _json_format(records, to, single)
    done = failed = 0
    for record in records:
        if isinstance(record, Failure):
            failed += 1
            if not quiet:
                complain(record)
        else:
            done += 1
        sys.stdout.buffer.write(_rendered(record, to))
        sys.stdout.buffer.flush()
    if not quiet:
        say_if_none(done + failed)
    return ExitCode.of(done=done, failed=failed)


def complain(failure: Failure) -> None:
    """Say on standard error what went wrong with which document."""
    say(f"copydesk: {complaint(failure)}")


def say_if_none(documents: int) -> None:
    """Say on standard error that the input held nothing, which is no failure."""
    if not documents:
        say("copydesk: no documents in the input")


def say_passed_by(folder: str, *, quiet: bool) -> None:
    """Say on standard error that a folder holds the results of a batch, and was not read."""
    if not quiet:
        say(f"copydesk: {passed_by(folder)}")


def passed_by(folder: str) -> str:
    """That a folder was not read, and why, in one line."""
    return f"passed by: {one_line(folder)}, which holds the results of a batch (name its files)"


def complaint(failure: Failure) -> str:
    """What went wrong with which document, in one line."""
    return one_line(f"{failure.id}: {failure.error.message}")


def counted(count: int, noun: str) -> str:
    """So many of something, in words."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _json_format(
    records: Iterable[Record], to: To | None, single: bool
) -> tuple[Iterable[Record], To]:
    if not single or to is To.JSONL:
        return records, To.JSONL
    rest = iter(records)
    first = list(itertools.islice(rest, 2))
    return itertools.chain(first, rest), To.JSON if len(first) < 2 else To.JSONL


def _rendered(record: Record, to: To) -> bytes:
    if to in (To.MD, To.HTML):
        if isinstance(record, Failure):
            return b""
        return (markdown(record) if to is To.MD else html(record)).encode("utf-8", "replace")
    return json_object(record) if to is To.JSON else json_line(record)
