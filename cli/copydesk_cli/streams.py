"""The standard streams: there in any case, and with nothing on them that moves the cursor."""

import os
import re
import sys

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def open_missing_streams() -> None:
    """Put something in the place of standard streams that the caller has closed.

    Otherwise the next file that is opened takes the place, and what is printed goes into it.
    Reading and writing fail as on a closed stream, but what is said on standard error is lost.
    """
    for number, mode in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(os.open(os.devnull, mode), number)
    sys.stdin = sys.stdin or os.fdopen(0, closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


def say(words: str) -> None:
    """Put a line on standard error; where that takes nothing, the work goes on in silence."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:  # its reader is gone, or its disk is full: nor can what is left be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def one_line(words: str) -> str:
    r"""Words with their control characters written out: a file name may hold any.

    >>> print(one_line("a\nb.html: not found"))
    a\nb.html: not found
    """
    return _CONTROL.sub(lambda found: repr(found[0])[1:-1], words)
