"""How the command ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from copydesk_cli.streams import one_line, say


class ExitCode(IntEnum):
    """The exit codes, the same for every command."""

    OK = 0
    """All went well."""
    SOME_FAILED = 1
    """Some documents failed; the rest are written."""
    USAGE = 2
    """The command was called wrongly."""
    NOTHING = 3
    """All documents failed, or nothing could be written."""
    INTERRUPTED = 130
    """Ctrl-C."""
    TERMINATED = 143
    """SIGTERM, after which a batch has saved its state."""

    @classmethod
    def of(cls, *, done: int, failed: int) -> "ExitCode":
        """The code of a run by its counts of documents."""
        if not failed:
            return cls.OK
        return cls.SOME_FAILED if done else cls.NOTHING


@contextmanager
def clean_exit() -> Iterator[None]:
    """End quietly on a closed pipe and on Ctrl-C, with one line on an error of ours."""
    from copydesk.errors import CopydeskError

    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has what it wants. Python would complain once more at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(ExitCode.OK) from None
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except (CopydeskError, OSError) as fault:
        say(f"copydesk: {one_line(_in_words(fault))}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(ExitCode.NOTHING) from None


def _in_words(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        named = f"{os.fsdecode(fault.filename)}: " if fault.filename else ""
        return named + fault.strerror
    return str(fault)
