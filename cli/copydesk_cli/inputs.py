"""From the command's arguments to raw documents."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from copydesk.article import Failure
from copydesk.reading import Documents, RawDocument, ReadRules, paths_hold, stream_holds
from copydesk.reading.walk import printable

STDIN = "-"


def documents_of(
    inputs: Sequence[str], rules: ReadRules, passed_by: Callable[[str], None]
) -> Documents:
    """The documents of files and folders in the order given; '-' or nothing is standard input.

    What is named twice is read once. `passed_by` is told of each folder of a batch's results.
    """
    names = list(dict.fromkeys(inputs)) or [STDIN]
    if len(names) == 1 and _is_stream(names[0]):
        return _streamed(names[0], rules)
    if not any(map(_is_stream, names)):
        return paths_hold([Path(name) for name in names], rules, passed_by=passed_by)
    return Documents(_mixed(names, rules, passed_by), single=False)


def standard_input() -> BinaryIO:
    """Standard input, apart from `sys.stdin`: Python cannot end while a thread waits in that."""
    return open(0, "rb", closefd=False)


def _is_stream(name: str) -> bool:
    """Whether it is standard input or a named pipe, as `extract <(curl …)` makes one."""
    try:
        return name == STDIN or Path(name).is_fifo()
    except OSError:
        return False


def _streamed(name: str, rules: ReadRules) -> Documents:
    if name == STDIN:
        return stream_holds(standard_input(), rules)
    return stream_holds(Path(name).open("rb"), rules, name=printable(name))


def _mixed(
    names: Sequence[str], rules: ReadRules, passed_by: Callable[[str], None]
) -> Iterator[RawDocument | Failure]:
    for are_streams, run in itertools.groupby(names, key=_is_stream):
        if are_streams:
            yield from itertools.chain.from_iterable(_streamed(name, rules).items for name in run)
        else:
            yield from paths_hold([Path(name) for name in run], rules, passed_by=passed_by).items
